// `npm run pictures` draws the pictures of README.md, docs/workshop.md and lessons/README.md.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openChromium } from '../../test/support/chromium.js';
import { BROWSER_PICTURES, browserFileOf, photograph } from './browser-pictures.js';
import { draw, fileOf, PICTURES } from './pictures.js';

for (const picture of PICTURES) {
  const file = fileOf(picture);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, await draw(picture));
  console.log(path.relative('.', file));
}

const browser = await openChromium().catch((error: Error) => {
  const names = BROWSER_PICTURES.map(({ name }) => `${name}.png`).join(', ');
  console.error(`Not drawn: ${names}. ${error.message}`);
});
for (const picture of browser ? BROWSER_PICTURES : []) {
  if (browser) await photograph(browser, picture);
  console.log(path.relative('.', browserFileOf(picture)));
}
await browser?.close();
