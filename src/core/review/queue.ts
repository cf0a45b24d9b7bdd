import type { CourseIndex } from '../course/course.js';
import { memoize, memoize2 } from '../memoize.js';
import type { Progress } from '../progress/progress.js';
import { settingsOf } from '../settings.js';
import { checksDue, countDue, type DueCheck, scheduleOf } from './schedule.js';

/** What a review asks on a day, in order. */
export const reviewOn = (course: CourseIndex, progress: Progress, day: number): DueCheck[] =>
  reviewQueue(
    checksDue(course, progress, day),
    ({ check }) => claimsAsked(course).get(check) ?? [check],
    settingsOf(progress.settings).session,
  );

/** How many questions a review asks, and how many are due. The others come in the reviews after it. */
export type ReviewCount = { readonly now: number; readonly due: number };

/** What home and the end of a review count. */
export const reviewCount = (course: CourseIndex, progress: Progress, day: number): ReviewCount =>
  countsOf(course, progress)(day);

const countsOf = memoize2((course: CourseIndex, progress: Progress) => {
  const counts = new Map<number, ReviewCount>();
  return (day: number): ReviewCount => {
    const count = counts.get(day) ?? countOn(course, progress, day);
    counts.set(day, count);
    return count;
  };
});

function countOn(course: CourseIndex, progress: Progress, day: number): ReviewCount {
  const due = countDue(scheduleOf(course, progress), day);
  const { session } = settingsOf(progress.settings);
  // One question keeps at most so many others out. Home need not sort the thousands that may be due in a large course.
  const isFull = due >= session * (1 + mostKeptOut(course));
  return { now: isFull ? session : reviewOn(course, progress, day).length, due };
}

/**
 * The checks of a review, in order. First come wrong answers that the learner was certain about, since learners correct
 * such errors best (Butterfield and Metcalfe 2001). Then come the most overdue. Takes only one check about each claim,
 * because one could reveal the answer to the other.
 * @param claimsOf the claims of a check; claims that say the same thing have one name
 * @param size the most checks
 */
export function reviewQueue(
  due: readonly DueCheck[],
  claimsOf: (one: DueCheck) => readonly string[],
  size: number,
): DueCheck[] {
  const asked = new Set<string>();
  const planned: DueCheck[] = [];
  for (const one of [...due].sort(byUrgency)) {
    if (planned.length >= size) break;
    const claims = claimsOf(one);
    if (claims.some((claim) => asked.has(claim))) continue;
    for (const claim of claims) asked.add(claim);
    planned.push(one);
  }
  return planned;
}

const byUrgency = (a: DueCheck, b: DueCheck): number =>
  Number(b.recall.surelyMissed) - Number(a.recall.surelyMissed) || a.due - b.due;

/** The claims of the checks that share one with another. */
const claimsAsked = memoize(({ sameClaim = [] }: CourseIndex) => {
  const claims = new Map<string, string[]>();
  sameClaim.forEach((checks, claim) => {
    for (const check of checks) claims.set(check, [...(claims.get(check) ?? []), `${claim}`]);
  });
  return claims;
});

/** The most checks that one check can keep out of a review. */
const mostKeptOut = memoize((course: CourseIndex): number => {
  const others = [...claimsAsked(course).values()].map((claims) =>
    claims.reduce((sum, claim) => sum + (course.sameClaim?.[Number(claim)]?.length ?? 0) - 1, 0),
  );
  return Math.max(0, ...others);
});
