import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_CERTAINTY_COUNTS } from '../../../src/core/memory/recall.js';
import { CheckTable, rowOf } from '../../../src/core/progress/check-table.js';
import type { CheckProgress } from '../../../src/core/progress/progress.js';

const progress = (n: number): CheckProgress => ({
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

const tableOf = (pairs: readonly (readonly [string, number])[]): CheckTable =>
  new CheckTable(new Map(pairs.map(([name, n]) => [name, rowOf(name, progress(n))])));

describe('the table of checks', () => {
  test('holds what a map holds, in the same order, after any changes', () => {
    fc.assert(
      fc.property(some, fc.array(change), (read, changes) => {
        let table = tableOf(read);
        const map = new Map<string, CheckProgress>(read.map(([name, n]) => [name, progress(n)]));
        for (const one of changes) {
          if ('copy' in one) table = table.copy();
          else if ('delete' in one) {
            table.delete(one.delete);
            map.delete(one.delete);
          } else {
            table.set(one.set, progress(one.n));
            map.set(one.set, progress(one.n));
          }
        }
        expect([...table]).toEqual([...map]);
        expect(table.size).toBe(map.size);
        for (const name of ['a', 'b', 'c', 'd', '__proto__', 'constructor'] as const) {
          expect(table.get(name)).toEqual(map.get(name));
          expect(table.rightAtFirst(name)).toBe(map.get(name)?.first.right);
          expect(table.memoryOf(name)).toEqual(map.get(name)?.recall.memory);
        }
      }),
    );
  });

  test('does not change when a copy of it changes', () => {
    const table = tableOf([['a', 1]]);
    table.set('b', progress(2));
    const copy = table.copy();
    copy.delete('a');
    copy.set('b', progress(3));
    copy.set('c', progress(4));
    expect([...table]).toEqual([
      ['a', progress(1)],
      ['b', progress(2)],
    ]);
  });
});
