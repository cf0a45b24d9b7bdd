/**
 * The probability that at least `least` independent trials succeed: the upper tail of the Poisson binomial distribution
 * (Hong 2013, On computing the distribution function for the Poisson binomial distribution, Computational Statistics &
 * Data Analysis 59). Trials with the same chance are one binomial distribution. With up to two different chances, as in
 * a course, the time is proportional to the number of trials. Exact except for rounding.
 * @param least from 0
 * @param chances the probability of success of each trial, from 0 to 1
 * @returns from 0 to 1; 1 if `least` is 0
 */
export function chanceOfAtLeast(least: number, chances: readonly number[]): number {
  const trials = new Map<number, number>();
  for (const chance of chances) trials.set(chance, (trials.get(chance) ?? 0) + 1);
  const [first = [1], ...rest] = [...trials].map(([chance, n]) => binomial(n, chance));
  const [second = [1], ...others] = rest;
  const tail = tailsOf(others.reduce(sumOf, second));
  const part = (probability: number, n: number): number => probability * tailAt(tail, least - n);
  return Math.min(1, total(first.map(part)));
}

/** The probabilities of 0 to n successes. Each follows from its neighbour, beginning at the most likely one. */
function binomial(n: number, chance: number): number[] {
  const weights = new Array<number>(n + 1).fill(0);
  const mode = Math.min(n, Math.floor((n + 1) * chance));
  const weight = (k: number): number => weights[k] ?? 0;
  weights[mode] = 1;
  for (let k = mode; k < n; k++)
    weights[k + 1] = (weight(k) * (n - k) * chance) / ((k + 1) * (1 - chance));
  for (let k = mode; k > 0; k--)
    weights[k - 1] = (weight(k) * k * (1 - chance)) / ((n - k + 1) * chance);
  const all = total(weights);
  return weights.map((one) => one / all);
}

/** Adds the smallest numbers first, to lose less to rounding. */
const total = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b).reduce((sum, value) => sum + value, 0);

/** The distribution of the sum of two independent numbers of successes. */
function sumOf(a: readonly number[], b: readonly number[]): number[] {
  const sums = new Array<number>(a.length + b.length - 1).fill(0);
  for (const [i, left] of a.entries())
    for (const [j, right] of b.entries()) sums[i + j] = (sums[i + j] ?? 0) + left * right;
  return sums;
}

/** The probabilities of at least 0, 1, 2, … successes. */
function tailsOf(probabilities: readonly number[]): number[] {
  const tails = [...probabilities];
  for (let n = tails.length - 2; n >= 0; n--) tails[n] = (tails[n] ?? 0) + (tails[n + 1] ?? 0);
  return tails;
}

const tailAt = (tails: readonly number[], least: number): number => tails[Math.max(0, least)] ?? 0;
