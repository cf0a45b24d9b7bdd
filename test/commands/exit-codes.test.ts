import { expect, test } from 'vitest';
import { exitCodeOf } from '../../src/commands/exit-codes.js';

const lost = (count: number) => ({ unsaved: () => count });

test('an answer that could not be saved in any course is a failure', () => {
  expect(exitCodeOf('quit', [lost(0), lost(0)])).toBe(0);
  expect(exitCodeOf('quit', [lost(2), lost(0)])).toBe(1);
  expect(exitCodeOf('interrupt', [lost(2)])).toBe(130);
});
