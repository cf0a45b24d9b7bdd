import type { Course } from '../../src/core/course/course.js';
import type { LogEntry, NewEntry } from '../../src/core/log/entry.js';
import { foldAll, foldOnto } from '../../src/core/progress/fold.js';
import type { Progress } from '../../src/core/progress/progress.js';
import { LIVE_STEPS } from '../../src/core/session/live/follow.js';
import { createSessionStore, type SessionStore } from '../../src/core/session/session-store.js';
import { type Opening, start } from '../../src/core/session/start.js';
import type { SessionContext } from '../../src/core/state/context.js';
import type { Live } from '../../src/core/state/live.js';
import type { OtherCourse } from '../../src/core/state/menu-entry.js';

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
  /** Milliseconds since 1970. Without it, each entry is a millisecond later than the one before. */
  readonly clock?: () => number;
  /** The learner's offset from UTC in minutes, east positive. */
  readonly offset?: number;
  readonly peopleHere?: SessionContext['peopleHere'];
  /** The live room of an exercise. */
  readonly live?: Live | undefined;
  readonly lateCommand?: SessionContext['lateCommand'];
};

/** When a session without a clock of its own begins, in milliseconds since 1970. */
export const NOW = 1e12;

/** The program's session on a log in memory. @returns the session and its log, which grows */
export function sessionInMemory(
  course: Course,
  beginning: Beginning,
): { readonly store: SessionStore; readonly log: readonly LogEntry[] } {
  const { opening, other, resultFile, seed = () => 'seed', offset = 0 } = beginning;
  const { peopleHere, lateCommand, live } = beginning;
  const log = [...beginning.log];
  const { clock = () => NOW + log.length } = beginning;
  let progress = beginning.progress ?? foldAll(log);
  const context = {
    lesson: (id: string) => course.lessons.find((one) => one.id === id) ?? noLesson(id),
    seed,
    now: clock,
    offset: () => offset,
    material: () => course.material,
    history: () => log,
    ...(peopleHere && { peopleHere }),
    ...(lateCommand && { lateCommand }),
    ...(live && { liveRoom: LIVE_STEPS }),
  };
  const persist = (events: readonly NewEntry[]): Progress => {
    const from = log.length;
    for (const one of events) {
      const t = Math.max(clock(), (log.at(-1)?.t ?? 0) + 1);
      log.push({ ...one, id: `e${log.length}`, t });
    }
    progress = foldOnto(progress, log.slice(from));
    return progress;
  };
  const place = resultFile === undefined ? undefined : { file: resultFile };
  const first = start(course.index, progress, context, opening, other, place, live);
  return { store: createSessionStore(first, { context, persist, news: () => ({}) }), log };
}

const noLesson = (id: string): never => {
  throw new Error(`no lesson ${id}`);
};
