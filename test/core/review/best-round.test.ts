import { expect, test } from 'vitest';
import type { PastAnswer } from '../../../src/core/log/past-answers.js';
import { bestRound } from '../../../src/core/review/best-round.js';

let t = 0;

/** The answers of a round, 1 for a right one. The seed is absent in logs from before rounds had an end. */
const round = (seed: string | undefined, answers: string, of = answers.length): PastAnswer[] =>
  [...answers].map((answer) => {
    t += 1;
    return {
      ...{ k: 'drill', id: `e${t}`, t, claim: 'c', asks: 'teller', choice: 'key' },
      ...(seed !== undefined && { round: seed, of }),
      ...{ right: answer === '1', course: '0', offset: 0 },
    };
  });

test('the best round is the one with the most right answers', () => {
  expect(bestRound([...round('a', '101'), ...round('b', '111'), ...round('c', '000')], 3)).toBe(3);
});

test('there is none without a complete round of as many questions', () => {
  expect(bestRound([], 3)).toBeUndefined();
  const others = [...round('a', '11', 3), ...round('b', '1111'), ...round(undefined, '111')];
  expect(bestRound(others, 3)).toBeUndefined();
});

test('rounds of two programs at once, and rounds with the same seed, are counted apart', () => {
  const [a1, a2] = round('a', '11');
  const [b1, b2] = round('b', '01');
  expect(
    bestRound(
      [a1, b1, a2, b2].flatMap((one) => one ?? []),
      2,
    ),
  ).toBe(2);
  expect(bestRound([...round('a', '10'), ...round('a', '01')], 2)).toBe(1);
});
