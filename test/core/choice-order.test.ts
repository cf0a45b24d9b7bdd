import { expect, test } from 'vitest';
import { orderedChoices } from '../../src/core/choice-order.js';
import type { Check } from '../../src/core/course/course.js';
import { first } from '../support/small-course.js';

const check = (ids: readonly string[], text = ''): Check => {
  const [any] = first.body.filter((step): step is Check => step.kind === 'check');
  if (!any) throw new Error('the small course has a check');
  return {
    ...any,
    id: 'who',
    choices: ids.map((id) => ({ id, text: `${id}${text}`, feedback: id })),
  };
};

const order = (ids: readonly string[], seed: string, text?: string): string =>
  orderedChoices(check(ids, text), seed)
    .map(({ id }) => id)
    .join('');

test('a seed gives the order it has always given: rooms and resumed attempts rely on it', () => {
  expect(['', 'a', 'room 4', '2026'].map((seed) => order(['x', 'y', 'z'], seed))).toEqual([
    'xzy',
    'zyx',
    'zxy',
    'xzy',
  ]);
});

test('the order written by the author makes no difference', () => {
  for (const seed of ['a', 'b', 'c']) {
    expect(order(['z', 'x', 'y'], seed)).toBe(order(['x', 'y', 'z'], seed));
  }
});

test('choices that have an order of their own stay as written', () => {
  const asked = { ...check(['z', 'x', 'y']), ordered: true };
  for (const seed of ['a', 'b', 'c', 'd']) {
    expect(orderedChoices(asked, seed).map(({ id }) => id)).toEqual(['z', 'x', 'y']);
  }
});

test('every order comes about as often as any other', () => {
  const counts = new Map<string, number>();
  for (let i = 0; i < 6_000; i++) {
    const found = order(['x', 'y', 'z'], `seed ${i}`);
    counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  const chiSquare = [...counts.values()].reduce((sum, n) => sum + (n - 1_000) ** 2 / 1_000, 0);
  expect(counts.size).toBe(6);
  // The seeds are fixed, so this cannot fail by chance; 20.5 is the bound of p = 0.001 at 5 degrees of freedom.
  expect(chiSquare).toBeLessThan(20.5);
});

test('rewording leaves the order, and another choice leaves that of the others', () => {
  for (let i = 0; i < 50; i++) {
    const seed = `seed ${i}`;
    expect(order(['x', 'y', 'z'], seed, ' reworded')).toBe(order(['x', 'y', 'z'], seed));
    expect(order(['x', 'y', 'z', 'new'], seed).replace('new', '')).toBe(
      order(['x', 'y', 'z'], seed),
    );
  }
});
