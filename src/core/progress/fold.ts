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
import { foldsForward, takenBack } from '../log/resets.js';
import { isCertainty } from '../memory/certainty.js';
import { dayOf } from '../memory/day.js';
import { type Recall, type Recalling, recallAfter } from '../memory/recall.js';
import { parametersOf } from '../settings.js';
import { AnsweredChecks } from './check-table.js';
import type { AnswerRecord, EditableChecks, Exercise, Place, Progress } from './progress.js';

/** How many resets are remembered for undoing: bounded, as all that is kept here. */
const RESETS_KEPT = 20;

export const emptyProgress: Progress = {
  checks: new AnsweredChecks(),
  places: {},
  finished: {},
  settings: {},
  resets: [],
};

/**
 * Progress being built: the same shape, changed in place, so that an entry takes as long as it has to and not as long
 * as everything before it.
 */
export type Draft = {
  checks: EditableChecks;
  places: Record<string, Place>;
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
  const undone = takenBack(once);
  const draft = draftOf(emptyProgress);
  for (const entry of once) if (!undone.has(entry.id)) apply(draft, entry);
  return progressOf(draft);
}

/** The progress after further entries, each above all before it and one that `foldsForward`. */
export function foldOnto(progress: Progress, entries: readonly LogEntry[]): Progress {
  if (entries.length === 0) return progress;
  const draft = draftOf(progress);
  foldInto(draft, entries);
  return progressOf(draft);
}

/** Takes further entries into a draft, each above all before it and one that `foldsForward`. */
function foldInto(draft: Draft, entries: readonly LogEntry[]): void {
  for (const entry of entries) apply(draft, entry);
}

/** What a draft amounts to now: as long as it is not added to, since its parts are the draft's. */
export function progressOf({ own: _, ...progress }: Draft): Progress {
  return progress;
}

/** Null prototypes: an id such as `constructor` or `__proto__` is a key as any other. */
const copy = <V>(from: Readonly<Record<string, V>>): Record<string, V> =>
  Object.assign(Object.create(null), from);

/** A draft of its own, to be added to: the progress stays as it is. */
export const draftOf = (progress: Progress): Draft => ({
  checks: progress.checks.copy(),
  places: copy(progress.places),
  finished: copy(progress.finished),
  settings: copy(progress.settings),
  ...(progress.latest !== undefined && { latest: progress.latest }),
  ...(progress.exercise && { exercise: progress.exercise }),
  resets: [...progress.resets],
  own: new Set(),
});

function apply(draft: Draft, entry: LogEntry): void {
  if (entry.k === 'start') applyStart(draft, entry);
  else if (entry.k === 'at') applyAt(draft, entry);
  else if (entry.k === 'answer') applyAnswer(draft, entry);
  else if (entry.k === 'review') applyReview(draft, entry);
  else if (entry.k === 'set') draft.settings[entry.key] = entry.value;
  else if (entry.k === 'reset') {
    if (!entry.undo) applyReset(draft, entry);
  } else if (entry.k !== 'drill') applyExercise(draft, entry);
}

/** What was first counts: an exercise has one beginning and one end. */
function applyExercise(draft: Draft, entry: (Joined | Begin | HandedIn) & Stamp): void {
  if (entry.k === 'join') {
    const { room, person, exercise } = entry;
    // Come to again, it is the same but for the time that was given since.
    const before = draft.exercise;
    draft.exercise = before
      ? { ...before, room: { ...before.room, minutes: room.minutes } }
      : { room, person, exercise };
  } else if (!draft.exercise) return;
  else if (entry.k === 'begin') draft.exercise = { began: entry.t, ...draft.exercise };
  else draft.exercise = { handedIn: entry.t, because: entry.because, ...draft.exercise };
}

function applyStart(draft: Draft, { lesson, seed, only }: Start): void {
  draft.places[lesson] = { seed, ...(only && { only }), step: '', answers: copy({}) };
  draft.own.add(lesson);
  draft.latest = lesson;
}

