/** The 32 signs of a code, Crockford's (2002): no I, L, O and U, which are misread or misheard. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Each sign holds so many bits. */
export const BITS_PER_CHARACTER = 5;

/** How one who copies from a board may write a sign otherwise. */
const TAKEN_FOR: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' };

/** A code as typed, without what makes no difference: case, blanks, dashes of all kinds. */
export const bareCode = (typed: string): string =>
  typed.replace(/[\s\p{Pd}\u2212_.]/gu, '').toUpperCase();

/** @returns the value of each sign, from 0 to 31; nothing when one is no sign of a code */
export function valuesOf(bare: string): number[] | undefined {
  const values = [...bare].map((sign) => ALPHABET.indexOf(TAKEN_FOR[sign] ?? sign));
  return values.includes(-1) ? undefined : values;
}

/** @param values each from 0 to 31 */
export const charactersOf = (values: readonly number[]): string =>
  values.map((value) => ALPHABET.charAt(value)).join('');

/** A code as it is shown, in groups that can be read aloud: `4KXM7-2QT9P`. */
export const grouped = (code: string, size: number): string =>
  (code.match(new RegExp(`.{1,${size}}`, 'gu')) ?? []).join('-');

/** A number as so many signs, the highest first. */
export function characterValues(number: bigint, count: number): number[] {
  const values: number[] = [];
  let rest = number;
  for (let i = 0; i < count; i++) {
    values.unshift(Number(rest % 32n));
    rest /= 32n;
  }
  return values;
}

/** The number that the values stand for, the highest first. */
export const numberOf = (values: readonly number[]): bigint =>
  values.reduce((number, value) => number * 32n + BigInt(value), 0n);
