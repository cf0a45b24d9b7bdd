import { expect, test } from 'vitest';
import { exitCodeOf } from '../../src/commands/exit-codes.js';

const unsaved = (count: number) => ({ unsaved: () => count });

test('a session exits with 0 when every answer is saved', () => {
  expect(exitCodeOf('quit', [unsaved(0), unsaved(0)])).toBe(0);
  expect(exitCodeOf('end-of-input', [unsaved(0)])).toBe(0);
});

test('a session exits with 1 when an answer in any of its courses is not saved', () => {
  expect(exitCodeOf('quit', [unsaved(2), unsaved(0)])).toBe(1);
  expect(exitCodeOf('end-of-input', [unsaved(0), unsaved(1)])).toBe(1);
});

test('Ctrl-C exits with 130, also when answers are not saved', () => {
  expect(exitCodeOf('interrupt', [unsaved(2)])).toBe(130);
});
