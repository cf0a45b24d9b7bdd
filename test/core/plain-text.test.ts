import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldedText, hiddenCharacter, plainText } from '../../src/core/plain-text.js';

test('escape sequences go whole, and leave no rubbish', () => {
  expect(plainText('a \x1b[31mred\x1b[0m word')).toBe('a red word');
  expect(plainText('\x1b]0;a title\x07text')).toBe('text');
  expect(plainText('\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\')).toBe('link');
  expect(plainText('\x9b2Jtext\x1bc')).toBe('text');
});

test('controls go, and line breaks and tabs become a space', () => {
  expect(plainText('a\0\x07\x08\x7f\x85b\r\nc\td')).toBe('a b c d');
});

test('direction controls and what cannot be seen go', () => {
  expect(plainText('a\u202eb\u2066c\u200bd\ufeffe\u00adf\u{e0041}g')).toBe('abcdefg');
});

test.each([
  'Nicolás Maduro, ¶3 “quoted”, 3 – 4…',
  'Ελληνικά, русский, 新聞を読む, 한국어, עברית, العربية',
  '✓ ✗ ❯ 😀',
])('ordinary text of any script stays: %s', (text) => {
  expect(plainText(text)).toBe(text);
  expect(hiddenCharacter(text)).toBe(-1);
});

test('what comes out has no control, no direction control and no zero-width character, and stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const shown = plainText(text);
      expect(shown).not.toMatch(
        /[\p{Cc}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u,
      );
      expect(plainText(shown)).toBe(shown);
    }),
    { numRuns: 2_000 },
  );
});

test('what a file hides is found where it begins', () => {
  expect(hiddenCharacter('ab\u202ec')).toBe(2);
  expect(hiddenCharacter('a line\n  and another\tone')).toBe(-1);
});

test('folding leaves single spaces and none at the ends', () => {
  expect(foldedText('  a folded\n  text \n')).toBe('a folded text');
});
