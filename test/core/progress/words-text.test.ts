import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsIn, wordsText } from '../../../src/core/progress/snapshot.js';

const word = fc.string({ unit: 'binary', minLength: 1 });

test('words of any signs are read as they were written, from plain ASCII that needs no escape in JSON', () => {
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const text = wordsText(words);
      expect(wordsIn(text)).toEqual(words);
      expect(JSON.stringify(text)).toBe(`"${text}"`);
      expect(text).toMatch(/^[ -~]*$/);
    }),
  );
});

test('ordinary ids stay as they are', () => {
  expect(wordsText(['how-wide', 'who_said.it', '7'])).toBe('how-wide who_said.it 7');
});
