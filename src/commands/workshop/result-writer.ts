import { rmSync } from 'node:fs';
import path from 'node:path';
import type { LogEntry } from '../../core/log/entry.js';
import { resultFileName } from '../../core/room/person.js';
import { resultText } from '../../core/room-report/write-result.js';
import { capital } from '../../core/text/english.js';
import { plainText } from '../../core/text/sanitize.js';
import type { OpenCourse } from '../../io/course/open-course.js';
import { cannotWrite } from '../../io/files/probe-folder.js';
import { writeTextFile } from '../../io/files/text-file.js';
import type { Warning } from '../../io/progress/warnings.js';
import type { ExerciseAttempt } from './find-attempt.js';

/** Keeps the result file up to date during an exercise. */
export type ResultWriter = {
  /** The path of the result file, which is written once the exercise has begun. Undefined if it could not be saved. */
  readonly file: () => string | undefined;
  /** Adds recorded entries, and writes the result again. */
  readonly add: (entries: readonly LogEntry[]) => void;
  /** While the result is not saved, the last warning says why. */
  readonly warnings: () => readonly Warning[];
};

/** Returns undefined if another program has deleted the current folder. */
function currentFolder(): string | undefined {
  try {
    return path.resolve('.');
  } catch {
    return undefined;
  }
}

/** The result leaves out steps back and forth. A learner can make any number of them: they would fill the memory. */
const isInResult = ({ k }: LogEntry): boolean => k === 'answer' || k === 'hand-in';

/** Other users may read the result, because the learner hands it in. */
const MODE = 0o644;

/** Writes to the current folder, and from the first failure on to the attempt's folder. */
export function resultWriter(course: OpenCourse, attempt: ExerciseAttempt): ResultWriter {
  /** The name changes with the person's name. */
  const name = (): string => {
    const { room, person } = attempt.exercise();
    return resultFileName(room.code, person);
  };
  let written: string | undefined;
  const warnings: Warning[] = [];
  let failure: Warning | undefined;
  const entries = attempt.history().filter(isInResult);
  const here = currentFolder() ?? attempt.folder;
  let folder = here;
  const switchFolder = (reason: string): void => {
    folder = attempt.folder;
    const place = plainText(path.join(folder, name()));
    const message = `The result can't be saved in this folder (${reason}), so it is saved in ${place}`;
    warnings.push({ message });
  };
  const writeOnce = (): void => {
    const exercise = attempt.exercise();
    const text = resultText({ course, exercise, entries, now: attempt.now() });
    const file = path.join(folder, name());
    writeTextFile(file, text, () => true, MODE);
    if (written !== undefined && path.basename(written) !== path.basename(file))
      rmSync(written, { force: true }); // one person, one file
    written = file;
  };
  const write = (): void => {
    if (attempt.exercise().began === undefined) return;
    try {
      writeOnce();
      failure = undefined;
    } catch (error) {
      if (folder === here && here !== attempt.folder) {
        switchFolder(cannotWrite(here) ?? 'the program could not write the file');
        write();
      } else failure = resultFailure(error);
    }
  };
  const reason = cannotWrite(here);
  if (reason !== undefined) switchFolder(reason);
  write();
  return {
    file: () => (failure ? undefined : path.join(folder, name())),
    add: (added) => {
      entries.push(...added.filter(isInResult));
      write();
    },
    warnings: () => (failure ? [...warnings, failure] : warnings),
  };
}

function resultFailure(error: unknown): Warning {
  const reason = plainText(error instanceof Error ? error.message : String(error));
  return { message: `${capital(reason)}.`, unsaved: 'The result is not saved.' };
}
