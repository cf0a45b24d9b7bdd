import path from 'node:path';
import type { CourseIndex } from '../../core/course/course.js';
import type { LogEntry, Stamp } from '../../core/log/entry.js';
import { areOfExercise, exportText, isExport, readExport } from '../../core/log/export-file.js';
import { isAhead } from '../../core/log/given-time.js';
import { missingFrom } from '../../core/log/merge.js';
import { foldAll } from '../../core/progress/fold.js';
import type { Progress } from '../../core/progress/progress.js';
import { counted } from '../../core/text/english.js';
import { plainText } from '../../core/text/sanitize.js';
import { readTextFile, writeTextFile } from '../../io/files/text-file.js';
import type { ProgressStore } from '../../io/progress/store.js';
import { chooseCourse } from '../course/open-course.js';
import type { Environment, Options } from '../environment.js';
import { asUserError, UserError } from '../errors.js';
import { commandToType } from '../hint/command-to-type.js';
import { openProgress } from './open-progress.js';
import { printWarnings } from './print-warnings.js';

/** In bytes. An export with a century of answers is smaller. */
const LARGEST = 256 * 1024 * 1024;

/** `progress export FILE`: writes all log entries, and replaces only an earlier export of the same course. */
export async function exportProgress(
  file: string,
  options: Options,
  environment: Environment,
): Promise<void> {
  const { index } = await chooseCourse(options, environment);
  const store = openReadable(index, options, environment);
  const entries = store.history();
  printWarnings(store, environment);
  const place = path.resolve(file);
  const kept = asUserError(() =>
    writeTextFile(place, exportText(index.id, entries), (existing) =>
      isReplaceable(existing, { course: index.id, entries, place }),
    ),
  );
  const { dataDir: _, ...elsewhere } = options;
  environment.stdout.write(
    `Exported: ${counted(answersIn(foldAll(entries)), 'answered question')} to ${plainText(place)}. On the other computer:\n${commandToType(['progress', 'import', 'FILE'], elsewhere, environment)}\n${kept && `${kept}\n`}`,
  );
}

type Exported = {
  readonly course: string;
  readonly entries: readonly LogEntry[];
  readonly place: string;
};

/** Throws if an earlier export has entries that the log no longer has: it is their only copy. */
function isReplaceable(existing: string, { course, entries, place }: Exported): boolean {
  const earlier = readExport(existing, course);
  if ('entries' in earlier && missingFrom(entries, earlier.entries).length > 0)
    throw new Error(
      `${place} has answers that your progress does not have: import the file first, or give another name`,
    );
  return isExport(existing, course);
}

/** `progress import FILE`: adds the entries that the log does not have yet, and removes none. */
export async function importProgress(
  file: string,
  options: Options,
  environment: Environment,
): Promise<void> {
  const { index } = await chooseCourse(options, environment);
  const place = path.resolve(file);
  const text = asUserError(() => readTextFile(place, LARGEST));
  const read = readExport(text, index.id);
  if ('rejected' in read) throw new UserError(`${plainText(place)} ${read.rejected}`);
  if (areOfExercise(read.entries))
    throw new UserError(
      `${plainText(place)} has the answers of an exercise: import the progress of a course instead`,
    );
  const store = openReadable(index, options, environment);
  const before = store.history();
  printWarnings(store, environment);
  const added = missingFrom(before, read.entries);
  const printed = store.warnings().length;
  if (added.length > 0) asUserError(() => store.adopt(added));
  await store.close();
  printWarnings(store, environment, printed);
  const answers = added.filter(({ k }) => k === 'answer' || k === 'review' || k === 'drill').length;
  const resets = added.filter((entry) => entry.k === 'reset' && !entry.undo);
  const all = [...before, ...added];
  const hidden =
    answersIn(foldAll(all.filter((entry) => !resets.includes(entry)))) - answersIn(foldAll(all));
  const ahead = resets.find(({ t }) => isAhead(t, Date.now()));
  const undo = commandToType(['reset', '--undo'], options, environment);
  environment.stdout.write(
    `${importedText(added.length, answers)}\n${hidden > 0 ? hiddenText(hidden, ahead, undo) : ''}`,
  );
}

/** Throws if the log cannot be read: it would look empty, and its export could replace an earlier one. */
function openReadable(
  index: CourseIndex,
  options: Options,
  environment: Environment,
): ProgressStore {
  const store = openProgress(index, options, environment);
  const unreadable = store.warnings().find(({ kind }) => kind === 'unreadable');
  if (unreadable) throw new UserError(unreadable.message);
  return store;
}

function importedText(added: number, answers: number): string {
  if (added === 0) return 'Nothing new: you have all these answers already.';
  return `Added: ${counted(answers, 'answer')}. Nothing was removed.`;
}

/** @param ahead a reset dated by a clock that was ahead: it comes after every entry of this computer, and hides them */
function hiddenText(hidden: number, ahead: Stamp | undefined, undo: string): string {
  const [day] = ahead ? new Date(ahead.t).toISOString().split('T') : [];
  const reset = ahead ? `A reset in the file is dated ${day}. The reset` : 'A reset in the file';
  const reach = ahead ? ', including those from this computer. New answers count' : '';
  return `${reset} now hides ${counted(hidden, 'answered question')}${reach}. To undo the reset:\n${undo}\n`;
}

const answersIn = ({ checks }: Progress): number => checks.size;
