import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placesOf, withMarked } from '../../../src/core/course/marked-words.js';

const marked = (text: string, ...words: string[]): string =>
  withMarked(text, words)
    .map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join('');

describe('marked words', () => {
  test('are marked wherever they occur as words', () => {
    expect(marked('She said so, she said.', 'said')).toBe('She [said] so, she [said].');
    expect(marked('She is unsaid.', 'said')).toBe('She is unsaid.');
    expect(marked('At the end', 'end')).toBe('At the [end]');
  });

  test('can overlap', () => {
    expect(marked('in her letter', 'in her', 'her letter')).toBe('[in her letter]');
  });

  test('leave a text without them in one piece', () => {
    expect(withMarked('No.', ['yes'])).toEqual([{ text: 'No.', marked: false }]);
    expect(withMarked('', ['yes'])).toEqual([]);
    expect(placesOf('', 'No.')).toEqual([]);
  });

  test('never change the text', () => {
    const some = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'ü', '😀', '.') });
    fc.assert(
      fc.property(some, fc.array(some), (text, words) => {
        const parts = withMarked(text, words);
        expect(parts.map((part) => part.text).join('')).toBe(text);
      }),
    );
  });
});
