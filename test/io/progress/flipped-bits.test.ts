import { readFileSync, statSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogEntry, NewEntry } from '../../../src/core/log/entry.js';
import { foldAll } from '../../../src/core/progress/fold.js';
import type { ProgressStore } from '../../../src/io/progress/store.js';
import { newEntry } from '../../support/any-log.js';
import {
  answerTo,
  flipBit,
  flipped,
  fromScratch,
  logOf,
  manyAnswers,
  open,
  snapshotOf,
} from '../../support/stores.js';
import { temporaryFolders } from '../../support/temporary-folder.js';

const newFolder = temporaryFolders();

/** A log with these entries. @returns its folder and the entries */
function written(events: readonly NewEntry[]): { folder: string; entries: readonly LogEntry[] } {
  const folder = newFolder();
  const store = open(folder);
  for (const event of events) store.append([event]);
  return { folder, entries: open(folder).history() };
}

/** Each bit of the file in turn, or as many as there are runs. */
const someBit = fc.nat({ max: 1e9 });

function checkKept(store: ProgressStore, entries: readonly LogEntry[]): void {
  const found = new Map(store.history().map((entry) => [entry.id, entry]));
  const kept = entries.filter(({ id }) => found.has(id));
  for (const entry of kept) expect(found.get(entry.id)).toMatchObject(entry);
  expect(found.size).toBe(kept.length);
  const lost = entries.length - kept.length;
  expect(lost).toBeLessThanOrEqual(1);
  if (lost > 0) expect(store.warnings()).toMatchObject([{ kind: 'damaged-lines' }]);
}

describe('a flipped bit', () => {
  it('in a log changes nothing, or is reported and costs one entry', () => {
    fc.assert(
      fc.property(fc.array(newEntry, { minLength: 1, maxLength: 6 }), someBit, (events, n) => {
        const { folder, entries } = written(events);
        flipBit(logOf(folder), n % (8 * statSync(logOf(folder)).size));
        const store = open(folder);
        checkKept(store, entries);
        const ids = new Set(store.history().map(({ id }) => id));
        expect(store.progress()).toEqual(foldAll(entries.filter(({ id }) => ids.has(id))));
      }),
      { numRuns: 50 }, // The stress part `flips` damages 4,000 stores.
    );
  });

  it('in a log of two entries is noticed wherever it is', () => {
    const { folder, entries } = written([answerTo('one'), answerTo('two', false)]);
    const bytes = readFileSync(logOf(folder));
    // One bit of each byte, another one in the next byte.
    for (let bit = 0; bit < 8 * bytes.length; bit += 9) {
      writeFileSync(logOf(folder), flipped(bytes, bit));
      checkKept(open(folder), entries);
    }
  });

  it('in the line end of the last entry does not hide a second one in the entry', () => {
    const { folder, entries } = written([answerTo('one'), answerTo('two', false)]);
    const bytes = readFileSync(logOf(folder));
    const lastLine = bytes.lastIndexOf('\n{') + 1;
    for (let bit = 8 * lastLine; bit < 8 * (bytes.length - 1); bit += 3) {
      const lineEnd = 8 * (bytes.length - 1) + (bit % 8);
      writeFileSync(logOf(folder), flipped(flipped(bytes, bit), lineEnd));
      checkKept(open(folder), entries);
    }
  });

  it('in the newline before an entry that was moved to the end of the log is noticed', () => {
    const { folder, entries } = written([answerTo('one'), answerTo('two', false)]);
    const bytes = readFileSync(logOf(folder));
    const rest = bytes.indexOf('\n', 1) + 1;
    const moved = Buffer.concat([bytes.subarray(rest), bytes.subarray(0, rest - 1)]);
    for (let bit = 0; bit < 8; bit += 1) {
      writeFileSync(logOf(folder), flipped(moved, 8 * (bytes.length - rest) + bit));
      checkKept(open(folder), entries);
    }
  });

  it('in a last line that has lost its newline is noticed wherever it is', () => {
    const { folder, entries } = written([answerTo('one'), answerTo('two', false)]);
    const bytes = readFileSync(logOf(folder)).subarray(0, -1);
    const lastLine = bytes.lastIndexOf('\n') + 1;
    for (let bit = 8 * lastLine; bit < 8 * bytes.length; bit += 1) {
      writeFileSync(logOf(folder), flipped(bytes, bit));
      checkKept(open(folder), entries);
    }
  });

  it('in a snapshot changes nothing', async () => {
    const folder = newFolder();
    const store = open(folder);
    store.append(manyAnswers());
    await store.close();
    open(folder).append([answerTo('later')]);
    const bytes = readFileSync(snapshotOf(folder));
    const progress = fromScratch(folder);
    fc.assert(
      fc.property(someBit, (n) => {
        writeFileSync(snapshotOf(folder), flipped(bytes, n % (8 * bytes.length)));
        const again = open(folder);
        expect(again.progress()).toEqual(progress);
        expect(again.warnings()).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('in a part of the log that a snapshot has is reported when the answers are read', async () => {
    const { folder, entries } = written(manyAnswers());
    await open(folder).close();
    flipBit(logOf(folder), 8 * 150);
    const store = open(folder);
    expect(store.progress()).toEqual(foldAll(entries));
    expect(store.warnings()).toEqual([]);
    checkKept(store, entries);
    expect(store.history()).toHaveLength(entries.length - 1);
  });

  it('that a snapshot remembers is not reported again when the answers are read', async () => {
    const { folder } = written(manyAnswers(3));
    flipBit(logOf(folder), 8 * 150);
    await open(folder).close();
    const store = open(folder);
    store.history();
    expect(store.warnings()).toEqual([]);
  });
});
