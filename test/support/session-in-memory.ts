import type { Course } from '../../src/core/course.js';
import type { Happening, LogEntry } from '../../src/core/log-entry.js';
import type { OtherCourse } from '../../src/core/menu.js';
import { foldAll, foldOnto, type Progress } from '../../src/core/progress.js';
import { type Opening, start } from '../../src/core/session.js';
import { createSessionStore, type SessionStore } from '../../src/core/session-store.js';

/** What a session begins with. */
export type Beginning = {
  readonly log: readonly LogEntry[];
  /** The progress, if it does not come from the log. */
  readonly progress?: Progress | undefined;
  readonly opening?: Opening | undefined;
  readonly other?: OtherCourse;
  /** The file of an exercise's result. */
  readonly resultFile?: string | undefined;
  /** Gives a seed to each new attempt. */
  readonly seed?: () => string;
};

/** A time after all that a log holds, in milliseconds since 1970. */
export const NOW = 1e12;

/** The program's session on a log in memory. @returns the session and its log, which grows */
export function sessionInMemory(
  course: Course,
  beginning: Beginning,
): { readonly store: SessionStore; readonly log: readonly LogEntry[] } {
  const { opening, other, resultFile, seed = () => 'seed' } = beginning;
  const log = [...beginning.log];
  let progress = beginning.progress ?? foldAll(log);
  const world = {
    lesson: (id: string) => course.lessons.find((one) => one.id === id) ?? noLesson(id),
    seed,
    now: () => NOW + log.length,
    offset: () => 0,
    record: () => course.record,
    history: () => log,
  };
  const record = (happened: readonly Happening[]): Progress => {
    const fresh = happened.map((one, i) => stamped(one, log.length + i));
    log.push(...fresh);
    progress = foldOnto(progress, fresh);
    return progress;
  };
  const place = resultFile === undefined ? undefined : { file: resultFile };
  const first = start(course.index, progress, world, opening, other, place);
  return { store: createSessionStore(first, world, record, () => undefined), log };
}

const stamped = (one: Happening, n: number): LogEntry => ({ ...one, id: `new${n}`, t: NOW + n });

const noLesson = (id: string): never => {
  throw new Error(`no lesson ${id}`);
};
