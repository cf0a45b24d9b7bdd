import path from 'node:path';
import type { LogEntry } from '../../core/log/entry.js';
import { resultFileName } from '../../core/room/person.js';
import { resultText } from '../../core/room-report/write-result.js';
import { plainText } from '../../core/text/sanitize.js';
import type { OpenCourse } from '../../io/course/open-course.js';
import { cannotWrite } from '../../io/files/probe-folder.js';
import { writeTextFile } from '../../io/files/text-file.js';
import type { ExerciseAttempt } from './exercise-attempt.js';

/** Writes the result as it goes. */
export type ResultKeeper = {
  /** Where it is written now. */
  readonly file: () => string;
  /** Takes what was just recorded, and writes the result anew. */
  readonly keep: (entries: readonly LogEntry[]) => void;
  /** What went wrong, each once. */
  readonly warnings: () => readonly string[];
};

/** Nothing where the folder has been deleted under the shell. */
function currentFolder(): string | undefined {
  try {
    return path.resolve('.');
  } catch {
    return undefined;
  }
}

/** It is handed in: so others may read it. */
const MODE = 0o644;

/** In the current folder; where that cannot be written to, be it later on, beside the answers. */
export function resultKeeper(course: OpenCourse, attempt: ExerciseAttempt): ResultKeeper {
  const { room, person } = attempt.exercise();
  const name = resultFileName(room.code, person);
  const warnings = new Set<string>();
  const entries = [...attempt.history()];
  const here = currentFolder() ?? attempt.folder;
  let folder = here;
  const elsewhere = (why: string): void => {
    folder = attempt.folder;
    warnings.add(
      `This folder cannot be written to (${why}): the result goes to ${plainText(path.join(folder, name))}`,
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
        elsewhere('any more');
        write();
      } else warnings.add(plainText(error instanceof Error ? error.message : String(error)));
    }
  };
  const why = cannotWrite(here);
  if (why !== undefined) elsewhere(why);
  write();
  return {
    file: () => path.join(folder, name),
    keep: (fresh) => {
      entries.push(...fresh);
      write();
    },
    warnings: () => [...warnings],
  };
}
