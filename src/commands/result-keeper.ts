import path from 'node:path';
import type { LogEntry } from '../core/log-entry.js';
import { plainText } from '../core/plain-text.js';
import { resultFileName } from '../core/workshop/person.js';
import { resultText } from '../core/workshop/result.js';
import type { OpenCourse } from '../io/open-course.js';
import { isWritable, writeTextFile } from '../io/text-file.js';
import type { Attempt } from './attempt.js';

/** Writes the result as it goes. */
export type ResultKeeper = {
  readonly file: string;
  /** Takes what was just recorded, and writes the result anew. */
  readonly keep: (entries: readonly LogEntry[]) => void;
  /** What went wrong, each once. */
  readonly troubles: () => readonly string[];
};

/** In the current folder; where that cannot be written to, beside the answers. */
export function resultKeeper(course: OpenCourse, attempt: Attempt): ResultKeeper {
  const { room, person } = attempt.exercise();
  const here = path.resolve('.');
  const folder = isWritable(here) ? here : attempt.folder;
  const file = path.join(folder, resultFileName(room.code, person));
  const troubles = new Set<string>(
    folder === here
      ? []
      : [`This folder cannot be written to: the result goes to ${plainText(file)}`],
  );
  const entries = [...attempt.history()];
  const write = (): void => {
    const exercise = attempt.exercise();
    if (exercise.began === undefined) return;
    try {
      const text = resultText({ course, exercise, entries, now: Date.now() });
      writeTextFile(file, text, () => true);
    } catch (error) {
      troubles.add(plainText(error instanceof Error ? error.message : String(error)));
    }
  };
  write();
  return {
    file,
    keep: (fresh) => {
      entries.push(...fresh);
      write();
    },
    troubles: () => [...troubles],
  };
}
