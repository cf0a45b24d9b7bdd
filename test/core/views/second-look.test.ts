import { expect, test } from 'vitest';
import type { Check, Choice } from '../../../src/core/course/course.js';
import type { Misreading } from '../../../src/core/course/vocabulary.js';
import { trapToName } from '../../../src/core/views/second-look.js';

const choice = (id: string, misreading?: Misreading, open?: true): Choice => ({
  ...{ id, text: id, feedback: '' },
  ...(misreading && { misreading }),
  ...(open && { open }),
});

const asked = (...choices: readonly Choice[]): Check => ({
  ...{ kind: 'check', id: 'q', stem: 'Who?', skill: 'limits', claims: [], evidence: [] },
  ...{ truth: '', key: 'key', choices },
});

const OPEN = choice('open', 'overlooked', true);

test('a trap that says "not said" has no name beside "The article does not say"', () => {
  for (const trap of ['not-in-article', 'added-cause'] as const) {
    const missed = choice('missed', trap);
    expect(trapToName(asked(missed, OPEN, choice('key')), missed)).toBeUndefined();
    expect(trapToName(asked(missed, choice('other'), choice('key')), missed)).toBe(trap);
  }
});

test('every other trap has its name', () => {
  const missed = choice('missed', 'wrong-source');
  expect(trapToName(asked(missed, OPEN), missed)).toBe('wrong-source');
  expect(trapToName(asked(OPEN, choice('key')), OPEN)).toBe('overlooked');
});
