import path from 'node:path';
import { expect, test } from 'vitest';
import { goodbye } from '../../../src/commands/learn/goodbye.js';
import { answerTo, open } from '../../support/stores.js';
import { temporaryFolders } from '../../support/temporary-folder.js';

const newFolder = temporaryFolders();
const environment = {
  env: {},
  platform: 'linux',
  courses: '/p/dist/courses',
} as unknown as Parameters<typeof goodbye>[2];
const said = (store: Parameters<typeof goodbye>[0]): string => goodbye(store, {}, environment);
const fails = (): number => {
  throw Object.assign(new Error('full'), { code: 'ENOSPC' });
};

test('says where progress will be kept, when there is none', () => {
  expect(said(open(path.join(newFolder(), 'none')))).toMatch(/^Nothing to save yet/);
});

test('says that it is saved, be it a single answer of a round', () => {
  const store = open(newFolder());
  store.append([{ ...answerTo('who'), k: 'review' }]);
  expect(said(store)).toMatch(/^Progress is saved in .*Go on any time: on-the-record$/);
});

test('says what was lost, and that all of it was where that is so', () => {
  const store = open(newFolder(), () => 1000, fails);
  store.append([answerTo('who'), answerTo('what')]);
  expect(said(store)).toMatch(/^Could not save 2 of your last moves .*; nothing is kept there\.$/);
});

test('says that the rest is kept, where there is one', () => {
  const folder = newFolder();
  open(folder).append([answerTo('who')]);
  const store = open(folder, () => 1000, fails);
  store.append([answerTo('what')]);
  expect(said(store)).toMatch(/^Could not save 1 of your last moves .*; the rest is kept\.$/);
});
