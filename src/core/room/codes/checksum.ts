/**
 * Check characters that find typos: the remainder of a Reed-Solomon code over GF(32) (Reed and Solomon 1960) with the
 * primitive polynomial x^5 + x^2 + 1. In a code of up to 31 characters, `count` check characters find up to `count` wrong
 * characters. One check character finds any single wrong character and any two swapped neighbours.
 * @param values each from 0 to 31
 */
export function checksumOf(values: readonly number[], count: number): number[] {
  const generator = GENERATORS[count] ?? generatorOf(count);
  const rest = new Array<number>(count).fill(0);
  for (const value of values) {
    const factor = value ^ (rest[0] ?? 0);
    for (let i = 0; i < count; i++)
      rest[i] = (rest[i + 1] ?? 0) ^ times(factor, generator[i + 1] ?? 0);
  }
  return rest;
}

/** @returns the values before the check characters; undefined if the check characters do not match */
export function withoutChecksum(values: readonly number[], count: number): number[] | undefined {
  // A code with matching check characters is a multiple of the generator.
  const matches = values.length > count && checksumOf(values, count).every((value) => value === 0);
  return matches ? values.slice(0, -count) : undefined;
}

const FIELD = 32;
const PRIMITIVE = 0b100101;

function multiplied(a: number, b: number): number {
  let product = 0;
  let doubled = a;
  for (let bits = b; bits > 0; bits >>= 1) {
    if (bits & 1) product ^= doubled;
    doubled <<= 1;
    if (doubled & FIELD) doubled ^= PRIMITIVE;
  }
  return product;
}

/** All products: a table is several times faster, and a new code is compared with hundreds of others. */
const PRODUCTS = Uint8Array.from({ length: FIELD * FIELD }, (_, i) =>
  multiplied(Math.floor(i / FIELD), i % FIELD),
);

const times = (a: number, b: number): number => PRODUCTS[a * FIELD + b] ?? 0;

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

/** For up to three check characters. */
const GENERATORS = [0, 1, 2, 3].map(generatorOf);
