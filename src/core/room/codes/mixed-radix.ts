/** A digit and its radix: `value` is from 0 to `of` - 1. */
export type Digit = { readonly value: number; readonly of: number };

/** One number from digits, each with its own radix; the first digit is the lowest. */
export const packed = (digits: readonly Digit[]): bigint =>
  digits.reduceRight((number, { value, of }) => number * BigInt(of) + BigInt(value), 0n);

/** @returns the digits of the number for these radices, lowest first, and the quotient above them */
export function unpacked(
  number: bigint,
  radices: readonly number[],
): { readonly values: number[]; readonly above: bigint } {
  let above = number;
  const values = radices.map((of) => {
    const value = Number(above % BigInt(of));
    above /= BigInt(of);
    return value;
  });
  return { values, above };
}
