import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { checksOf } from '../../../src/core/course/lesson.js';
import type { Answer, LogEntry } from '../../../src/core/log/entry.js';
import { exportText, readExport } from '../../../src/core/log/export-file.js';
import { lineOf } from '../../../src/core/log/line.js';
import { foldAll } from '../../../src/core/progress/fold.js';
import type { Progress } from '../../../src/core/progress/progress.js';
import type { ProgressStore } from '../../../src/io/progress/store.js';
import { logOf } from '../answer-log.js';
import { faultsOf } from '../plans.js';
import { COURSE, lessons } from '../shipped-course.js';
import { openStore } from '../whole-log.js';
import { type Harm, harmed, harms } from './harm.js';

/** The files of a learner with a summary and some later answers. */
export type Files = {
  readonly log: Buffer;
  readonly summary: Buffer;
  readonly entries: readonly LogEntry[];
  /** How many of the entries the summary has. */
  readonly summarised: number;
};

export const summaryOf = (data: string): string =>
  path.join(path.dirname(logOf(data)), 'fold.json');

export async function makeFiles(data: string): Promise<Files> {
  const store = openStore(data);
  store.append([{ k: 'start', lesson: 'the-dispute', seed: 'é🙂' }]);
  store.append(answers(420));
  await store.close();
  const summarised = openStore(data).history().length;
  openStore(data).append([...answers(8), { k: 'set', key: 'é', value: '🙂' }]);
  return {
    log: readFileSync(logOf(data)),
    summary: readFileSync(summaryOf(data)),
    entries: openStore(data).history(),
    summarised,
  };
}

/** Answers to all checks of the course in turn, every third one wrong. */
function answers(count: number): Answer[] {
  const all = lessons.flatMap((lesson) => checksOf(lesson).map((check) => ({ lesson, check })));
  return Array.from({ length: count }, (_, n) => {
    const { lesson, check } = all[n % all.length] as (typeof all)[number];
    const right = n % 3 > 0;
    const choice = check.choices.find(({ id }) => (id === check.key) === right)?.id ?? '';
    const given = { lesson: lesson.id, check: check.id, choice, right, try: 1 };
    const again = !right && { again: true as const };
    return { k: 'answer', ...given, ...again, lookUps: [], course: '0', offset: 0 };
  });
}

type Options = { readonly seed: number; readonly runs: number };

/** Damages the log, the summary or both. */
export function harmedStores(
  data: string,
  files: Files,
  options: Options,
): Promise<readonly string[]> {
  const which = fc.constantFrom('log', 'summary', 'both', 'log alone');
  const property = fc.property(which, harms, (target, all) => {
    const isLog = target !== 'summary';
    const harm = (bytes: Buffer): Buffer => all.reduce(harmed, bytes);
    putFiles(data, {
      ...files,
      log: isLog ? harm(files.log) : files.log,
      summary: ['summary', 'both'].includes(target) ? harm(files.summary) : files.summary,
    });
    if (target === 'log alone') rmSync(summaryOf(data));
    judgeStore(openStore(data), files, readFileSync(logOf(data)), all);
  });
  return faultsOf('a damaged log or summary', property, options);
}

export function putFiles(data: string, { log, summary }: Pick<Files, 'log' | 'summary'>): void {
  mkdirSync(path.dirname(logOf(data)), { recursive: true });
  writeFileSync(logOf(data), log);
  writeFileSync(summaryOf(data), summary);
}

/** Throws an Error that names what is wrong with a store on damaged files. */
function judgeStore(
  store: ProgressStore,
  { entries, summarised }: Files,
  log: Buffer,
  all: readonly Harm[],
): void {
  const found = new Map(store.history().map((entry) => [entry.id, entry]));
  const kept = intactEntries(log, entries);
  const missing = kept.filter(({ id }) => !found.has(id));
  if (missing.length > 0) throw new Error(`${missing.length} intact lines are not read`);
  const written = new Map(entries.map((entry) => [entry.id, entry]));
  for (const entry of found.values())
    if (!isDeepStrictEqual(written.get(entry.id), entry))
      throw new Error(`believes ${JSON.stringify(entry)}`);
  const fromLog = foldAll([...found.values()]);
  const withSummary = foldAll([...entries.slice(0, summarised), ...found.values()]);
  if (![fromLog, withSummary].some((one) => isDeepStrictEqual(plain(one), plain(store.progress()))))
    throw new Error('other progress than the lines that are left');
  if (found.size < entries.length && store.warnings().length === 0 && !isCutOff(all))
    throw new Error(`${entries.length - found.size} entries are missing without a word`);
}

/** A log that was cut shows nothing of it, unless a summary knows how long it was, or a line is left half. */
const isCutOff = (all: readonly Harm[]): boolean => all.some(({ does }) => does === 'cut');

/** The entries whose lines are in the log as they were written. The last one needs its newline. */
function intactEntries(log: Buffer, entries: readonly LogEntry[]): LogEntry[] {
  const lines = new Set(log.toString().split('\n').slice(0, -1));
  return entries.filter((entry) => lines.has(lineOf(entry)));
}

const plain = (progress: Progress): unknown =>
  JSON.parse(JSON.stringify({ ...progress, checks: Object.fromEntries(progress.checks) }));

/** An export with any damage is refused, or gives back what was exported. */
export function harmedExports({ entries }: Files, options: Options): Promise<readonly string[]> {
  const some = entries.slice(0, 20);
  const text = Buffer.from(exportText(COURSE, some));
  const property = fc.property(harms, (all) => {
    const read = readExport(all.reduce(harmed, text).toString(), COURSE);
    if ('rejected' in read) return;
    const ids = new Set(read.entries.map(({ id }) => id));
    const lost = some.filter(({ id }) => !ids.has(id)).length;
    if (lost > 0) throw new Error(`${lost} entries of the export are missing without a word`);
    for (const entry of read.entries)
      if (
        !isDeepStrictEqual(
          some.find(({ id }) => id === entry.id),
          entry,
        )
      )
        throw new Error(`believes ${JSON.stringify(entry)}`);
  });
  return faultsOf('a damaged export', property, options);
}
