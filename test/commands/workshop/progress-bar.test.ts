import fc from 'fast-check';
import { expect, test } from 'vitest';
import { barLine } from '../../../src/commands/workshop/progress-bar.js';

test('the bar is at most 30 columns wide', () => {
  expect(barLine(120, 240, 80)).toBe(`[${'#'.repeat(15)}${'.'.repeat(15)}] 120 of 240`);
});

test('a narrow window gets a shorter bar, and a narrower one only the numbers', () => {
  expect(barLine(120, 240, 20)).toBe('[###...] 120 of 240');
  expect(barLine(120, 240, 13)).toBe('120 of 240');
});

test('the bar never fills the window, because the next one would begin on another line', () => {
  const count = fc.nat(100_000);
  fc.assert(
    fc.property(count, count, fc.integer({ min: 1, max: 300 }), (a, b, columns) => {
      expect(barLine(Math.min(a, b), Math.max(a, b, 1), columns).length).toBeLessThan(columns);
    }),
  );
});
