/** A program and its course: what two people compare who see different things. */
export type MadeWith = {
  /** The version of the program, such as `0.3.0`. */
  readonly version: string;
  /** Six hexadecimal digits for the words of the course, see `wordsHash`. */
  readonly words: string;
};

/** "0.3.0 (a1b2c3)". */
export const madeWithText = ({ version, words }: MadeWith): string => `${version} (${words})`;

/** The number of values of: words, major, minor and patch version. */
export const MADE_WITH = [2 ** 24, 4, 32, 32] as const;

/** The values of `MADE_WITH`. Larger numbers of a version become the largest that fits. */
export function madeWithValues({ version, words }: MadeWith): number[] {
  const numbers = version.split('.').map((part) => Number.parseInt(part, 10));
  const [, ...most] = MADE_WITH;
  const parts = most.map((of, i) => Math.min(numbers[i] || 0, of - 1));
  return [Number.parseInt(words, 16), ...parts];
}

export const madeWithOf = ([words = 0, ...version]: readonly number[]): MadeWith => ({
  version: version.join('.'),
  words: words.toString(16).padStart(6, '0'),
});
