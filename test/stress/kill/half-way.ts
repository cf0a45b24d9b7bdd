import { rmSync } from 'node:fs';
import type { Lesson } from '../../../src/core/course/course.js';
import { checksIn, checksOf } from '../../../src/core/course/lesson.js';
import type { LogEntry } from '../../../src/core/log/entry.js';
import { dayOf } from '../../../src/core/memory/day.js';
import { isAskedFromMemory } from '../../../src/core/review/from-memory.js';
import { dayEndsIn } from '../../../src/core/settings.js';
import { DAY, stampsFrom, wentThrough } from '../../support/past.js';
import { appendEntries, entriesIn } from '../answer-log.js';
import { drillAnswers, reviewOf } from '../history.js';
import type { Page } from '../page.js';
import { type PlayedCourse, shippedCourse } from '../played-course.js';
import { openStore } from '../whole-log.js';

/** Lessons that are done, and whose checks are due. The others are still to be learned. */
const HALF = 5;
const DONE = shippedCourse.lessons.slice(0, HALF);
const DUE_CHECKS = DONE.flatMap(checksOf).filter(isAskedFromMemory);

/** The lessons that a player learns. */
const openLessons = (course: PlayedCourse): readonly Lesson[] =>
  course === shippedCourse ? course.lessons.slice(HALF) : course.lessons;

const HISTORY = 'past';

/** Enough entries that the program writes a summary of the log. */
const DRILL_ANSWERS = 350;

/**
 * Writes the progress of a learner who did half of the course 40 days ago. All of that is due. Every second check comes
 * as the reverse question, because its one review was wrong.
 */
export function writeHalfWay(data: string): void {
  rmSync(data, { recursive: true, force: true });
  wentThrough(
    data,
    DONE.map(({ id }) => id),
    { daysAgo: 40 },
  );
  const drilled = stampsFrom(Date.now() - 39 * DAY, HISTORY);
  const reviewed = stampsFrom(Date.now() - 35 * DAY, HISTORY);
  appendEntries(data, [
    ...drillAnswers(DRILL_ANSWERS, drilled),
    ...DUE_CHECKS.filter((_, n) => n % 2 === 1).map((check) => reviewOf(check, false, reviewed)),
  ]);
}

/** The ids of the checks that are due. What was reviewed today comes back tomorrow at the earliest. */
export function dueIn(data: string): ReadonlySet<string> {
  const reviews = entriesIn(data).filter(({ k, id }) => k === 'review' && !id.startsWith(HISTORY));
  const today = reviews.filter(isOfToday).map((entry) => entry.k === 'review' && entry.check);
  return new Set(DUE_CHECKS.map(({ id }) => id).filter((id) => !today.includes(id)));
}

/** The learner's day does not end at midnight. */
const isOfToday = ({ t }: LogEntry): boolean => learnersDay(t) === learnersDay(Date.now());

const learnersDay = (t: number): number =>
  dayOf(t, -new Date(t).getTimezoneOffset(), dayEndsIn({}));

/** Where an attempt at a lesson will resume: the step's number from 1, and the kind of its page. */
export type Position = { readonly step: number; readonly kind: Page['kind'] };

/** What a log has of the latest attempt at a lesson. */
export type Attempt = {
  readonly step: string | undefined;
  /** The checks that are answered for good: right, for the second time, or followed by a look at the answer. */
  readonly settled: ReadonlySet<string>;
  /** The checks whose first answer was wrong, and that may be answered once more. */
  readonly missed: ReadonlySet<string>;
};

/** Undefined if no attempt has begun. */
export function attemptIn(entries: readonly LogEntry[], lesson: Lesson): Attempt | undefined {
  let attempt: { step: string | undefined; settled: Set<string>; missed: Set<string> } | undefined;
  const settle = (check: string): void => {
    attempt?.missed.delete(check);
    attempt?.settled.add(check);
  };
  for (const entry of entries) {
    if (entry.k === 'reset' && (entry.lesson ?? lesson.id) === lesson.id) attempt = undefined;
    if (!('lesson' in entry) || entry.lesson !== lesson.id) continue;
    if (entry.k === 'start')
      attempt = { step: lesson.body[0]?.id, settled: new Set(), missed: new Set() };
    if (entry.k === 'at' && attempt) attempt.step = entry.step;
    if (entry.k === 'at' && entry.shown)
      for (const check of checksAt(lesson, entry.step))
        if (attempt?.missed.has(check)) settle(check);
    if (entry.k !== 'answer') continue;
    if (entry.right || attempt?.missed.has(entry.check)) settle(entry.check);
    else attempt?.missed.add(entry.check);
  }
  return attempt;
}

function checksAt({ body }: Lesson, id: string | undefined): string[] {
  const step = body.find((one) => one.id === id);
  return step ? checksIn(step).map((check) => check.id) : [];
}

/** Where the log says that a lesson will resume; undefined if no attempt has begun. */
export function positionIn(entries: readonly LogEntry[], lesson: Lesson): Position | undefined {
  const attempt = attemptIn(entries, lesson);
  return attempt && positionAt(lesson, attempt);
}

function positionAt(lesson: Lesson, { step: id, settled, missed }: Attempt): Position {
  const at = lesson.body.findIndex((one) => one.id === id);
  const step = lesson.body[at];
  if (!step) return { step: lesson.body.length + 1, kind: 'menu' };
  const checks = checksAt(lesson, id);
  if (checks.length === 0) return { step: at + 1, kind: 'reading' };
  if (checks.every((check) => settled.has(check))) return { step: at + 1, kind: 'verdict' };
  if (step.kind === 'board') return { step: at + 1, kind: 'board' };
  return { step: at + 1, kind: missed.has(step.id) ? 'second-look' : 'question' };
}

/** The lesson whose attempt has not reached its end; undefined if there is none. */
export function lessonUnderWay(data: string, course: PlayedCourse): Lesson | undefined {
  const entries = entriesIn(data, course.index.id);
  return openLessons(course).find(
    (lesson) => (positionIn(entries, lesson)?.kind ?? 'menu') !== 'menu',
  );
}

/** Chooses an open lesson, and resets it if it was done before. @param pick from 0 to 1 */
export function lessonToBegin(data: string, course: PlayedCourse, pick: number): Lesson {
  const open = openLessons(course);
  const lesson = open[Math.floor(pick * open.length)] as Lesson;
  const store = openStore(data, course.index.id);
  const checks = checksOf(lesson).map(({ id }) => id);
  if (Object.hasOwn(store.progress().attempts, lesson.id))
    store.append([{ k: 'reset', lesson: lesson.id, checks }]);
  return lesson;
}
