import { expect, test } from 'vitest';
import { exitCodeOf } from '../../src/commands/exit-codes.js';

test('a session exits with 0 when every answer is saved', () => {
  expect(exitCodeOf('quit', 0)).toBe(0);
  expect(exitCodeOf('end-of-input', 0)).toBe(0);
});

test('a session exits with 1 when an answer is not saved', () => {
  expect(exitCodeOf('quit', 2)).toBe(1);
  expect(exitCodeOf('end-of-input', 1)).toBe(1);
});

test('Ctrl-C exits with 130, also when answers are not saved', () => {
  expect(exitCodeOf('interrupt', 2)).toBe(130);
});
