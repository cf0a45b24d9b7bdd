import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hash32, hashHex, hashOfBytes } from '../../src/core/hash.js';

/**
 * Expected values from MurmurHash3_x86_32 in Python over the UTF-16LE bytes. That program gives the published values
 * 0x248bfa47 for the bytes of "hello", and 0x514e28b7 for no bytes with seed 1.
 */
test.each([
  ['', 0x0, 0x087fcd5c],
  ['a', 0x6f49d11a, 0x78b0f109],
  ['ab', 0x165860ca, 0x25651858],
  ['abc', 0x42b016c3, 0x2d3cc60e],
  ['on the record', 0x5d6d48a4, 0xa9b30fc7],
  ['Nicolás', 0xb17fa328, 0xc8103dca],
  ['新聞', 0x7d990e73, 0x796f0d07],
  ['😀', 0x56065e39, 0x35fc2126],
])('the hash of "%s" agrees with MurmurHash3', (text, plain, seeded) => {
  expect([hash32(text), hash32(text, 42)]).toEqual([plain, seeded]);
});

test('the hexadecimal hash has eight digits', () => {
  expect([hashHex(''), hashHex('a')]).toEqual(['00000000', '6f49d11a']);
});

test('the hash of bytes changes with any flipped bit, wherever the bytes begin in memory', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.nat(), (bytes, n) => {
      const hash = hashOfBytes(bytes);
      const moved = new Uint8Array([0, ...bytes]).subarray(1);
      expect(hashOfBytes(moved)).toBe(hash);
      const at = n % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (n % 8));
      expect(hashOfBytes(bytes)).not.toBe(hash);
    }),
  );
});
