import { describe, expect, test } from 'vitest';
import { readYaml } from '../../../src/io/course/read-yaml.js';

const rulesIn = (text: string): string[] =>
  readYaml('by-heart.yaml', text).problems.map(({ rule }) => rule);

describe('reading YAML reports a problem for', () => {
  test('aliases that expand to a huge value, without expanding them', () => {
    const levels = Array.from(
      { length: 9 },
      (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`,
    );
    expect(rulesIn(['a0: &a0 lol', ...levels].join('\n'))).toEqual(['yaml']);
  });

  test('deeply nested lists', () => {
    expect(rulesIn('['.repeat(100_000))).toEqual(['yaml']);
    expect(rulesIn(`id: ${'['.repeat(5_000)}${']'.repeat(5_000)}`)).toEqual(['yaml']);
  });

  test.each([
    ['fields', Array.from({ length: 100_000 }, (_, i) => `a${i}:`).join('\n')],
    ['keys within keys', '- ? '.repeat(200_000)],
    ['anchors', '&a '.repeat(200_000)],
  ])('many %s, within seconds', (_, text) => {
    expect(rulesIn(text)).toEqual(['yaml']);
  });

  test('an alias that contains itself', () => {
    expect(rulesIn('id: &self [*self]\n')).toEqual(['yaml']);
  });
});
