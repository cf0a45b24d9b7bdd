import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pack, unpack } from '../../../src/io/files/archive.js';
import { duplicated, verified } from '../../../src/load/twice.js';

const anyParts = fc
  .dictionary(fc.string(), fc.uint8Array({ maxLength: 50 }))
  .map((parts) => new Map(Object.entries(parts)));

const asNumbers = (parts: ReadonlyMap<string, Uint8Array>) =>
  [...parts].map(([name, bytes]) => [name, ...bytes]);

test('unpacking an archive gives the packed parts', () => {
  fc.assert(
    fc.property(anyParts, (parts) => {
      expect(asNumbers(unpack(pack(parts)))).toEqual(asNumbers(parts));
    }),
  );
});

test('an archive that is too short or too long is not unpacked', () => {
  fc.assert(
    fc.property(anyParts, fc.nat(), (parts, at) => {
      const whole = pack(parts);
      expect(() => unpack(whole.subarray(0, at % whole.length))).toThrow();
      expect(() => unpack(Buffer.concat([whole, Buffer.from('x')]))).toThrow();
    }),
  );
});

test('duplicated data is verified as one copy, or as undefined if any byte differs', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1 }), fc.nat(), (bytes, at) => {
      const copies = duplicated(Buffer.from(bytes));
      expect([...verified(copies)]).toEqual([...bytes]);
      const broken = Buffer.from(copies);
      broken[at % broken.length] = 255 - (broken[at % broken.length] ?? 0);
      expect(() => verified(broken)).toThrow();
    }),
  );
});
