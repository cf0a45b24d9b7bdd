import { expect, test } from 'vitest';
import { storageNews } from '../../../src/commands/learn/storage-news.js';
import type { Warning } from '../../../src/io/progress/warnings.js';

const DAMAGED = { message: 'A line is damaged.' };
const FULL = { message: 'The disk is full.', unsaved: 'Not saved: full.' };
const AGAIN = ' The program tries again with each answer.';

/** The news after each of these lists of warnings. */
const newsOf = (...lists: Warning[][]) => {
  let now: Warning[] = [];
  const news = storageNews(() => now);
  return lists.map((list) => {
    now = list;
    return news();
  });
};

test('a warning is news once, and several are lines of one notice', () => {
  expect(newsOf([DAMAGED, { message: 'Newer.' }], [DAMAGED, { message: 'Newer.' }])).toEqual([
    { notice: 'A line is damaged.\nNewer.' },
    {},
  ]);
});

test('what is not saved stays in the news until it is saved, which is said once', () => {
  expect(newsOf([DAMAGED], [DAMAGED, FULL], [DAMAGED, FULL], [DAMAGED], [DAMAGED])).toEqual([
    { notice: DAMAGED.message },
    { notice: FULL.message + AGAIN, unsaved: FULL.unsaved },
    { unsaved: FULL.unsaved },
    { notice: 'Everything is saved now.' },
    {},
  ]);
});

test('a second failure is news again', () => {
  const [, , third] = newsOf([FULL], [], [FULL]);
  expect(third).toEqual({ notice: FULL.message + AGAIN, unsaved: FULL.unsaved });
});

test('another reason why saving fails is news', () => {
  const broken = { message: 'The disk broke.', unsaved: 'Not saved: broken.' };
  expect(newsOf([FULL], [broken])[1]).toEqual({
    notice: broken.message + AGAIN,
    unsaved: broken.unsaved,
  });
});
