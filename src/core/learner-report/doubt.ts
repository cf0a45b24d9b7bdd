import type { Check, Choice, Lesson } from '../course/course.js';
import { checksOf } from '../course/lesson.js';
import type { PastAnswer } from '../log/past-answers.js';

/** How often an error happened, and how often it could have happened. */
export type ErrorCount = { readonly count: number; readonly of: number };

/** The two errors about what the article leaves open. A learner who doubts everything makes only the second. */
export type Doubt = {
  /** Answers that state something, of the answers to questions that the article leaves open. */
  readonly takenAsSaid: ErrorCount;
  /** Answers "the article does not say", of the answers to other questions that offer this choice. */
  readonly overlooked: ErrorCount;
  /** Which error has the higher share. Absent if there are too few answers of either kind to say. */
  readonly moreCommon?: 'taken-as-said' | 'overlooked' | 'equal';
};

/** The least number of answers of each kind for a comparison. */
const ENOUGH = 5;

/**
 * Counts each check's first answer in lessons, and each answer in a review. Retries and second looks come after an
 * explanation, and a reverse question has other choices.
 * @param past in the order of the log
 */
export function doubtOf(lessons: readonly Lesson[], past: readonly PastAnswer[]): Doubt {
  const checks = new Map(lessons.flatMap(checksOf).map((check) => [check.id, check]));
  const given = counted(past).flatMap(({ check: id, choice }) => {
    const check = checks.get(id);
    const open = check?.choices.find((one) => one.open);
    return check && open ? [{ check, open, choice }] : [];
  });
  const takenAsSaid = countOf(given, isLeftOpen, ({ open, choice }) => choice !== open.id);
  const overlooked = countOf(given, isSaid, ({ open, choice }) => choice === open.id);
  const moreCommon = commoner(takenAsSaid, overlooked);
  return { takenAsSaid, overlooked, ...(moreCommon && { moreCommon }) };
}

type Given = { readonly check: Check; readonly open: Choice; readonly choice: string };

const isLeftOpen = ({ check, open }: Given): boolean => check.key === open.id;
const isSaid = (given: Given): boolean => !isLeftOpen(given);

function counted(
  past: readonly PastAnswer[],
): { readonly check: string; readonly choice: string }[] {
  const answered = new Set<string>();
  return past.flatMap((entry) => {
    if (entry.k === 'drill' || (entry.k === 'review' && entry.mirror)) return [];
    if (entry.k === 'answer' && answered.has(entry.check)) return [];
    if (entry.k === 'answer') answered.add(entry.check);
    return [entry];
  });
}

function countOf(
  given: readonly Given[],
  isChance: (one: Given) => boolean,
  isError: (one: Given) => boolean,
): ErrorCount {
  const chances = given.filter(isChance);
  return { count: chances.filter(isError).length, of: chances.length };
}

function commoner(takenAsSaid: ErrorCount, overlooked: ErrorCount): Doubt['moreCommon'] {
  if (takenAsSaid.of < ENOUGH || overlooked.of < ENOUGH) return undefined;
  const difference = takenAsSaid.count * overlooked.of - overlooked.count * takenAsSaid.of;
  if (difference === 0) return 'equal';
  return difference > 0 ? 'taken-as-said' : 'overlooked';
}
