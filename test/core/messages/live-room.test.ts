import { expect, test } from 'vitest';
import type { Refusal } from '../../../src/core/live-room/refusal.js';
import * as host from '../../../src/core/messages/live-room/host.js';
import * as page from '../../../src/core/messages/live-room/page.js';
import * as person from '../../../src/core/messages/live-room/person.js';
import { hostRefusalText, REFUSALS } from '../../../src/core/messages/live-room/refusal.js';
import { firstVoteText, questionLabel } from '../../../src/core/messages/live-room/stop.js';

test('a question is counted, and so are the rows of a board', () => {
  expect(questionLabel(4, 1, 7)).toBe('Question 4 of 7');
  expect(questionLabel(4, 4, 12)).toBe('Questions 4 to 7 of 12');
});

test('the score is that of the first vote', () => {
  expect(firstVoteText({ answered: 7, right: 5, of: 7 })).toBe('5 of 7 right in the first vote');
  expect(firstVoteText({ answered: 6, right: 5, of: 7 })).toBe(
    '5 of 7 right in the first vote, 1 not answered',
  );
});

test('a second vote asks for the same answer or another one', () => {
  expect([person.voteText(2, false), person.voteText(2, true)]).toEqual([
    'Vote again: choose the same answer, or another one.',
    'Vote again: put each statement under the same heading, or another one.',
  ]);
});

/** All texts in a value. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

test('each refusal is one plain line that says what happened and what to do', () => {
  const refusals = Object.keys(REFUSALS) as Refusal[];
  for (const text of [...Object.values(REFUSALS), ...refusals.map(hostRefusalText)])
    expect(text).toMatch(/^[A-Z][^\n!]*\.$/);
  for (const text of Object.values(REFUSALS)) expect(text.split('. ').length).toBeGreaterThan(1);
});

test('no word of the room is empty, long or loud', () => {
  for (const text of [host, person, page].flatMap(textsIn)) {
    expect(text).not.toMatch(/^$|!|\n/);
    for (const sentence of text.split(/[.:?] /))
      expect(sentence.split(' ').length).toBeLessThanOrEqual(20);
  }
});

test('the line about privacy says who can read and who keeps', () => {
  expect(page.JOIN_WORDS.privacy).toBe(
    "Your name and answers go unencrypted over this network and are kept on the facilitator's computer.",
  );
});
