import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextCheck } from '../../../../src/core/lint/rule.js';
import { beatsChance } from '../../../../src/core/lint/test-wise/findings.js';
import {
  PLAYERS,
  type PlayerResult,
  playAll,
} from '../../../../src/core/lint/test-wise/players.js';
import { wordingFor } from '../../../../src/core/lint/words.js';

type Choice = { readonly text: string; readonly names?: string; readonly open?: boolean };

/** A check whose first choice is right. */
function check(id: string, stem: string, choices: readonly Choice[]): TextCheck {
  return {
    check: id,
    stem,
    skill: 'attribution',
    claims: [],
    evidence: ['p1s1'],
    truth: 'It was said.',
    key: 'c0',
    choices: choices.map((choice, i) => ({
      id: `c${i}`,
      feedback: 'So it was.',
      ...choice,
      ...(i > 0 && { misreading: 'wrong-source' as const }),
    })),
  };
}

/** The check with choices that are shown as written. */
const ordered = (item: TextCheck): TextCheck => ({ ...item, ordered: true });

const results = (...checks: TextCheck[]): ReadonlyMap<string, PlayerResult> =>
  new Map(
    playAll(
      checks.map((item) => ({ lesson: 'l', kind: 'texts', item })),
      wordingFor('en'),
    ).map((result) => [result.name, result]),
  );

describe('a player who never reads', () => {
  const checks: readonly [string, TextCheck][] = [
    ['longest', check('a', 'Who?', [{ text: 'A long one' }, { text: 'Short' }, { text: 'Tiny' }])],
    ['shortest', check('a', 'Who?', [{ text: 'Tiny' }, { text: 'Longer' }, { text: 'Longest' }])],
    [
      'echo',
      check('a', 'What of the ferry?', [
        { text: 'The ferry sails' },
        { text: 'A pier is built' },
        { text: 'A lamp is lit' },
      ]),
    ],
    [
      'hedged',
      check('a', 'What?', [
        { text: 'It might sail if asked' },
        { text: 'It sails at once' },
        { text: 'It sails today' },
      ]),
    ],
    [
      'no-absolutes',
      check('a', 'What?', [
        { text: 'It sails' },
        { text: 'It always sails' },
        { text: 'It sails every day' },
      ]),
    ],
    ['first', ordered(check('a', 'What?', [{ text: 'One' }, { text: 'Two' }, { text: 'Six' }]))],
    [
      'frequent-source',
      check('a', 'Who?', [
        { text: 'Ann', names: 'ann' },
        { text: 'Ben', names: 'ben' },
        { text: 'Cid', names: 'cid' },
      ]),
    ],
    [
      'alike',
      check('a', 'What?', [
        { text: 'The red lamp of the pier' },
        { text: 'The red boat' },
        { text: 'The old pier' },
      ]),
    ],
    ['open', check('a', 'What?', [{ text: 'Not told', open: true }, { text: 'A' }, { text: 'B' }])],
  ];

  test.each(checks)('%s chooses by its rule', (name, item) => {
    const other = check('b', 'Who?', [
      { text: 'Ann', names: 'ann' },
      { text: 'Dan' },
      { text: 'Eve' },
    ]);
    const { right } = results(item, other).get(name) ?? { right: [] };
    expect(right).toContain('l/a');
  });

  test('can choose the middle or the last choice', () => {
    const item = check('a', 'What?', [{ text: 'One' }, { text: 'Two' }, { text: 'Six' }]);
    const byPlayer = results(ordered(item));
    expect(byPlayer.get('middle')?.right).toEqual([]);
    expect(byPlayer.get('last')?.right).toEqual([]);
    expect(byPlayer.get('last')?.of).toBe(1);
  });

  test('does not choose by place among choices that are shuffled', () => {
    const checks = Array.from({ length: 12 }, (_, i) =>
      check(`c${i}`, 'What?', [{ text: 'One' }, { text: 'Two' }, { text: 'Six' }]),
    );
    for (const name of ['first', 'middle', 'last'])
      expect(results(...checks).get(name)).toMatchObject({ correct: 0, of: 0, p: 1 });
    expect(results(...checks.map(ordered)).get('first')).toMatchObject({ correct: 12, of: 12 });
  });

  test('skips a check if its rule cannot separate the choices', () => {
    const item = check('a', 'What?', [{ text: 'One' }, { text: 'Two' }, { text: 'Six' }]);
    expect(results(item).get('longest')).toMatchObject({ correct: 0, of: 0, chance: 0, p: 1 });
  });

  test('is compared with chance by the number of choices of each check', () => {
    const three = check('a', 'What?', [{ text: 'One' }, { text: 'Three' }, { text: 'Four' }]);
    const four = check('b', 'What?', [...three.choices, { text: 'Five of them' }]);
    expect(results(ordered(three), ordered(four)).get('first')?.chance).toBeCloseTo(
      1 / 3 + 1 / 4,
      12,
    );
  });
});

test('in a course whose longest choice is always right, the player "longest" beats chance', () => {
  const checks = Array.from({ length: 12 }, (_, i) =>
    check(`c${i}`, 'What?', [{ text: `A long text ${i}` }, { text: 'Some' }, { text: 'Other' }]),
  );
  const winners = [...results(...checks).values()].filter((result) =>
    beatsChance(result, PLAYERS.length),
  );
  expect(winners.map(({ name }) => name)).toContain('longest');
});

test('for any texts, no player has more right than answered, and p is a probability', () => {
  const text = fc.string({ minLength: 1 }).map((words) => ({ text: words }));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), text, text, text), { maxLength: 8 }), (written) => {
      const checks = written.map(([stem, ...choices], i) => check(`c${i}`, stem, choices));
      for (const { correct, of, chance, p } of results(...checks).values()) {
        expect(correct).toBeLessThanOrEqual(of);
        expect(of).toBeLessThanOrEqual(checks.length);
        expect(chance).toBeLessThanOrEqual(of);
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
      }
    }),
  );
});
