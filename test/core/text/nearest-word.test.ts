import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearest } from '../../../src/core/text/nearest-word.js';

const COMMANDS =
  'learn review drill list progress workshop doctor settings reset check preview new';
const known = COMMANDS.split(' ');

test.each([
  ['lern', 'learn'],
  ['lsit', 'list'],
  ['LIST', 'list'],
  ['nwe', 'new'],
  ['nw', 'new'],
  ['setings', 'settings'],
  ['workshpo', 'workshop'],
  ['reviews', 'review'],
])('%s is close to %s', (word, near) => {
  expect(nearest(word, known)).toBe(near);
});

test.each(['help', 'foo', 'test', 'x', '', 'start', 'quit', 'exit', 'version', 'lessons'])(
  'no command is close to %j',
  (word) => {
    expect(nearest(word, known)).toBeUndefined();
  },
);

test.each([
  ['d', 'a'],
  ['b2', 'a1'],
  ['2', '1'],
])('%s is not close to %s, since little of it agrees', (word, other) => {
  expect(nearest(word, [other])).toBeUndefined();
});

test('the nearest of several is found, whatever their order', () => {
  expect(nearest('lst', ['last', 'list', 'lst-1'])).toBe('last');
  expect(nearest('review', ['preview', 'review'])).toBe('review');
});

test('a long word with one typo is close, and a word of other letters never is', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 3, maxLength: 40 });
  const other = fc.string({ unit: fc.constantFrom(...'stuvwxyz'), minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(word, fc.nat(), other, (right, where, wrong) => {
      const at = where % right.length;
      expect(nearest(`${right.slice(0, at)}z${right.slice(at + 1)}`, [right])).toBe(right);
      expect(nearest(`${right.slice(0, at)}z${right.slice(at)}`, [right])).toBe(right);
      expect(nearest(wrong, [right])).toBeUndefined();
    }),
  );
});
