import { expect, test } from 'vitest';
import type { Environment } from '../../src/commands/environment.js';
import { lineWidth } from '../../src/commands/line-width.js';

const widthIn = (columns: number | undefined, env = {}): number =>
  lineWidth({ stdout: { columns } as Environment['stdout'], env }, 72);

test.each([
  ['a usual window', 60, 60],
  ['a wide window', 10_000, 72],
  ['a window of unknown size', 0, 72],
  ['a window of one column', 1, 20],
  ['no window, as in a pipe', undefined, 72],
])('lines in %s', (_, columns, width) => {
  expect(widthIn(columns)).toBe(width);
});

test('COLUMNS counts only if the terminal does not report its columns', () => {
  expect(widthIn(0, { COLUMNS: '50' })).toBe(50);
  expect(widthIn(60, { COLUMNS: '50' })).toBe(60);
  expect(widthIn(undefined, { COLUMNS: '50' })).toBe(72);
});
