import { expect, test } from 'vitest';
import { barBlocks, barText } from '../../../src/core/text/bar.js';

test.each([
  [0, '░░░░░░░░░░'],
  [1 / 1000, '█░░░░░░░░░'],
  [0.149, '█░░░░░░░░░'],
  [0.15, '██░░░░░░░░'],
  [0.19, '██░░░░░░░░'],
  [0.5, '█████░░░░░'],
  [0.94, '█████████░'],
  [0.999, '█████████░'],
  [1, '██████████'],
])('the bar of %s rounds to the nearest block, but never to none or all', (share, bar) => {
  expect(barText(share)).toBe(bar);
});

test('a bar has the width that was asked for', () => {
  expect(barBlocks(0.25, 4)).toEqual({ full: '█', empty: '░░░' });
  expect(barBlocks(0.99, 4)).toEqual({ full: '███', empty: '░' });
});
