import { describe, expect, test } from 'vitest';
import { ITEM_RULES } from '../../../src/core/lint/all-rules.js';
import type { Example, Item, ItemRule } from '../../../src/core/lint/rule.js';
import { chanceOfAtLeast } from '../../../src/core/lint/test-wise/poisson-binomial.js';
import { wordingFor } from '../../../src/core/lint/words.js';

const itemOf = ({ stem, choices, hint, feedback, ordered }: Example): Item => ({
  stem,
  key: 'choice-0',
  ...(hint !== undefined && { hint }),
  ...(ordered !== undefined && { ordered }),
  choices: choices.map((text, i) => ({
    id: `choice-${i}`,
    text: text.replace(/^\[(.*)\]$/, '$1'),
    ...(text.startsWith('[') && { open: true }),
    feedback:
      feedback !== undefined && i === choices.length - 1 ? feedback : 'The story has it so.',
  })),
});

const found = (rule: ItemRule, example: Example): number =>
  rule.faults(itemOf(example), {
    wording: wordingFor('en'),
    language: 'en',
    others:
      example.other === undefined
        ? []
        : [{ id: 'other', item: itemOf({ ...example, stem: example.other }) }],
  }).length;

describe.each(ITEM_RULES.map((rule) => [rule.id, rule] as const))('the rule %s', (_, rule) => {
  test('finds a fault in its failing example', () => {
    expect(found(rule, rule.fails)).toBeGreaterThan(0);
  });

  test('finds nothing in its passing example', () => {
    expect(found(rule, rule.passes)).toBe(0);
  });

  test('names its source and says what it warns about', () => {
    expect(rule.source.length).toBeGreaterThan(20);
    expect(rule.about).toMatch(/^\p{Lu}.*\.$/u);
  });
});

test('a rule finds no fault in the examples of other rules, unless its own fault is there', () => {
  const faults = ITEM_RULES.flatMap((rule) =>
    ITEM_RULES.filter((other) => found(other, rule.passes) > 0).map(
      (other) => `${other.id} in ${rule.id}`,
    ),
  );
  expect(faults).toEqual([]);
});

describe('the probability of at least n successes', () => {
  test('is right for coin tosses', () => {
    expect(chanceOfAtLeast(2, [0.5, 0.5])).toBeCloseTo(0.25, 12);
    expect(chanceOfAtLeast(1, [0.5, 0.5])).toBeCloseTo(0.75, 12);
  });

  test('is right for trials of different probabilities, such as checks with three and four choices', () => {
    expect(chanceOfAtLeast(1, [1 / 3, 1 / 4])).toBeCloseTo(1 - (2 / 3) * (3 / 4), 12);
    expect(chanceOfAtLeast(2, [1 / 3, 1 / 4])).toBeCloseTo(1 / 12, 12);
  });

  test('is 1 for no successes, and 0 for more successes than trials', () => {
    expect(chanceOfAtLeast(0, [0.3, 0.3])).toBeCloseTo(1, 12);
    expect(chanceOfAtLeast(3, [0.3, 0.3])).toBe(0);
  });
});
