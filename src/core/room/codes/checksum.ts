/**
 * Check characters that find typos: the remainder of a Reed-Solomon code over GF(32) (Reed and Solomon 1960) with the
 * primitive polynomial x^5 + x^2 + 1. In a code of up to 31 characters, `count` check characters find up to `count` wrong
 * characters. One check character finds any single wrong character and any two swapped neighbours.
 * @param values each from 0 to 31
 */
export function checksumOf(values: readonly number[], count: number): number[] {
  const generator = generatorOf(count);
  const rest: number[] = Array.from({ length: count }, () => 0);
  for (const value of values) {
    const factor = value ^ (rest[0] ?? 0);
    for (let i = 0; i < count; i++)
      rest[i] = (rest[i + 1] ?? 0) ^ times(factor, generator[i + 1] ?? 0);
  }
  return rest;
}

/** @returns the values before the check characters; undefined if the check characters do not match */
export function withoutChecksum(values: readonly number[], count: number): number[] | undefined {
  if (values.length <= count) return undefined;
  const content = values.slice(0, -count);
  const matches = checksumOf(content, count).every((value, i) => value === values.at(i - count));
  return matches ? content : undefined;
}

const FIELD = 32;
const PRIMITIVE = 0b100101;

function times(a: number, b: number): number {
  let product = 0;
  let doubled = a;
  for (let bits = b; bits > 0; bits >>= 1) {
    if (bits & 1) product ^= doubled;
    doubled <<= 1;
    if (doubled & FIELD) doubled ^= PRIMITIVE;
  }
  return product;
}

/** Coefficients of the product of (x - a^i) for i from 1 to `count`, highest power first. */
function generatorOf(count: number): number[] {
  let polynomial = [1];
  let root = 1;
  for (let i = 0; i < count; i++) {
    root = times(root, 2);
    const shifted = [...polynomial, 0];
    polynomial = shifted.map((value, j) => value ^ times(polynomial[j - 1] ?? 0, root));
  }
  return polynomial;
}
