import { afterEach, expect, test, vi } from 'vitest';
import { temporaryFolders } from '../support/temporary-folder.js';
import { appendEntries } from './answer-log.js';
import { dueIn, writeHalfWay } from './kill/half-way.js';

const folderOf = temporaryFolders();

afterEach(() => void vi.useRealTimers());

test('what was reviewed today is due again once the day of the learner ends, and not at midnight', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 29, 23, 59) });
  const data = folderOf();
  writeHalfWay(data);
  const all = dueIn(data);
  const [check = ''] = all;
  const review = { k: 'review', check, choice: 'x', right: true, course: 'c', offset: 0 } as const;
  appendEntries(data, [{ ...review, id: 'now', t: Date.now() }]);
  vi.setSystemTime(new Date(2026, 10, 30, 3, 59));
  expect(dueIn(data).size).toBe(all.size - 1);
  vi.setSystemTime(new Date(2026, 10, 30, 4, 0));
  expect(dueIn(data).size).toBe(all.size);
});
