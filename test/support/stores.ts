import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Answer, LogEntry } from '../../src/core/log/entry.js';
import { foldAll } from '../../src/core/progress/fold.js';
import type { Progress } from '../../src/core/progress/progress.js';
import type { Write } from '../../src/io/progress/answer-log.js';
import { openProgressStore, type ProgressStore } from '../../src/io/progress/store.js';

let given = 0;

/** A store with a clock that stands still unless a test has its own. */
export const open = (folder: string, now = () => 1000, write?: Write): ProgressStore =>
  openProgressStore({
    folder,
    now,
    newId: () => {
      given += 1;
      return `id${given}`;
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

/** Enough answers for a fold to be worth it, to checks `0`, `1` and so on. */
export const manyAnswers = (count = 600): Answer[] =>
  Array.from({ length: count }, (_, i) => answerTo(`${i % 50}`));

export const logOf = (folder: string): string => path.join(folder, 'answers-1.jsonl');
export const foldOf = (folder: string): string => path.join(folder, 'fold.json');

export const linesIn = (folder: string): string[] =>
  readFileSync(logOf(folder), 'utf8')
    .split('\n')
    .filter((line) => line !== '');

/** What the log itself amounts to, without the store. */
export const fromScratch = (folder: string): Progress =>
  foldAll(linesIn(folder).map((line): LogEntry => JSON.parse(line)));

/** Puts other bytes in the place of some, so that nothing else in the file moves. */
export function overwrite(file: string, at: number, text: string): void {
  const bytes = readFileSync(file);
  bytes.write(text, at);
  writeFileSync(file, bytes);
}
