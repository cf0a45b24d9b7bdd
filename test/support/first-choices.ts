/**
 * Lines for a lesson of any kind of question: the first choice of each question, the first heading for each statement of a
 * board, and the answer after a miss. Where a line means nothing, it does nothing.
 */
export const FIRST_CHOICES = '1\ns\n\n'.repeat(100);
