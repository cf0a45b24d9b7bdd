/** A digit with how many values it can have, from 0 on. */
export type Digit = { readonly value: number; readonly of: number };

/** Digits of any radix each as one number, the first the lowest. */
export const packed = (digits: readonly Digit[]): bigint =>
  digits.reduceRight((number, { value, of }) => number * BigInt(of) + BigInt(value), 0n);

/** @returns the digits of the number for these radices, the first the lowest, and what is above them */
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
