import { describe, expect, test } from 'vitest';
import { attributionsIn } from '../../../src/core/story/attributions.js';
import { draftOf } from '../../../src/core/story/draft.js';
import { storyIn } from '../../../src/core/story/story.js';

/** "said: Ann Roe" for each attribution; "(anonymous)" after a source that asked not to be named. */
const spoken = (...paragraphs: readonly string[]): string[] =>
  attributionsIn(storyIn(paragraphs.join('\n\n'))).map(
    ({ cue = '…', speaker: { name, naming } }) =>
      `${cue}: ${name}${naming === 'anonymous' ? ' (anonymous)' : ''}`,
  );

describe('who asked not to be named', () => {
  test.each<readonly [string, string, readonly string[]]>([
    [
      'the one before “who”',
      'A driver said that the bus was late, and a passenger, who asked not to be named, said that it was cold.',
      ['said: A driver', 'said: a passenger (anonymous)'],
    ],
    [
      'no office that refused',
      'The mayor’s office refused to comment; a spokesman for the county, who asked to remain anonymous, said that it was late.',
      ['refused to comment: The mayor’s office', 'said: a spokesman for the county (anonymous)'],
    ],
    [
      'the one after the verb',
      '“It was late,” said a driver, who asked not to be named, and a passenger denied it.',
      ['said: a driver (anonymous)', 'denied: a passenger'],
    ],
    [
      'the first after the words at the beginning',
      'Speaking on condition of anonymity, a driver said that it was late, and a passenger denied it.',
      ['said: a driver (anonymous)', 'denied: a passenger'],
    ],
    [
      'nobody of those who speak',
      'A driver said that a passenger, who asked not to be named, was hurt.',
      ['said: A driver'],
    ],
    [
      'both of two who speak together',
      'A nurse and a guard, speaking on condition of anonymity, said that it was late.',
      ['said: A nurse (anonymous)', 'said: a guard (anonymous)'],
    ],
    [
      'nobody before who spoke',
      'A driver said that it was late. A passenger, who asked not to be named, was hurt.',
      ['said: A driver'],
    ],
    [
      'several, and not their names',
      'Two nurses, both of whom declined to give their names, said that it was late.',
      ['said: Two nurses (anonymous)'],
    ],
  ])('is %s', (_, text, expected) => {
    expect(spoken(text)).toEqual(expected);
  });
});

describe('who speaks', () => {
  test.each<readonly [string, readonly string[], readonly string[]]>([
    [
      'two people with full names',
      ['Cy Dunn and Di Hale said they knew. “It was late,” said Ed Lund and Fay Moe.'],
      ['said: Cy Dunn', 'said: Di Hale', 'said: Ed Lund', 'said: Fay Moe'],
    ],
    [
      'the one before two roles',
      ['Ann Roe, the founder and head of Norra, said it was late.'],
      ['said: Ann Roe'],
    ],
    [
      'the one before two others whom a role names',
      ['Ann Roe, a lawyer for the union and the council, said it was late.'],
      ['said: Ann Roe'],
    ],
    [
      'an organisation with “of the” in its name',
      ['Friends of the Earth said it was late.'],
      ['said: Friends of the Earth'],
    ],
    [
      'the one after a condition',
      ['Whatever the union says, the firm will close, Bo Lee said.'],
      ['said: Bo Lee'],
    ],
    [
      'one firm with “and” in its name',
      ['Marks and Spencer said it was late.'],
      ['said: Marks and Spencer'],
    ],
    [
      'two people with one surname',
      [
        'Mr. Hale said it was late. Mrs. Hale denied it. Mr. Hale agreed. She left. She added: “No.”',
      ],
      ['said: Hale', 'denied: Mrs. Hale', 'agreed: Hale', 'added: Mrs. Hale'],
    ],
    [
      'two people with one surname and their first names',
      [
        'John Hale said it was late. His wife, Mary Hale, denied it.',
        'Mr. Hale agreed. Mrs. Hale said no.',
      ],
      ['said: John Hale', 'denied: Mary Hale', 'agreed: John Hale', 'said: Mary Hale'],
    ],
    [
      'a member of a parliament, later with the surname or without the initial',
      [
        'U.S. Rep. Joan B. Hale (D-Ohio) said it was late. Hale, 54, has called for a vote.',
        'Rep. Hale denied it. Joan Hale agreed.',
      ],
      [
        'said: Joan B. Hale',
        'called: Joan B. Hale',
        'denied: Joan B. Hale',
        'agreed: Joan B. Hale',
      ],
    ],
    [
      'a pronoun right before the verb',
      ['Ann Roe left. Asked about the money she said that it was late.'],
      ['said: Ann Roe'],
    ],
    [
      'a clerk, and not “Asked”',
      ['Asked about the money the clerk said that it was late.'],
      ['said: the clerk'],
    ],
    [
      'a person of a bank with marks in its name',
      ['Ötzi Håkonsson, of the «Nordic» Bank, said it was late.'],
      ['said: Ötzi Håkonsson'],
    ],
    [
      'somebody whom only the headline names before',
      ['# Ann Roe leaves the ferry', 'She said it was late. Roe added that it was cold.'],
      ['said: Ann Roe', 'added: Ann Roe'],
    ],
    [
      'somebody in a headline with a capital in each word',
      ['# Ann Roe Leaves Ferry', 'She said it was late.', 'Ann Roe, 40, left.'],
      ['said: Ann Roe'],
    ],
    [
      'some and one of a group',
      ['Residents of Holm said it was late. Some said it was cold. One denied it.'],
      [
        'said: Residents of Holm',
        'said: Some of the residents of Holm',
        'denied: One of the residents of Holm',
      ],
    ],
    ['somebody who goes on', ["Bo Lee came. 'It isn't over,' he went on."], ['went on: Bo Lee']],
    ['nothing that goes on', ['Bo Lee came. The council went on.'], []],
  ])('is %s', (_, text, expected) => {
    expect(spoken(...text)).toEqual(expected);
  });
});

test.each([
  '“Why?” Ann Roe asked.',
  '“Will it close?” asked Ann Roe.',
  'Ann Roe asked: “Will it close?”',
  'Ann Roe asked the council: “Will it close?”',
])('a question is no demand: %s', (text) => {
  expect(attributionsIn(storyIn(text)).map(({ kind }) => kind)).toEqual(['statement']);
});

test('the ids of names keep letters that no accent makes', () => {
  const draft = draftOf(storyIn('Magda Łęcka said it was late. Bo Sørby denied it.'));
  expect(draft?.sources.map(({ id }) => id)).toEqual(['lecka', 'sorby']);
});

test('each item of a list is a paragraph without its mark', () => {
  const text =
    'It said:\n- The lamp\nis out.\n- A bench\n\n1. It was cold.\n2. It was late.\n\nThe mayor of the town\n- a lawyer - left.\n\n* * *';
  expect(storyIn(text).paragraphs.map(({ sentences }) => sentences)).toEqual([
    ['It said:'],
    ['The lamp is out.'],
    ['A bench'],
    ['It was cold.'],
    ['It was late.'],
    ['The mayor of the town - a lawyer - left.'],
  ]);
});
