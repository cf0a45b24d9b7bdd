import type { CheckReport } from '../../room-report/report.js';
import { counted } from '../../text/english.js';

/** The words about a second vote, in the report of a live room. */

/**
 * "Second vote: 18 of 23 right (the same people in the first vote: 11 of 23). 8 people changed to the right answer, 1 away from it."
 * The first vote's numbers are of those who voted twice.
 */
export function secondVoteTexts({ second }: CheckReport): string[] {
  if (!second) return [];
  const { right, answered, before } = second;
  const first = before.answered === 0 ? 'none' : `${before.right} of ${before.answered}`;
  const result = `Second vote: ${right} of ${answered} right (the same people in the first vote: ${first}).`;
  return [`${result} ${changedText(second)}`];
}

function changedText({ toRight, fromRight }: NonNullable<CheckReport['second']>): string {
  if (toRight + fromRight === 0) return 'Nobody changed to the right answer, or away from it.';
  return `${counted(toRight, 'person', 'people')} changed to the right answer, ${fromRight} away from it.`;
}

/** Before the answer is shown, the number of right answers would give the key away. */
export const secondAnswersTexts = ({ second }: CheckReport): string[] =>
  second ? [`Second vote: ${counted(second.answered, 'answer')}`] : [];

/** "11 → 18": how many chose it in the first vote, and in the second if there was one. */
export const bothCounts = (first: string, second: string | undefined): string =>
  second === undefined ? first : `${first} → ${second}`;

export const FIRST_VOTE = 'First vote';
export const SECOND_VOTE = 'Second vote';

/** What the bars of each choice are. */
export const TWO_BARS = 'The upper bar is the first vote, the lower bar is the second.';
