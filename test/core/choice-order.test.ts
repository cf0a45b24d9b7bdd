import { expect, test } from 'vitest';
import { orderedChoices } from '../../src/core/choice-order.js';
import type { Check } from '../../src/core/course/course.js';
import { first } from '../support/small-course.js';

const check = (ids: readonly string[], text = ''): Check => {
  const [template] = first.body.filter((step): step is Check => step.kind === 'check');
  if (!template) throw new Error('the small course has a check');
  return {
    ...template,
    id: 'who',
    choices: ids.map((id) => ({ id, text: `${id}${text}`, feedback: id })),
  };
};

const order = (ids: readonly string[], seed: string, text?: string): string =>
  orderedChoices(check(ids, text), seed)
    .map(({ id }) => id)
    .join('');

test('a seed always gives the same order, since rooms and resumed attempts need it', () => {
  expect(['', 'a', 'room 4', '2026'].map((seed) => order(['x', 'y', 'z'], seed))).toEqual([
    'xzy',
    'zyx',
    'zxy',
    'xzy',
  ]);
});

test('the order in the course file makes no difference', () => {
  for (const seed of ['a', 'b', 'c']) {
    expect(order(['z', 'x', 'y'], seed)).toBe(order(['x', 'y', 'z'], seed));
  }
});

test('ordered choices stay as written', () => {
  const orderedCheck = { ...check(['z', 'x', 'y']), ordered: true };
  for (const seed of ['a', 'b', 'c', 'd']) {
    expect(orderedChoices(orderedCheck, seed).map(({ id }) => id)).toEqual(['z', 'x', 'y']);
  }
});

test('all orders are about equally frequent', () => {
  const counts = new Map<string, number>();
  for (let i = 0; i < 6_000; i++) {
    const found = order(['x', 'y', 'z'], `seed ${i}`);
    counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  const chiSquare = [...counts.values()].reduce((sum, n) => sum + (n - 1_000) ** 2 / 1_000, 0);
  expect(counts.size).toBe(6);
  // The seeds are fixed, so this cannot fail by chance. 20.5 is the chi-square bound for p = 0.001, 5 degrees of freedom.
  expect(chiSquare).toBeLessThan(20.5);
});

test('rewording keeps the order, and a new choice keeps the order of the others', () => {
  for (let i = 0; i < 50; i++) {
    const seed = `seed ${i}`;
    expect(order(['x', 'y', 'z'], seed, ' reworded')).toBe(order(['x', 'y', 'z'], seed));
    expect(order(['x', 'y', 'z', 'new'], seed).replace('new', '')).toBe(
      order(['x', 'y', 'z'], seed),
    );
  }
});
