import { describe, expect, test } from 'vitest';
import { actorText } from '../../../src/core/messages/ledger.js';
import { misreadingText } from '../../../src/core/messages/report.js';
import { memoryText } from '../../../src/core/messages/review.js';

describe('a misreading is told by how often it came', () => {
  const told = (count: number, at: number): string =>
    misreadingText({ misreading: 'overstated', count }, at);

  test('as the most frequent, where it came again', () => {
    expect(told(3, 0)).toBe('You most often make more of it than is said (3 times).');
  });
  test('as something that happened, where it came once', () => {
    expect(told(1, 0)).toBe('You happened to make more of it than is said (once).');
  });
  test('as one more, behind the first', () => {
    expect(told(1, 1)).toBe('You also make more of it than is said (once).');
  });
});

test('what is learned is counted once, of how many', () => {
  expect(memoryText({ new: 3, learning: 21, learned: 36 })).toBe(
    '3 new, 21 being learned, 36 of 60 learned',
  );
  expect(memoryText({ new: 0, learning: 0, learned: 60 })).toBe('All of it is learned');
});

test('a row of the map begins with a capital letter', () => {
  expect(actorText('the council')).toBe('The council');
});
