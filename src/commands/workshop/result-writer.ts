import path from 'node:path';
import type { LogEntry } from '../../core/log/entry.js';
import { resultFileName } from '../../core/room/person.js';
import { resultText } from '../../core/room-report/write-result.js';
import { plainText } from '../../core/text/sanitize.js';
import type { OpenCourse } from '../../io/course/open-course.js';
import { cannotWrite } from '../../io/files/probe-folder.js';
import { writeTextFile } from '../../io/files/text-file.js';
import type { ExerciseAttempt } from './exercise-attempt.js';

/** Keeps the result file up to date during an exercise. */
export type ResultWriter = {
  /** The current path of the result. */
  readonly file: () => string;
  /** Adds recorded entries, and writes the result again. */
  readonly add: (entries: readonly LogEntry[]) => void;
  /** Each once. */
  readonly warnings: () => readonly string[];
};

/** Returns undefined if another program has deleted the current folder. */
function currentFolder(): string | undefined {
  try {
    return path.resolve('.');
  } catch {
    return undefined;
  }
}

/** Steps back and forth would fill the memory: they have no end, and the result does not have them. */
const isInResult = ({ k }: LogEntry): boolean => k === 'answer' || k === 'hand-in';

/** Other users may read the result, because the learner hands it in. */
const MODE = 0o644;

/** Writes to the current folder, and from the first failure on to the attempt's folder. */
export function resultWriter(course: OpenCourse, attempt: ExerciseAttempt): ResultWriter {
  const { room, person } = attempt.exercise();
  const name = resultFileName(room.code, person);
  const warnings = new Set<string>();
  const entries = attempt.history().filter(isInResult);
  const here = currentFolder() ?? attempt.folder;
  let folder = here;
  const switchFolder = (reason: string): void => {
    folder = attempt.folder;
    warnings.add(
      `This folder cannot be written to (${reason}): the result goes to ${plainText(path.join(folder, name))}`,
    );
  };
  const writeOnce = (): void => {
    const exercise = attempt.exercise();
    const text = resultText({ course, exercise, entries, now: attempt.now() });
    writeTextFile(path.join(folder, name), text, () => true, MODE);
  };
  const write = (): void => {
    if (attempt.exercise().began === undefined) return;
    try {
      writeOnce();
    } catch (error) {
      if (folder === here && here !== attempt.folder) {
        switchFolder('any more');
        write();
      } else warnings.add(plainText(error instanceof Error ? error.message : String(error)));
    }
  };
  const reason = cannotWrite(here);
  if (reason !== undefined) switchFolder(reason);
  write();
  return {
    file: () => path.join(folder, name),
    add: (added) => {
      entries.push(...added.filter(isInResult));
      write();
    },
    warnings: () => [...warnings],
  };
}
