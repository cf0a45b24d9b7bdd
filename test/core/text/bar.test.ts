import { expect, test } from 'vitest';
import { asciiText } from '../../../src/core/text/ascii.js';
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
  expect(barBlocks(0.25, 4)).toEqual({ full: '█', mended: '', empty: '░░░' });
  expect(barBlocks(0.99, 4)).toEqual({ full: '███', mended: '', empty: '░' });
});

test.each([
  [5 / 7, 1, '███████▒▒▒'],
  [3 / 9, 5 / 9, '███▒▒░░░░░'],
  [1 / 9, 5 / 9, '█▒▒▒▒░░░░░'],
  [5 / 10, 7 / 10, '█████▒▒░░░'],
  [0.94, 0.99, '████████▒░'],
  [0, 0.1, '▒░░░░░░░░░'],
  [0.97, 1, '█████████▒'],
  [0.5, 0.51, '█████▒░░░░'],
  [0.01, 0.02, '█▒░░░░░░░░'],
])('a bar of %s that reached %s shows what was mended', (share, reached, bar) => {
  const { full, mended, empty } = barBlocks(share, 10, reached);
  expect(full + mended + empty).toBe(bar);
  expect(asciiText(bar)).toMatch(/^[#+.]{10}$/);
});
