import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runHere } from '../support/in-process.js';
import { temporaryFolders } from '../support/temporary-folder.js';

const newFolder = temporaryFolders();

test.each([
  ['questions.md', /^# Five questions for today's paper\n/],
  ['questions.html', /^<!doctype html>/],
  ['QUESTIONS.HTM', /^<!doctype html>/],
])('checklist %s writes the page that the name asks for', async (name, begins) => {
  const folder = newFolder();
  const place = path.join(folder, name);
  expect(await runHere(['checklist', place])).toEqual({
    code: 0,
    out: `Written: ${place}\n`,
    err: '',
  });
  expect(readFileSync(place, 'utf8')).toMatch(begins);
  expect(readdirSync(folder)).toEqual([name]);
});

test.each(['questions.pdf', 'questions', '.md'])('checklist refuses the name %s', async (name) => {
  const folder = newFolder();
  const place = path.join(folder, name);
  const { code, out, err } = await runHere(['checklist', place]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toBe(
    `on-the-record: ${place} ends in neither .md nor .html: give the file a name such as questions.html\n`,
  );
  expect(readdirSync(folder)).toEqual([]);
});

test('checklist replaces its own page, but no page in which somebody has written', async () => {
  const place = path.join(newFolder(), 'questions.md');
  await runHere(['checklist', place]);
  expect((await runHere(['checklist', place])).code).toBe(0);
  const written = `${readFileSync(place, 'utf8')}The mayor.\n`;
  writeFileSync(place, written);
  const { code, err } = await runHere(['checklist', place]);
  expect(code).toBe(1);
  expect(err).toContain('already has other content, so it was not changed: give another name');
  expect(readFileSync(place, 'utf8')).toBe(written);
});
