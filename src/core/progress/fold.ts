import { END } from '../course/lesson.js';
import type { Answer, At, LogEntry, Reset, Review, Stamp, Start } from '../log/entry.js';
import { givenTime, givenTimes } from '../log/given-time.js';
import { byTime, inOrder } from '../log/order.js';
import { isIncremental, undoneResets } from '../log/resets.js';
import { isCertainty } from '../memory/certainty.js';
import { dayOf } from '../memory/day.js';
import { type Recall, type Recalling, recallAfter } from '../memory/recall.js';
import { dayEndsIn, parametersOf } from '../settings.js';
import { isAnswered, isSecondNext } from './attempt.js';
import { CheckTable } from './check-table.js';
import { exerciseAfter } from './exercise.js';
import type {
  AnswerRecord,
  EditableChecks,
  Exercise,
  LessonAttempt,
  Progress,
} from './progress.js';

/** How many resets can be undone. The limit keeps the snapshot small. */
const RESETS_KEPT = 20;

export const emptyProgress: Progress = {
  checks: new CheckTable(),
  attempts: {},
  finished: {},
  settings: {},
  resets: [],
};

/**
 * Progress that is changed in place. The time for an entry then does not grow with the number of earlier entries.
 */
export type ProgressBuilder = {
  checks: EditableChecks;
  attempts: Record<string, LessonAttempt>;
  finished: Record<string, number>;
  settings: Record<string, string>;
  latest?: string;
  exercise?: Exercise;
  resets: { id: string; lesson?: string }[];
  /** Ids of lessons whose answers this builder has copied, and can therefore change in place. */
  readonly own: Set<string>;
};

/** The progress from a complete log. Its entries can be in any order and occur several times. */
export function foldAll(entries: readonly LogEntry[]): Progress {
  const once = inOrder(entries);
  const undone = undoneResets(once);
  const times = givenTimes(once);
  const builder = builderOf(emptyProgress);
  for (const [i, entry] of once.entries())
    if (!undone.has(entry.id)) apply(builder, entry, times[i] ?? entry.t);
  return built(builder);
}

/** The progress after further entries. Each must be later than all before it, and `isIncremental`. */
export function foldOnto(progress: Progress, entries: readonly LogEntry[]): Progress {
  if (entries.length === 0) return progress;
  const builder = builderOf(progress);
  foldInto(builder, entries);
  return built(builder);
}

/** Changes the builder in place. Each entry must be later than all before it, and `isIncremental`. */
function foldInto(builder: ProgressBuilder, entries: readonly LogEntry[]): void {
  for (const entry of entries) apply(builder, entry, givenTime(entry));
}

/** The progress so far. It shares the builder's objects, so further entries in the builder would change it. */
export function built({ own: _, ...progress }: ProgressBuilder): Progress {
  return progress;
}

/** The copy has no prototype: `constructor` or `__proto__` may be the id of a lesson or check. */
const copy = <V>(from: Readonly<Record<string, V>>): Record<string, V> =>
  Object.assign(Object.create(null), from);

/** A builder that begins with a copy of the progress. */
export const builderOf = (progress: Progress): ProgressBuilder => ({
  checks: progress.checks.copy(),
  attempts: copy(progress.attempts),
  finished: copy(progress.finished),
  settings: copy(progress.settings),
  ...(progress.latest !== undefined && { latest: progress.latest }),
  ...(progress.exercise && { exercise: progress.exercise }),
  resets: [...progress.resets],
  own: new Set(),
});

/** @param time when it was done, in milliseconds since 1970; the entry's `t` is only its order */
function apply(builder: ProgressBuilder, entry: LogEntry, time: number): void {
  if (entry.k === 'start') applyStart(builder, entry);
  else if (entry.k === 'at') applyAt(builder, entry, time);
  else if (entry.k === 'answer') applyAnswer(builder, entry, time);
  else if (entry.k === 'review') applyReview(builder, entry, time);
  else if (entry.k === 'set') builder.settings[entry.key] = entry.value;
  else if (entry.k === 'reset') {
    if (!entry.undo) applyReset(builder, entry);
  } else if (entry.k !== 'drill' && entry.k !== 'redate') {
    const exercise = exerciseAfter(builder.exercise, entry);
    if (exercise) builder.exercise = exercise;
  }
}

function applyStart(builder: ProgressBuilder, { lesson, seed, only }: Start): void {
  builder.attempts[lesson] = { seed, ...(only && { only }), step: '', answers: copy({}) };
  builder.own.add(lesson);
  builder.latest = lesson;
}

/** Ignores a step in a lesson without a start: a reset has hidden the start, or the log has lost it. */
function applyAt(builder: ProgressBuilder, { lesson, step, shown }: At, time: number): void {
  const place = builder.attempts[lesson];
  if (!place) return;
  const withShown = shown && { shown: [...(place.shown ?? []), step] };
  builder.attempts[lesson] = { ...place, step, visited: visitedAt(place, step), ...withShown };
  builder.latest = lesson;
  if (step === END) builder.finished[lesson] ??= time;
}

