import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_CERTAINTY_COUNTS } from '../../../src/core/memory/recall.js';
import { CheckTable, type Rows } from '../../../src/core/progress/check-table.js';
import type { CheckProgress } from '../../../src/core/progress/progress.js';
import { rowFinder } from '../../../src/core/progress/snapshot.js';

const kept = (n: number): CheckProgress => ({
  first: { choice: `c${n}`, right: n % 2 === 0, t: n },
  last: { choice: `d${n}`, right: n % 3 === 0, t: n + 1 },
  tries: n + 1,
  recall: {
    memory: { stability: n + 0.5, difficulty: 5, day: n },
    reviews: n,
    surelyMissed: n % 5 === 0,
    certaintyCounts: NO_CERTAINTY_COUNTS,
  },
});

const id = fc.constantFrom('a', 'b', 'c', 'd', '__proto__');
const some = fc.uniqueArray(fc.tuple(id, fc.nat(50)), { selector: ([name]) => name });
const change = fc.oneof(
  fc.record({ set: id, n: fc.nat(50) }),
  fc.record({ delete: id }),
  fc.constant({ copy: true as const }),
);

function rowsOf(pairs: readonly (readonly [string, number])[]): Rows {
  const at = (row: number): CheckProgress => kept(pairs[row]?.[1] ?? -1);
  return {
    ids: pairs.map(([name]) => name),
    rowOf: rowFinder(pairs.map(([name]) => name)),
    checkIn: at,
    rightAtFirst: (row) => at(row).first.right,
    memoryIn: (row) => at(row).recall.memory,
  };
}

describe('what is kept of checks', () => {
  test('is what a map would keep, in its order, whatever was read from a file and changed since', () => {
    fc.assert(
      fc.property(some, fc.array(change), (read, changes) => {
        let own = new CheckTable(rowsOf(read));
        const map = new Map<string, CheckProgress>(read.map(([name, n]) => [name, kept(n)]));
        for (const one of changes) {
          if ('copy' in one) own = own.copy();
          else if ('delete' in one) {
            own.delete(one.delete);
            map.delete(one.delete);
          } else {
            own.set(one.set, kept(one.n));
            map.set(one.set, kept(one.n));
          }
        }
        expect([...own]).toEqual([...map]);
        expect(own.size).toBe(map.size);
        for (const name of ['a', 'b', 'c', 'd', '__proto__', 'constructor'] as const) {
          expect(own.get(name)).toEqual(map.get(name));
          expect(own.rightAtFirst(name)).toBe(map.get(name)?.first.right);
          expect(own.memoryOf(name)).toEqual(map.get(name)?.recall.memory);
        }
      }),
    );
  });

  test('stays as it is when a copy of it is changed', () => {
    const own = new CheckTable(rowsOf([['a', 1]]));
    own.set('b', kept(2));
    const copy = own.copy();
    copy.delete('a');
    copy.set('b', kept(3));
    copy.set('c', kept(4));
    expect([...own]).toEqual([
      ['a', kept(1)],
      ['b', kept(2)],
    ]);
  });
});
