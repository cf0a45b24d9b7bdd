/**
 * How likely at least so many of independent trials succeed: the upper tail of the Poisson-binomial distribution, by
 * adding one trial after the other (exact but for rounding; Hong 2013, On computing the distribution function for the
 * Poisson binomial distribution, Computational Statistics & Data Analysis 59).
 * @param least from 0
 * @param chances of each trial, from 0 to 1
 * @returns from 0 to 1; 1 where `least` is 0
 */
export function chanceOfAtLeast(least: number, chances: readonly number[]): number {
  const tail = chances.reduce(withOneMore, [1]).slice(least);
  // From the smallest on, so that small ones are not lost beside large ones.
  return Math.min(
    1,
    tail.reverse().reduce((sum, one) => sum + one, 0),
  );
}

/** How likely each number of successes is, from 0 on, when one more trial is made. */
const withOneMore = (before: readonly number[], chance: number): number[] =>
  Array.from(
    { length: before.length + 1 },
    (_, n) => (before[n] ?? 0) * (1 - chance) + (before[n - 1] ?? 0) * chance,
  );
