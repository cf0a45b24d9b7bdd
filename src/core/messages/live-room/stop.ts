import type { ExerciseScore } from '../../progress/exercise.js';

export const READ_LABEL = 'Read this text';

/** "Question 4 of 7", "Questions 4 to 7 of 12". @param number of the first, from 1 */
export const questionLabel = (number: number, count: number, of: number): string =>
  count === 1
    ? `Question ${number} of ${of}`
    : `Questions ${number} to ${number + count - 1} of ${of}`;

/** "5 of 7 right in the first vote, 1 not answered" */
export function firstVoteText({ answered, right, of }: ExerciseScore): string {
  const score = `${right} of ${of} right in the first vote`;
  return answered === of ? score : `${score}, ${of - answered} not answered`;
}
