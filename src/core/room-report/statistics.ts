/** These describe the values themselves. They do not estimate a larger population. */

/** @returns undefined if there are no values */
export const mean = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, one) => sum + one, 0) / values.length;

/** The mean squared distance from the mean: divides by n, not by n - 1. 0 if there are no values. */
export function variance(values: readonly number[]): number {
  const middle = mean(values) ?? 0;
  return mean(values.map((one) => (one - middle) ** 2)) ?? 0;
}

/**
 * Pearson's product-moment correlation (Pearson 1895), from -1 to 1. If one variable is only 0 or 1, this is the
 * point-biserial correlation.
 * @returns undefined if either does not vary
 */
export function correlation(xs: readonly number[], ys: readonly number[]): number | undefined {
  const [middleX = 0, middleY = 0] = [mean(xs), mean(ys)];
  const products = xs.map((x, i) => (x - middleX) * ((ys[i] ?? 0) - middleY));
  const spread = Math.sqrt(variance(xs) * variance(ys));
  return spread === 0 ? undefined : (mean(products) ?? 0) / spread;
}
