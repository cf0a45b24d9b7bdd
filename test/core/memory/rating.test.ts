import { describe, expect, test } from 'vitest';
import { ratingOf } from '../../../src/core/memory/rating.js';

describe('an answer has a rating:', () => {
  test.each([
    ['wrong', false, undefined, false, 'again'],
    ['wrong and certain', false, 'certain', false, 'again'],
    ['a right guess', true, 'guess', false, 'hard'],
    ['right and fairly sure', true, 'fairly', false, 'good'],
    ['right and certain', true, 'certain', false, 'easy'],
    ['right without certainty', true, undefined, false, 'good'],
    ['right and certain after a look-up', true, 'certain', true, 'hard'],
    ['right after a look-up', true, undefined, true, 'hard'],
    ['wrong after a look-up', false, 'guess', true, 'again'],
  ] as const)('%s', (_, right, certainty, lookedUp, rating) => {
    expect(ratingOf({ right, certainty, lookedUp })).toBe(rating);
  });
});
