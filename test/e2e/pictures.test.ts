import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BROWSER_PICTURES, browserFileOf } from '../../scripts/pictures/browser-pictures.js';
import { draw, fileOf, PICTURES } from '../../scripts/pictures/pictures.js';

const text = (file: string): string =>
  readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

test.each(PICTURES)('the program shows what the picture $name shows', async (picture) => {
  const shown = readFileSync(fileOf(picture), 'utf8');
  expect(await draw(picture), 'if the new screen is right: npm run pictures').toBe(shown);
});

test('each picture is on a page, and each picture on a page is drawn from the program', () => {
  const pages = ['README.md', 'docs/workshop.md', 'lessons/README.md'].map(text).join('\n');
  const onPages = [...pages.matchAll(/pictures\/([\w-]+\.(?:svg|png))\)/g)].map(([, name]) => name);
  const drawn = [
    ...PICTURES.map(({ name }) => `${name}.svg`),
    ...BROWSER_PICTURES.map(({ name }) => `${name}.png`),
  ].sort();
  expect(onPages.sort()).toEqual(drawn);
  expect(readdirSync(new URL('../../docs/pictures', import.meta.url)).sort()).toEqual(drawn);
});

test('a picture from a browser is small', () => {
  const large = BROWSER_PICTURES.filter((one) => statSync(browserFileOf(one)).size >= 60_000);
  expect(large).toEqual([]);
});
