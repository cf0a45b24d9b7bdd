import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowFinder } from '../../../src/core/progress/snapshot.js';

test('the row of an id is found in whatever order ids are asked for', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', '__proto__');
  fc.assert(
    fc.property(fc.uniqueArray(name), fc.array(name), (ids, asked) => {
      const rowOf = rowFinder(ids);
      for (const id of [...ids, ...asked, ...ids]) {
        const row = ids.indexOf(id);
        expect(rowOf(id)).toBe(row < 0 ? undefined : row);
      }
    }),
  );
});
