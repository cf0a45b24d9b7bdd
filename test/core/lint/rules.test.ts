import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locatedList } from '../../../src/core/course-files/listing.js';
import { ITEM_RULES } from '../../../src/core/lint/all-rules.js';
import type {
  DraftMaterial,
  MaterialExample,
  MaterialRule,
} from '../../../src/core/lint/material/material-rule.js';
import { MATERIAL_RULES } from '../../../src/core/lint/material/run-material-rules.js';
import type { ItemRule, RuleExample } from '../../../src/core/lint/rule.js';
import { chanceOfAtLeast } from '../../../src/core/lint/test-wise/poisson-binomial.js';
import { wordingFor } from '../../../src/core/lint/words.js';
import { faultsIn } from '../../support/rule-example.js';

const found = (rule: ItemRule, example: RuleExample): number => faultsIn(rule, example).length;

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

const materialFaults = (rule: MaterialRule, example: MaterialExample): number =>
  rule.faults(materialOf(example)).length;

/** The example with the fields that no rule judges. */
function materialOf({ sources = [], claims = [], sentences = [] }: MaterialExample): DraftMaterial {
  const list = <T>(values: readonly unknown[]) => ({
    ...locatedList<T>(
      { name: 'x.yaml', value: values, locate: () => ({ line: 1, column: 1 }) },
      [],
      [],
      ['id'],
    ),
  });
  const passages = sentences.map((text, i) => ({
    id: `p${i}`,
    sentences: [{ id: `p${i}s1`, text }],
  }));
  return {
    sources: list(sources.map((source, i) => ({ id: `source-${i}`, side: 'none', ...source }))),
    claims: list(claims.map((claim, i) => ({ id: `claim-${i}`, ...claim }))),
    passages: list(passages),
    sentences: passages.map((passage) => list(passage.sentences)),
  };
}

describe.each(MATERIAL_RULES.map((rule) => [rule.id, rule] as const))('the rule %s', (_, rule) => {
  test('finds a fault in its failing example, and nothing in its passing example', () => {
    expect(materialFaults(rule, rule.fails)).toBeGreaterThan(0);
    expect(materialFaults(rule, rule.passes)).toBe(0);
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

/** The probabilities of 0, 1, 2, … successes after one more trial. */
const withTrial = (before: readonly number[], chance: number): number[] =>
  Array.from(
    { length: before.length + 1 },
    (_, n) => (before[n] ?? 0) * (1 - chance) + (before[n - 1] ?? 0) * chance,
  );

test('the words of a text of letters are those that the segmenter finds, in any language', () => {
  const characters = fc.constantFrom(...'abcEFGxyzI ,;?!()…—-');
  const letters = fc.array(characters, { maxLength: 40 }).map((all) => all.join(''));
  fc.assert(
    fc.property(letters, fc.constantFrom('en', 'de', 'sv', 'tr', 'ja', 'th'), (text, language) => {
      const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
      const words = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike);
      const found = words.map(({ segment }) => segment.toLowerCase());
      expect(wordingFor(language).words(text)).toEqual(found);
    }),
    { numRuns: 300 },
  );
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

  test('is what adding the trials one by one gives', () => {
    const chance = fc.constantFrom(1 / 3, 1 / 4, 0.5, 0, 1);
    fc.assert(
      fc.property(fc.array(chance, { maxLength: 40 }), fc.nat(41), (chances, least) => {
        const tail = chances.reduce(withTrial, [1]).slice(least);
        const expected = tail.reduce((sum, probability) => sum + probability, 0);
        expect(chanceOfAtLeast(least, chances)).toBeCloseTo(expected, 12);
      }),
    );
  });

  test('is right for as many trials as no course has checks', () => {
    const half = Array.from({ length: 200_000 }, () => 0.5);
    expect(chanceOfAtLeast(100_000, half)).toBeCloseTo(0.5 + 0.5 / Math.sqrt(100_000 * Math.PI), 8);
    const mixed = Array.from({ length: 200_000 }, (_, n) => (n % 2 === 0 ? 1 / 3 : 1 / 4));
    expect(chanceOfAtLeast(58_334, mixed)).toBeCloseTo(0.5, 2);
    expect(chanceOfAtLeast(60_000, mixed)).toBeLessThan(1e-9);
  });

  test('is 1 for no successes, and 0 for more successes than trials', () => {
    expect(chanceOfAtLeast(0, [0.3, 0.3])).toBeCloseTo(1, 12);
    expect(chanceOfAtLeast(3, [0.3, 0.3])).toBe(0);
  });
});
