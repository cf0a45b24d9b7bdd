import { END } from '../course/lesson.js';
import type {
  Answer,
  At,
  Begin,
  HandedIn,
  Joined,
  LogEntry,
  Reset,
  Review,
  Stamp,
  Start,
} from '../log/entry.js';
import { byTime, inOrder } from '../log/order.js';
import { isIncremental, undoneResets } from '../log/resets.js';
import { isCertainty } from '../memory/certainty.js';
import { dayOf } from '../memory/day.js';
import { type Recall, type Recalling, recallAfter } from '../memory/recall.js';
import { parametersOf } from '../settings.js';
import { CheckTable } from './check-table.js';
import type {
  AnswerRecord,
  EditableChecks,
  Exercise,
  LessonAttempt,
  Progress,
} from './progress.js';

/** How many resets are remembered for undoing: bounded, as all that is kept here. */
const RESETS_KEPT = 20;

export const emptyProgress: Progress = {
  checks: new CheckTable(),
  attempts: {},
  finished: {},
  settings: {},
  resets: [],
};

/**
 * Progress being built: the same shape, changed in place, so that an entry takes as long as it has to and not as long
 * as everything before it.
 */
export type ProgressBuilder = {
  checks: EditableChecks;
  attempts: Record<string, LessonAttempt>;
  finished: Record<string, number>;
  settings: Record<string, string>;
  latest?: string;
  exercise?: Exercise;
  resets: { id: string; lesson?: string }[];
  /** Lessons whose answers are this draft's own to change. */
  readonly own: Set<string>;
};

/** The progress that a whole log amounts to, in whatever order and however often its entries are given. */
export function foldAll(entries: readonly LogEntry[]): Progress {
  const once = inOrder(entries);
  const undone = undoneResets(once);
  const builder = builderOf(emptyProgress);
  for (const entry of once) if (!undone.has(entry.id)) apply(builder, entry);
  return built(builder);
}

/** The progress after further entries, each above all before it and one that `foldsForward`. */
export function foldOnto(progress: Progress, entries: readonly LogEntry[]): Progress {
  if (entries.length === 0) return progress;
  const builder = builderOf(progress);
  foldInto(builder, entries);
  return built(builder);
}

/** Takes further entries into a draft, each above all before it and one that `foldsForward`. */
function foldInto(builder: ProgressBuilder, entries: readonly LogEntry[]): void {
  for (const entry of entries) apply(builder, entry);
}

/** What a draft amounts to now: as long as it is not added to, since its parts are the draft's. */
export function built({ own: _, ...progress }: ProgressBuilder): Progress {
  return progress;
}

/** Null prototypes: an id such as `constructor` or `__proto__` is a key as any other. */
const copy = <V>(from: Readonly<Record<string, V>>): Record<string, V> =>
  Object.assign(Object.create(null), from);

/** A draft of its own, to be added to: the progress stays as it is. */
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

function apply(builder: ProgressBuilder, entry: LogEntry): void {
  if (entry.k === 'start') applyStart(builder, entry);
  else if (entry.k === 'at') applyAt(builder, entry);
  else if (entry.k === 'answer') applyAnswer(builder, entry);
  else if (entry.k === 'review') applyReview(builder, entry);
  else if (entry.k === 'set') builder.settings[entry.key] = entry.value;
  else if (entry.k === 'reset') {
    if (!entry.undo) applyReset(builder, entry);
  } else if (entry.k !== 'drill') applyExercise(builder, entry);
}

/** What was first counts: an exercise has one beginning and one end. */
function applyExercise(builder: ProgressBuilder, entry: (Joined | Begin | HandedIn) & Stamp): void {
  if (entry.k === 'join') {
    const { room, person, exercise } = entry;
    // Come to again, it is the same but for the time that was given since.
    const before = builder.exercise;
    builder.exercise = before
      ? { ...before, room: { ...before.room, minutes: room.minutes } }
      : { room, person, exercise };
  } else if (!builder.exercise) return;
  else if (entry.k === 'begin') builder.exercise = { began: entry.t, ...builder.exercise };
  else builder.exercise = { handedIn: entry.t, because: entry.because, ...builder.exercise };
}

function applyStart(builder: ProgressBuilder, { lesson, seed, only }: Start): void {
  builder.attempts[lesson] = { seed, ...(only && { only }), step: '', answers: copy({}) };
  builder.own.add(lesson);
  builder.latest = lesson;
}

/** A place without a start was hidden by a reset, or its start was lost: the move has nothing to stand on. */
function applyAt(builder: ProgressBuilder, { lesson, step, t }: At & { t: number }): void {
  const place = builder.attempts[lesson];
  if (!place) return;
  builder.attempts[lesson] = { ...place, step };
  builder.latest = lesson;
  if (step === END) builder.finished[lesson] ??= t;
}

function applyAnswer(builder: ProgressBuilder, entry: Answer & { t: number }): void {
  if (builder.exercise?.handedIn !== undefined) return; // from another window that did not know
  const { lesson, check, choice, right, t } = entry;
  const given = { choice, right, t };
  const before = builder.checks.get(check);
  builder.checks.set(check, {
    first: before?.first ?? given,
    last: given,
    tries: (before?.tries ?? 0) + 1,
    recall: recalled(builder, entry, { lookedUp: entry.lookUps.length > 0, inReview: false }),
  });
  const place = builder.attempts[lesson];
  if (!place || Object.hasOwn(place.answers, check)) return;
  const answers = builder.own.has(lesson) ? place.answers : copy(place.answers);
  (answers as Record<string, AnswerRecord>)[check] = given;
  builder.own.add(lesson);
  builder.attempts[lesson] = { ...place, answers };
}

/** A review of a check whose answers a reset has hidden has nothing to stand on. */
function applyReview(builder: ProgressBuilder, entry: Review & { t: number }): void {
  const before = builder.checks.get(entry.check);
  if (!before) return;
  const recall = recalled(builder, entry, { lookedUp: false, inReview: true });
  builder.checks.set(entry.check, { ...before, recall });
}

function recalled(
  builder: ProgressBuilder,
  { check, right, certainty, t, offset }: (Answer | Review) & { t: number },
  how: Pick<Recalling, 'lookedUp' | 'inReview'>,
): Recall {
  const sure = isCertainty(certainty) ? certainty : undefined; // a later version may have others
  const recalling = { right, certainty: sure, day: dayOf(t, offset), ...how };
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

/** Settings are the learner's, not progress: a reset leaves them. */
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
 * The progress after further entries of the same log, in whatever order and however often given.
 * @param highest the highest stamp that went into the progress
 * @returns nothing where only the whole log can tell: an entry takes a reset back, or is not above the
 *   highest, as after an import, with two programs at once, or when a clock was set back
 */
export function continueFrom(
  progress: Progress,
  highest: Stamp | undefined,
  entries: readonly LogEntry[],
): Progress | undefined {
  return follow(highest, entries) ? foldOnto(progress, inOrder(entries)) : undefined;
}

/** The same into a draft, in place. @returns whether it could be done; if not, the draft is as it was */
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