/** A place without a start was hidden by a reset, or its start was lost: the move has nothing to stand on. */
function applyAt(draft: Draft, { lesson, step, t }: At & { t: number }): void {
  const place = draft.places[lesson];
  if (!place) return;
  draft.places[lesson] = { ...place, step };
  draft.latest = lesson;
  if (step === END) draft.finished[lesson] ??= t;
}

function applyAnswer(draft: Draft, entry: Answer & { t: number }): void {
  if (draft.exercise?.handedIn !== undefined) return; // from another window that did not know
  const { lesson, check, choice, right, t } = entry;
  const given = { choice, right, t };
  const before = draft.checks.get(check);
  draft.checks.set(check, {
    first: before?.first ?? given,
    last: given,
    tries: (before?.tries ?? 0) + 1,
    recall: recalled(draft, entry, { lookedUp: entry.lookUps.length > 0, inReview: false }),
  });
  const place = draft.places[lesson];
  if (!place || Object.hasOwn(place.answers, check)) return;
  const answers = draft.own.has(lesson) ? place.answers : copy(place.answers);
  (answers as Record<string, AnswerRecord>)[check] = given;
  draft.own.add(lesson);
  draft.places[lesson] = { ...place, answers };
}

/** A review of a check whose answers a reset has hidden has nothing to stand on. */
function applyReview(draft: Draft, entry: Review & { t: number }): void {
  const before = draft.checks.get(entry.check);
  if (!before) return;
  const recall = recalled(draft, entry, { lookedUp: false, inReview: true });
  draft.checks.set(entry.check, { ...before, recall });
}

function recalled(
  draft: Draft,
  { check, right, certainty, t, offset }: (Answer | Review) & { t: number },
  how: Pick<Recalling, 'lookedUp' | 'inReview'>,
): Recall {
  const sure = isCertainty(certainty) ? certainty : undefined; // a later version may have others
  const recalling = { right, certainty: sure, day: dayOf(t, offset), ...how };
  return recallAfter(draft.checks.get(check)?.recall, recalling, parametersOf(draft.settings));
}

function applyReset(draft: Draft, { id, lesson, checks = [] }: Reset & { id: string }): void {
  if (lesson === undefined) hideAll(draft);
  else hideLesson(draft, lesson, checks);
  draft.resets = [...draft.resets, { id, ...(lesson !== undefined && { lesson }) }].slice(
    -RESETS_KEPT,
  );
}

/** Settings are the learner's, not progress: a reset leaves them. */
function hideAll(draft: Draft): void {
  draft.checks = new AnsweredChecks();
  draft.places = copy({});
  draft.finished = copy({});
  delete draft.latest;
}

function hideLesson(draft: Draft, lesson: string, checks: readonly string[]): void {
  for (const check of checks) draft.checks.delete(check);
  delete draft.places[lesson];
  delete draft.finished[lesson];
  if (draft.latest === lesson) delete draft.latest;
}

/**
 * The progress after further entries of the same log, in whatever order and however often given.
 * @param highest the highest stamp that went into the progress
 * @returns nothing where only the whole log can tell: an entry takes a reset back, or is not above the
 *   highest, as after an import, with two programs at once, or when a clock was set back
 */
export function continueFold(
  progress: Progress,
  highest: Stamp | undefined,
  entries: readonly LogEntry[],
): Progress | undefined {
  return follow(highest, entries) ? foldOnto(progress, inOrder(entries)) : undefined;
}

/** The same into a draft, in place. @returns whether it could be done; if not, the draft is as it was */
export function continueDraft(
  draft: Draft,
  highest: Stamp | undefined,
  entries: readonly LogEntry[],
): boolean {
  const can = follow(highest, entries);
  if (can) foldInto(draft, inOrder(entries));
  return can;
}

function follow(highest: Stamp | undefined, entries: readonly LogEntry[]): boolean {
  const isAbove = (entry: LogEntry): boolean => !highest || byTime(entry, highest) > 0;
  return entries.every((entry) => foldsForward(entry) && isAbove(entry));
}
