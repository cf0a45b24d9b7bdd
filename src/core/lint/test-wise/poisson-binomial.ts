/**
 * The probability that at least `least` independent trials succeed: the upper tail of the Poisson binomial distribution,
 * computed by adding the trials one by one. Exact except for rounding (Hong 2013, On computing the distribution function
 * for the Poisson binomial distribution, Computational Statistics & Data Analysis 59).
 * @param least from 0
 * @param chances the probability of success of each trial, from 0 to 1
 * @returns from 0 to 1; 1 if `least` is 0
 */
export function chanceOfAtLeast(least: number, chances: readonly number[]): number {
  const tail = chances.reduce(withTrial, [1]).slice(least);
  // Add the smallest numbers first, to lose less to rounding.
  return Math.min(
    1,
    tail.reverse().reduce((sum, probability) => sum + probability, 0),
  );
}

/** The probabilities of 0, 1, 2, … successes after one more trial. */
const withTrial = (before: readonly number[], chance: number): number[] =>
  Array.from(
    { length: before.length + 1 },
    (_, n) => (before[n] ?? 0) * (1 - chance) + (before[n - 1] ?? 0) * chance,
  );