/** Snapshots of earlier versions only have the latest step. */
function visitedAt({ visited, step: before }: LessonAttempt, step: string): readonly string[] {
  const earlier = visited ?? (before === '' ? [] : [before]);
  return earlier.includes(step) ? earlier : [...earlier, step];
}

function applyAnswer(builder: ProgressBuilder, entry: Answer & Stamp, time: number): void {
  if (builder.exercise?.handedIn !== undefined) return; // another window did not know that the exercise was handed in
  const { lesson, check, choice, right } = entry;
  const given = { choice, right, t: time, ...(entry.again && { again: true as const }) };
  const before = builder.checks.get(check);
  const place = builder.attempts[lesson];
  const isSecondLook = place !== undefined && isSecondNext(place, check);
  const how = { lookedUp: entry.lookUps.length > 0, inReview: false, isSecondLook };
  builder.checks.set(check, {
    first: before?.first ?? given,
    last: given,
    tries: (before?.tries ?? 0) + 1,
    recall: recalled(builder, entry, time, how),
  });
  if (!place || (isAnswered(place, check) && !isSecondLook)) return;
  const own = ownAnswers(builder, lesson, place);
  builder.attempts[lesson] = isSecondLook
    ? { ...place, ...own, seconds: withAnswer(own.seconds ?? copy({}), check, given) }
    : { ...place, ...own, answers: withAnswer(own.answers, check, given) };
}

type Answers = LessonAttempt['answers'];

/** The answers of an attempt, copied if the builder does not own them yet. */
function ownAnswers(builder: ProgressBuilder, lesson: string, { answers, seconds }: LessonAttempt) {
  const isOwn = builder.own.has(lesson);
  builder.own.add(lesson);
  const own = <A extends Answers>(some: A): A => (isOwn ? some : (copy(some) as A));
  return { answers: own(answers), ...(seconds && { seconds: own(seconds) }) };
}

/** Changes the answers in place. */
function withAnswer(answers: Answers, check: string, given: AnswerRecord): Answers {
  (answers as Record<string, AnswerRecord>)[check] = given;
  return answers;
}

/** Ignores a review if a reset has hidden the answers to the check. */
function applyReview(builder: ProgressBuilder, entry: Review & Stamp, time: number): void {
  const before = builder.checks.get(entry.check);
  if (!before) return;
  const how = { lookedUp: false, inReview: true, isSecondLook: false };
  const recall = recalled(builder, entry, time, how);
  builder.checks.set(entry.check, { ...before, recall });
}

function recalled(
  builder: ProgressBuilder,
  { check, right, certainty, offset, ...stamp }: (Answer | Review) & Stamp,
  time: number,
  how: Pick<Recalling, 'lookedUp' | 'inReview' | 'isSecondLook'>,
): Recall {
  const sure = isCertainty(certainty) ? certainty : undefined; // a later version may have other values
  const day = dayOf(time, offset, dayEndsIn(builder.settings));
  const isRedated = time !== givenTime(stamp);
  const recalling = { right, certainty: sure, day, isRedated, ...how };
  return recallAfter(builder.checks.get(check)?.recall, recalling, parametersOf(builder.settings));
}

function applyReset(
  builder: ProgressBuilder,
  { id, lesson, checks = [] }: Reset & { id: string },
): void {
  if (lesson === undefined) hideAll(builder);
  else hideLesson(builder, lesson, checks);
  builder.resets = [...builder.resets, { id, ...(lesson !== undefined && { lesson }) }].slice(
    -RESETS_KEPT,
  );
}

/** Settings are not progress: a reset does not change them. */
function hideAll(builder: ProgressBuilder): void {
  builder.checks = new CheckTable();
  builder.attempts = copy({});
  builder.finished = copy({});
  delete builder.latest;
}

function hideLesson(builder: ProgressBuilder, lesson: string, checks: readonly string[]): void {
  for (const check of checks) builder.checks.delete(check);
  delete builder.attempts[lesson];
  delete builder.finished[lesson];
  if (builder.latest === lesson) delete builder.latest;
}

/**
 * The progress after further entries of the same log. The entries can be in any order and occur several times.
 * @param highest the highest stamp in the progress
 * @returns undefined if the progress must be computed from the complete log: an entry undoes a reset or redates
 *   answers, or is not later
 *   than the highest stamp (after an import, with two programs at once, or if a clock was set back)
 */
export function continueFrom(
  progress: Progress,
  highest: Stamp | undefined,
  entries: readonly LogEntry[],
): Progress | undefined {
  return follow(highest, entries) ? foldOnto(progress, inOrder(entries)) : undefined;
}

/**
 * Like `continueFrom`, but changes the builder in place.
 * @returns false if that is not possible; the builder is then unchanged
 */
export function continueDraft(
  builder: ProgressBuilder,
  highest: Stamp | undefined,
  entries: readonly LogEntry[],
): boolean {
  const can = follow(highest, entries);
  if (can) foldInto(builder, inOrder(entries));
  return can;
}

function follow(highest: Stamp | undefined, entries: readonly LogEntry[]): boolean {
  const isAbove = (entry: LogEntry): boolean => !highest || byTime(entry, highest) > 0;
  return entries.every((entry) => isIncremental(entry) && isAbove(entry));
}
