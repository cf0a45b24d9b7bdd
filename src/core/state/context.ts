import type { Lesson } from '../course/course.js';
import type { CourseMaterial } from '../course/ledger.js';
import type { LogEntry } from '../log/entry.js';
import { dayOf } from '../memory/day.js';

/** What the session needs from outside: each call answers the same or is recorded in what happened. */
export type SessionContext = {
  /** The whole lesson. Throws for an id that the course does not have. */
  readonly lesson: (id: string) => Lesson;
  /** A seed for a new attempt. */
  readonly seed: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The learner's offset from UTC in minutes, east positive. */
  readonly offset: () => number;
  /** Passages, ledger and sources. */
  readonly material: () => CourseMaterial;
  /** The whole log, in whatever order. */
  readonly history: () => readonly LogEntry[];
};

export const todayIn = (context: Pick<SessionContext, 'now' | 'offset'>): number =>
  dayOf(context.now(), context.offset());
