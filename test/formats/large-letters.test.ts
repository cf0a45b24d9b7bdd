import { expect, test } from 'vitest';
import { largeCode } from '../../src/formats/large-letters.js';

const CODE = '43N-C6R-517-6MR-JMA-1C';

/** How many rows of letters there are, and the widest row in columns. */
function sizeIn(columns: number, rows: number): string | undefined {
  const large = largeCode(CODE, { columns, rows });
  if (!large) return undefined;
  expect(large.length % 6).toBe(5);
  const widest = Math.max(...large.map((row) => row.length));
  expect(widest).toBeLessThanOrEqual(columns);
  const [first = ''] = large;
  const dots = first.includes('██████') ? 'wide' : 'narrow';
  return `${(large.length + 1) / 6} rows of ${dots} letters`;
}

test.each([
  [76, 40, '3 rows of wide letters'],
  [76, 14, '2 rows of narrow letters'],
  [116, 40, '2 rows of wide letters'],
  [240, 40, '1 rows of wide letters'],
  [36, 40, '6 rows of wide letters'],
  [20, 40, '6 rows of narrow letters'],
  [16, 40, undefined],
])('in %i columns and %i rows, a code has %s', (columns, rows, size) => {
  expect(sizeIn(columns, rows)).toBe(size);
});
