import { describe, expect, test } from 'vitest';
import { actorText } from '../../../src/core/messages/ledger.js';
import { misreadingText } from '../../../src/core/messages/report.js';
import { memoryText } from '../../../src/core/messages/review.js';

describe('the row of a misreading says how frequent the misreading is:', () => {
  const row = (count: number, position: number): string =>
    misreadingText({ misreading: 'overstated', count }, position);

  test('the most frequent, if it happened more than once', () => {
    expect(row(3, 0)).toBe('You most often make more of it than is said (3 times).');
  });
  test('something that happened, if it happened once', () => {
    expect(row(1, 0)).toBe('You happened to make more of it than is said (once).');
  });
  test('one more, after the first', () => {
    expect(row(1, 1)).toBe('You also make more of it than is said (once).');
  });
});

test('the progress line counts learned checks once, with the total', () => {
  expect(memoryText({ new: 3, learning: 21, learned: 36 })).toBe(
    '3 new, 21 being learned, 36 of 60 learned',
  );
  expect(memoryText({ new: 0, learning: 0, learned: 60 })).toBe('All of it is learned');
});

test('a row of the map begins with a capital letter', () => {
  expect(actorText('the council')).toBe('The council');
});
