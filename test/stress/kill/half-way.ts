import { rmSync } from 'node:fs';
import type { Lesson } from '../../../src/core/course/course.js';
import type { LogEntry } from '../../../src/core/log/entry.js';
import { DAY, stampsFrom, wentThrough } from '../../support/past.js';
import { appendEntries, entriesIn } from '../answer-log.js';
import { drillAnswers, reviewOf } from '../history.js';
import { checksOf, lessons } from '../shipped-course.js';
import { openStore } from '../whole-log.js';

/** Lessons that are done, and whose checks are due. The others are still to be learned. */
const DONE = lessons.slice(0, 5);
const OPEN = lessons.slice(5);
const DUE_CHECKS = DONE.flatMap(checksOf);

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

const isOfToday = ({ t }: LogEntry): boolean =>
  new Date(t).toDateString() === new Date().toDateString();

/** Where an attempt at a lesson will resume: the step's number from 1, and the kind of its page. */
export type Position = {
  readonly step: number;
  readonly kind: 'question' | 'verdict' | 'reading' | 'menu';
};

/** Where the log says that a lesson will resume; undefined if no attempt has begun. */
export function positionIn(entries: readonly LogEntry[], lesson: Lesson): Position | undefined {
  let attempt: { step: string | undefined; readonly answered: Set<string> } | undefined;
  for (const entry of entries) {
    if (entry.k === 'reset' && (entry.lesson ?? lesson.id) === lesson.id) attempt = undefined;
    if (!('lesson' in entry) || entry.lesson !== lesson.id) continue;
    if (entry.k === 'start') attempt = { step: lesson.body[0]?.id, answered: new Set() };
    if (entry.k === 'at' && attempt) attempt.step = entry.step;
    if (entry.k === 'answer') attempt?.answered.add(entry.check);
  }
  if (!attempt) return undefined;
  const { step, answered } = attempt;
  return positionAt(lesson, step, answered.has(step ?? ''));
}

function positionAt({ body }: Lesson, id: string | undefined, isAnswered: boolean): Position {
  const at = body.findIndex((step) => step.id === id);
  if (at < 0) return { step: body.length + 1, kind: 'menu' };
  if (body[at]?.kind === 'reading') return { step: at + 1, kind: 'reading' };
  return { step: at + 1, kind: isAnswered ? 'verdict' : 'question' };
}

/** The lesson whose attempt has not reached its end; undefined if there is none. */
export const lessonUnderWay = (data: string): Lesson | undefined =>
  OPEN.find((lesson) => (positionIn(entriesIn(data), lesson)?.kind ?? 'menu') !== 'menu');

/** Chooses an open lesson, and resets it if it was done before. @param pick from 0 to 1 */
export function lessonToBegin(data: string, pick: number): Lesson {
  const lesson = OPEN[Math.floor(pick * OPEN.length)] as Lesson;
  const store = openStore(data);
  const checks = checksOf(lesson).map(({ id }) => id);
  if (Object.hasOwn(store.progress().attempts, lesson.id))
    store.append([{ k: 'reset', lesson: lesson.id, checks }]);
  return lesson;
}
