/** The 32 characters of Crockford's alphabet (2002), without I, L, O and U, which people misread or mishear. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export const BITS_PER_CHARACTER = 5;

/** Letters that people write for a digit when they copy a code. */
const MISREAD_AS: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' };

/** The value of each character, and of each letter that is misread. */
const VALUES: ReadonlyMap<string, number> = new Map([
  ...[...ALPHABET].map((character, value) => [character, value] as const),
  ...Object.entries(MISREAD_AS).map(([letter, digit]) => [letter, Number(digit)] as const),
]);

/** A typed code in upper case, without spaces, dashes, underscores, full stops and the quotes around it. */
export const bareCode = (typed: string): string =>
  typed
    .replace(/[\s\p{Pd}\u2212_.]/gu, '')
    .replace(/^["'`\p{Pi}\p{Pf}\u201a\u201e]+|["'`\p{Pi}\p{Pf}]+$/gu, '')
    .toUpperCase();

/** @returns the value of each character, from 0 to 31; undefined if the alphabet lacks a character */
export function valuesOf(bare: string): number[] | undefined {
  const values: number[] = [];
  for (const character of bare) {
    const value = VALUES.get(character);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

/** @param values each from 0 to 31 */
export const charactersOf = (values: readonly number[]): string =>
  values.map((value) => ALPHABET.charAt(value)).join('');

/** A code in groups of `size` characters, to be read aloud: `4KXM7-2QT9P`. */
export const grouped = (code: string, size: number): string =>
  (code.match(new RegExp(`.{1,${size}}`, 'gu')) ?? []).join('-');

/** The values of a number in base 32, highest first, as exactly `count` characters. */
export function characterValues(number: bigint, count: number): number[] {
  const values: number[] = [];
  let rest = number;
  for (let i = 0; i < count; i++) {
    values.unshift(Number(rest % 32n));
    rest /= 32n;
  }
  return values;
}

/** The number that the values represent in base 32, highest first. */
export const numberOf = (values: readonly number[]): bigint =>
  values.reduce((number, value) => number * 32n + BigInt(value), 0n);
