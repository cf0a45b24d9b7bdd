import type { PastAnswer } from '../log/past-answers.js';

/**
 * The most right answers in a complete round of "Who said it?" with so many questions; undefined if there was none.
 * A round that the learner left is not complete. Two programs at once may mix the answers of two rounds.
 * @param past in the order of the log
 */
export function bestRound(past: readonly PastAnswer[], of: number): number | undefined {
  const begun = new Map<string, readonly boolean[]>();
  let best: number | undefined;
  for (const answer of past) {
    if (answer.k !== 'drill' || answer.round === undefined || answer.of !== of) continue;
    const answers = [...(begun.get(answer.round) ?? []), answer.right];
    begun.set(answer.round, answers.length < of ? answers : []);
    if (answers.length === of) best = Math.max(best ?? 0, answers.filter(Boolean).length);
  }
  return best;
}
