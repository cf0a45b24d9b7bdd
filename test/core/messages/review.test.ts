import { expect, test } from 'vitest';
import { actorText } from '../../../src/core/messages/ledger.js';
import { misreadingText } from '../../../src/core/messages/report.js';
import { memoryText } from '../../../src/core/messages/review.js';

test('the row of a misreading has the trap, how often it caught somebody, and the question to ask', () => {
  expect(misreadingText({ misreading: 'overstated', count: 3 })).toBe(
    'Stronger than the article says, 3 times. Ask: which word limits it?',
  );
  expect(misreadingText({ misreading: 'wrong-source', count: 1 })).toBe(
    'Credited to the wrong person, once. Ask: who says this, and how are they named?',
  );
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
