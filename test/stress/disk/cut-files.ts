import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Answer, LogEntry } from '../../../src/core/log/entry.js';
import type { ProgressStore } from '../../../src/io/progress/store.js';
import { entriesOf, logOf } from '../answer-log.js';
import type { PartResult } from '../part.js';
import { openStore, progressFaults } from '../whole-log.js';

/** A store's files: a log that is long enough for a summary, and the summary. */
type Files = { readonly log: Buffer; readonly summary: Buffer };

/**
 * Cuts a summary, and the log beside a summary, as a crash of the machine may. The next start must find every complete
 * line of the log, and keep the answer that is given then. `test/io` cuts a log without a summary.
 * @param step how far apart the cuts are; 1 is the closest
 */
export async function cutFiles(data: string, step: number): Promise<PartResult> {
  const { log, summary } = await writeFiles(data);
  const lastLines = places(Math.max(0, log.length - 1500), log.length, step * 3);
  const cuts: readonly (readonly [name: string, files: Files])[] = [
    ...places(0, summary.length, step * 11).map(
      (at) => [`summary cut at ${at}`, { log, summary: summary.subarray(0, at) }] as const,
    ),
    ...[...places(0, log.length, step * 499), ...lastLines].map(
      (at) => [`log cut at ${at}`, { log: log.subarray(0, at), summary }] as const,
    ),
  ];
  const faults = cuts.flatMap(([name, files]) => {
    try {
      checkNextStart(data, files);
      return [];
    } catch (error) {
      return [`${name}: ${(error as Error).message}`];
    }
  });
  return {
    tried: cuts.length,
    faults,
    details: `${cuts.length} places to cut a log or summary at`,
  };
}

const places = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, n) => from + n * step);

const summaryOf = (data: string): string => path.join(path.dirname(logOf(data)), 'fold.json');

/** The last few answers are in the log alone. */
async function writeFiles(data: string): Promise<Files> {
  const store = openStore(data);
  store.append(Array.from({ length: 500 }, (_, n) => answerTo(`check-${n % 60}`)));
  await store.close();
  openStore(data).append(Array.from({ length: 5 }, (_, n) => answerTo(`later-é-🙂-${n}`)));
  return { log: readFileSync(logOf(data)), summary: readFileSync(summaryOf(data)) };
}

const answerTo = (check: string): Answer => ({
  ...{ k: 'answer', lesson: 'the-dispute', check, choice: 'a', right: true, try: 1 },
  ...{ lookUps: [], course: '0', offset: 0 },
});

/** Starts with these files, gives one more answer, and starts again. */
function checkNextStart(data: string, { log, summary }: Files): void {
  writeFileSync(logOf(data), log);
  writeFileSync(summaryOf(data), summary);
  const store = openStore(data);
  checkStore(store, entriesOf(log.toString()), data);
  const added = store.append([answerTo('after-the-cut')]);
  checkStore(openStore(data), [...entriesOf(log.toString()), ...added], data);
}

function checkStore(store: ProgressStore, wanted: readonly LogEntry[], data: string): void {
  const ids = new Set(store.history().map(({ id }) => id));
  const lost = wanted.filter(({ id }) => !ids.has(id)).length;
  const message = `${lost} of ${wanted.length} entries lost, ${ids.size} found`;
  assert.ok(lost === 0 && ids.size === wanted.length, message);
  const faults = progressFaults(store, data);
  assert.ok(faults.length === 0, faults.join('; '));
}
