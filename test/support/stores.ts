import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Answer, LogEntry } from '../../src/core/log/entry.js';
import { foldAll } from '../../src/core/progress/fold.js';
import type { Progress } from '../../src/core/progress/progress.js';
import type { Write } from '../../src/io/files/flush.js';
import { openProgressStore, type ProgressStore } from '../../src/io/progress/store.js';

let lastId = 0;

/** Opens a store. Its clock always shows 1000 ms unless a test passes a clock. */
export const open = (folder: string, now = () => 1000, write?: Write): ProgressStore =>
  openProgressStore({
    folder,
    now,
    newId: () => {
      lastId += 1;
      return `id${lastId}`;
    },
    ...(write && { write }),
  });

export const answerTo = (check: string, right = true): Answer => ({
  k: 'answer',
  lesson: 'first',
  check,
  choice: right ? 'a' : 'b',
  right,
  try: 1,
  lookUps: [],
  course: 'abcdef01',
  offset: 60,
});

/** Answers to the checks `0` to `49`, by default enough for the store to write a snapshot. */
export const manyAnswers = (count = 600): Answer[] =>
  Array.from({ length: count }, (_, i) => answerTo(`${i % 50}`));

export const logOf = (folder: string): string => path.join(folder, 'answers-1.jsonl');
export const snapshotOf = (folder: string): string => path.join(folder, 'fold.json');

export const linesIn = (folder: string): string[] =>
  readFileSync(logOf(folder), 'utf8')
    .split('\n')
    .filter((line) => line !== '');

/** The progress of the log, computed without the store. */
export const fromScratch = (folder: string): Progress =>
  foldAll(linesIn(folder).map((line): LogEntry => JSON.parse(line)));

/** The bytes with one bit flipped. @param bit its number, from 0 */
export function flipped(bytes: Uint8Array, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  const at = Math.floor(bit / 8);
  copy.writeUInt8(copy.readUInt8(at) ^ (1 << (bit % 8)), at);
  return copy;
}

/** Flips one bit of a file. @param bit its number in the file, from 0 */
export const flipBit = (file: string, bit: number): void =>
  writeFileSync(file, flipped(readFileSync(file), bit));

/** Overwrites bytes without changing the length of the file. */
export function overwrite(file: string, at: number, text: string): void {
  const bytes = readFileSync(file);
  bytes.write(text, at);
  writeFileSync(file, bytes);
}
