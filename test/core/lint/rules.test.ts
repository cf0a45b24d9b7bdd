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
  test('finds its own example that fails', () => {
    expect(found(rule, rule.fails)).toBeGreaterThan(0);
  });

  test('finds nothing in its own example that passes', () => {
    expect(found(rule, rule.passes)).toBe(0);
  });

  test('says in words where it comes from and what it warns of', () => {
    expect(rule.source.length).toBeGreaterThan(20);
    expect(rule.about).toMatch(/^\p{Lu}.*\.$/u);
  });
});

test('no rule finds fault with what another holds up as an example, but where its own fault is in it', () => {
  const faults = ITEM_RULES.flatMap((rule) =>
    ITEM_RULES.filter((other) => found(other, rule.passes) > 0).map(
      (other) => `${other.id} in ${rule.id}`,
    ),
  );
  expect(faults).toEqual([]);
});

describe('the chance of so many successes or more', () => {
  test('is that of a coin', () => {
    expect(chanceOfAtLeast(2, [0.5, 0.5])).toBeCloseTo(0.25, 12);
    expect(chanceOfAtLeast(1, [0.5, 0.5])).toBeCloseTo(0.75, 12);
  });

  test('takes trials of different chances, as checks of three and four choices have', () => {
    expect(chanceOfAtLeast(1, [1 / 3, 1 / 4])).toBeCloseTo(1 - (2 / 3) * (3 / 4), 12);
    expect(chanceOfAtLeast(2, [1 / 3, 1 / 4])).toBeCloseTo(1 / 12, 12);
  });

  test('is certain for none, and nothing for more than there are', () => {
    expect(chanceOfAtLeast(0, [0.3, 0.3])).toBeCloseTo(1, 12);
    expect(chanceOfAtLeast(3, [0.3, 0.3])).toBe(0);
  });
});
