import fc from 'fast-check';
import type { Course } from '../../../src/core/course/course.js';
import type { LogEntry } from '../../../src/core/log/entry.js';
import { exportText, readExport } from '../../../src/core/log/export-file.js';
import { parseLog } from '../../../src/core/log/parse.js';
import { foldAll } from '../../../src/core/progress/fold.js';
import type { Progress } from '../../../src/core/progress/progress.js';
import { progressFrom, storedProgress } from '../../../src/core/progress/snapshot.js';
import { resultFileName } from '../../../src/core/room/person.js';
import type { Room } from '../../../src/core/room/room.js';
import { openCourse } from '../../../src/io/course/open-course.js';
import { damagedJson, otherText, withOneChanged } from '../../support/any-json.js';
import {
  changedAt,
  fieldsOf,
  type JsonPath,
  leavesOf,
  prefixed,
  renamedAt,
} from '../../support/json-leaves.js';
import type { RunOptions } from '../part.js';
import { faultsOf } from '../plans.js';
import { hostileTexts, newTally, type Tally, thinned } from './harms.js';
import { ADA, roomOf } from './room-harm.js';
import { exerciseLog, learningLog } from './sample-logs.js';
import { sessionHarms } from './shown.js';

/** Home and the first page behind it: they show most of what progress holds. */
const GLANCE = { entries: 1, steps: 1, overlays: false };

/** So many random logs are taken as those of one learner, since each look at a session takes time. */
const TOGETHER = 50;

type Samples = {
  readonly course: Course;
  readonly room: Room;
  readonly logs: Readonly<Record<'learning' | 'exercise', readonly LogEntry[]>>;
  /** Each is put at each place. */
  readonly texts: readonly string[];
  readonly options: RunOptions;
  readonly runs: number;
};

/** Logs, summaries and exports of a learner, with each family of hostile characters at each place of each entry. */
export async function hostileLogs(
  options: RunOptions,
  course: Course,
  runs: number,
): Promise<Readonly<Record<'logs' | 'summaries' | 'exports', Tally>>> {
  options.say('files, each place of a log, a summary and an export');
  const room = roomOf(openCourse(course));
  const logs = { learning: learningLog(course), exercise: exerciseLog(course, room, ADA) };
  const texts = hostileTexts(options.short).families;
  const samples = { course, room, logs, texts, options, runs };
  return {
    logs: await ofLogs(samples),
    summaries: ofSummaries(samples),
    exports: await ofExports(samples),
  };
}

/** @returns the harm that a session on the log would do; a progress, if given, counts instead of the log's own */
function glance(
  { course, room }: Samples,
  log: readonly LogEntry[],
  progress: Progress = foldAll(log),
): string[] {
  const { exercise } = progress;
  // The program itself refuses an exercise of other lessons: see program-runs.ts.
  if (exercise && exercise.room.lessons.join() !== room.lessons.join()) return [];
  const resultFile = exercise && resultFileName(exercise.room.code, exercise.person);
  return sessionHarms(course, { log, progress, resultFile }, GLANCE);
}

/** The value once for each text and place. */
function eachPlace(
  { texts, options }: Samples,
  value: unknown,
  paths: readonly JsonPath[],
  judge: (changed: unknown, path: JsonPath) => void,
): void {
  for (const text of texts)
    for (const path of thinned(paths, options.short, 8))
      judge(changedAt(value, path, prefixed(text)), path);
}

/** Each place of each entry; then random entries and lines that are none. */
async function ofLogs(samples: Samples): Promise<Tally> {
  const tally = newTally();
  for (const [name, log] of Object.entries(samples.logs))
    eachPlace(samples, log, leavesOf(log), (changed, path) => {
      const { entries, damaged } = parseLog(linesOf(changed));
      tally.tried += 1;
      if (damaged === 0) tally.read += 1;
      for (const harm of glance(samples, entries))
        tally.faults.push(`${name} log, ${path.join('.')}: ${harm}`);
    });
  const anyLog = fc.oneof(...Object.values(samples.logs).map(withOneChanged)).map(linesOf);
  await byChance(samples, tally, fc.oneof(anyLog, otherText), (texts) => {
    const { entries } = parseLog(texts.join('\n'));
    if (entries.length > 0) tally.read += 1;
    return entries;
  });
  return tally;
}

/** A value that is no list is a log of that one line. */
const linesOf = (log: unknown): string =>
  [log]
    .flat()
    .map((entry) => JSON.stringify(entry) ?? '')
    .join('\n');

/** The stored summary of a log: each text in it, and each name of what it is about. */
function ofSummaries(samples: Samples): Tally {
  const tally = newTally();
  for (const [name, log] of Object.entries(samples.logs)) {
    const summary: unknown = JSON.parse(JSON.stringify(storedProgress(foldAll(log))));
    const judge = (changed: unknown): void => {
      const progress = progressFrom(changed);
      tally.tried += 1;
      if (!progress) return;
      tally.read += 1;
      for (const harm of glance(samples, [], progress))
        tally.faults.push(`summary of the ${name} log: ${harm}`);
    };
    eachPlace(samples, summary, leavesOf(summary), judge);
    for (const text of samples.texts)
      for (const path of thinned(fieldsOf(summary), samples.options.short, 8))
        judge(renamedAt(summary, path, (field) => text + field));
  }
  return tally;
}

/** Exports from another machine. The message of one that is refused is judged in program-runs.ts. */
async function ofExports(samples: Samples): Promise<Tally> {
  const tally = newTally();
  const { id } = samples.course.index;
  const { entries, ...head } = JSON.parse(exportText(id, samples.logs.learning));
  // Without checksums, which would refuse every change: as version 0.1.0 writes it.
  const whole = { ...head, entries: entries.map(({ sum: _, ...entry }: { sum: string }) => entry) };
  const entriesOf = (text: string): readonly LogEntry[] => {
    const imported = readExport(text, id);
    if ('rejected' in imported) return [];
    tally.read += 1;
    return imported.entries;
  };
  eachPlace(samples, whole, leavesOf(whole), (changed, path) => {
    const entries = entriesOf(JSON.stringify(changed));
    tally.tried += 1;
    if (entries.length === 0) return;
    for (const harm of glance(samples, entries))
      tally.faults.push(`export, ${path.join('.')}: ${harm}`);
  });
  await byChance(samples, tally, damagedJson(whole), (texts) => texts.flatMap(entriesOf));
  return tally;
}

/** Random texts, many at a time as the progress of one learner. */
async function byChance(
  samples: Samples,
  tally: Tally,
  text: fc.Arbitrary<string>,
  entriesOf: (texts: readonly string[]) => readonly LogEntry[],
): Promise<void> {
  const texts = fc.array(text, { minLength: TOGETHER, maxLength: TOGETHER });
  const property = fc.property(texts, (all) => {
    const harms = glance(samples, entriesOf(all));
    if (harms.length > 0) throw new Error(harms.join('; '));
  });
  const runs = Math.ceil(samples.runs / TOGETHER);
  tally.tried += runs * TOGETHER;
  tally.faults.push(...(await faultsOf('random', property, { seed: samples.options.seed, runs })));
}
