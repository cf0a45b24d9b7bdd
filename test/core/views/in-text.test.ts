import { expect, test } from 'vitest';
import { orderedChoices } from '../../../src/core/choice-order.js';
import { bracketedSentence, passageParts, sentenceParts } from '../../../src/core/views/in-text.js';
import { checkIn, inTextCourse } from '../../support/in-text.js';

const { material } = inTextCourse;

test('a sentence is divided into its words to choose and what is between them', () => {
  const check = checkIn('whose-view');
  const parts = sentenceParts(orderedChoices(check, 'any'), material);
  expect(parts).toEqual([
    { text: 'The fee, ' },
    { text: 'she said', choice: 0 },
    { text: ', would be ' },
    { text: 'small', choice: 1 },
    { text: ' and would ' },
    { text: 'not', choice: 2 },
    { text: ' keep anybody away.' },
  ]);
  expect(bracketedSentence(parts)).toBe(
    'The fee, [1 she said], would be [2 small] and would [3 not] keep anybody away.',
  );
});

test('a sentence of a passage that cannot be chosen has no number', () => {
  const [letter, , noAnswer] = checkIn('which-channel').choices;
  const [passage] = material.passages;
  if (!passage || !letter || !noAnswer) throw new Error('the course has changed');
  const parts = passageParts(passage, [letter, noAnswer]);
  expect(parts.map(({ choice }) => choice)).toEqual([0, undefined, 1]);
});
