import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { goodbye } from '../../../src/commands/learn/goodbye.js';
import { answerTo, logOf, open } from '../../support/stores.js';
import { temporaryFolders } from '../../support/temporary-folder.js';

const newFolder = temporaryFolders();
const environment = {
  env: {},
  platform: 'linux',
  courses: '/p/dist/courses',
} as unknown as Parameters<typeof goodbye>[2];
const goodbyeOf = (store: Parameters<typeof goodbye>[0]): string => goodbye(store, {}, environment);
const fails = (): number => {
  throw Object.assign(new Error('full'), { code: 'ENOSPC' });
};

test('with no progress yet, the goodbye says where progress will be saved', () => {
  expect(goodbyeOf(open(path.join(newFolder(), 'none')))).toMatch(/^Nothing to save yet/);
});

test('the goodbye says that progress is saved, even after one answer in a drill', () => {
  const store = open(newFolder());
  store.append([{ ...answerTo('who'), k: 'review' }]);
  expect(goodbyeOf(store)).toMatch(
    /^Progress is saved in:\n\S*answers-1\.jsonl\nTo continue:\non-the-record$/,
  );
});

test('the goodbye says how much was lost, and whether it was everything', () => {
  const store = open(newFolder(), () => 1000, fails);
  store.append([answerTo('who'), answerTo('what')]);
  expect(goodbyeOf(store)).toMatch(
    /^Could not save 2 of your last actions .*; nothing is saved there\.$/,
  );
});

test('the goodbye says that the other answers are saved, if there are any', () => {
  const folder = newFolder();
  open(folder).append([answerTo('who')]);
  const store = open(folder, () => 1000, fails);
  store.append([answerTo('what')]);
  expect(goodbyeOf(store)).toMatch(
    /^Could not save 1 of your last actions .*; the rest is saved\.$/,
  );
});

test('the goodbye does not say that the rest is saved if nothing in the log can be read', () => {
  const folder = newFolder();
  writeFileSync(logOf(folder), 'nonsense\n');
  const store = open(folder, () => 1000, fails);
  store.append([answerTo('what')]);
  expect(goodbyeOf(store)).toMatch(/; nothing is saved there\.$/);
  const unreadable = newFolder();
  mkdirSync(logOf(unreadable));
  const other = open(unreadable, () => 1000, fails);
  other.append([answerTo('what')]);
  expect(goodbyeOf(other)).toMatch(/; the file could not be read\.$/);
});
