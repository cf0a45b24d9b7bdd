import { describe, expect, test } from 'vitest';
import { longSentence } from '../../../src/core/lint/material/long-sentence.js';
import type { ItemRule, RuleExample } from '../../../src/core/lint/rule.js';
import { combinedChoices } from '../../../src/core/lint/rules/combined-choices.js';
import { hedgedKey } from '../../../src/core/lint/rules/hedged-key.js';
import { longFeedback } from '../../../src/core/lint/rules/long-feedback.js';
import { nearDuplicates } from '../../../src/core/lint/rules/near-duplicates.js';
import { negativeStem } from '../../../src/core/lint/rules/negative-stem.js';
import { oddChoice } from '../../../src/core/lint/rules/odd-choice.js';
import { poorFeedback } from '../../../src/core/lint/rules/poor-feedback.js';
import { positionWords } from '../../../src/core/lint/rules/position-words.js';
import { sameQuestion } from '../../../src/core/lint/rules/same-question.js';
import { unsorted } from '../../../src/core/lint/rules/unsorted.js';
import { yesNo } from '../../../src/core/lint/rules/yes-no.js';
import { longestSentence } from '../../../src/core/lint/words.js';
import { faultsIn } from '../../support/rule-example.js';

const CHOICES = ['The ferryman', 'The harbour master', 'The mayor'];

const finds = (rule: ItemRule, example: Partial<RuleExample>): boolean =>
  faultsIn(rule, { stem: 'Who asked for a lamp?', choices: CHOICES, ...example }).length > 0;

describe('a stem that turns on a negative word', () => {
  test.each([
    'Which of these is not true?',
    'According to the mayor, which of these is not true?',
    'What did the ferryman never say?',
    'Which of these did the ferryman never say?',
    "Which of these didn't the ferryman say?",
    'If the council pays, what will the ferryman not do?',
    'Which of these statements is false?',
    'Which statement about the ferry is untrue?',
    'Who does ¶2 not name?',
  ])('is found: %s', (stem) => {
    expect(finds(negativeStem, { stem })).toBe(true);
  });

  test.each([
    'Which of these is NOT true?',
    'Which of these statements is FALSE?',
    'Who said that the fares had never been raised?',
    'Which source asked not to be named?',
    'Which sentence comes from a source who does not give a name?',
    'What did the mayor say about the boat which never sailed?',
    'Which claims did the mayor call false?',
    'Whom did the ferryman ask whether the boat had not come?',
    'If the council does not pay, what will the ferryman do?',
    'What does "not before Monday" limit?',
  ])('is not seen in: %s', (stem) => {
    expect(finds(negativeStem, { stem })).toBe(false);
  });
});

describe('a stem that asks for yes or no', () => {
  test.each([
    'Did the ferryman refuse?',
    'In ¶2, did the ferryman refuse?',
    "Hasn't the council paid for the lamp?",
    'The ferryman wrote a letter. Was it about the lamp?',
    'Is it the mayor who refused?',
    'Did the ferryman say what he wanted?',
  ])('is found: %s', (stem) => {
    expect(finds(yesNo, { stem })).toBe(true);
  });

  test.each([
    'Who, as the BBC was told, would refuse?',
    'What, according to ¶2, did the ferryman refuse?',
    'Did the ferryman refuse the offer or accept it?',
    'In which sentence does the ferryman refuse?',
    '¶2 says that the ferry could stop. Whose view is this?',
    'Has the council …',
  ])('is not seen in: %s', (stem) => {
    expect(finds(yesNo, { stem })).toBe(false);
  });

  test('is one warning, even if its choices say yes and no', () => {
    const stem = 'Did the ferryman refuse?';
    const faults = faultsIn(yesNo, { stem, choices: ['Yes', 'He did', 'He could not'] });
    expect(faults.map(({ path }) => path)).toEqual([['choices', 0, 'text']]);
  });
});

describe('feedback that names a choice by its letter or place', () => {
  test.each([
    'The right answer is B.',
    'The right answer is B: he wanted light.',
    'The answer was (C).',
    'Option A has it right.',
    'B is right, since he wanted light.',
    'The right answer is the second.',
    'The correct choice is number 2.',
    'The second answer has it right.',
  ])('is found once: %s', (feedback) => {
    const found = [positionWords, poorFeedback].flatMap((rule) =>
      faultsIn(rule, { stem: 'Who?', choices: CHOICES, feedback }),
    );
    expect(found).toHaveLength(1);
  });

  test.each([
    "The answer is in ¶2: he said 'a lamp'.",
    'The answer: A Pentagon official said it.',
    'The letter says what the answer a mayor gives would mean.',
    'Plan B is what the mayor proposed.',
    'The second letter has the answer.',
    "Ida Lund gave the council a choice. It didn't answer.",
  ])('is not seen in: %s', (feedback) => {
    expect(finds(positionWords, { feedback })).toBe(false);
  });
});

describe('a choice made up of the others', () => {
  test.each([
    'Both',
    'Both of them',
    'Neither of the two',
    'Both the ferryman and the harbour master',
  ])('is found: %s', (text) => {
    expect(finds(combinedChoices, { choices: [text, 'The ferryman', 'The harbour master'] })).toBe(
      true,
    );
  });

  test.each([
    'Both sides signed the letter',
    'Either a lamp or a bell',
    'Neither party has signed',
  ])('is not seen in: %s', (text) => {
    const choices = [text, 'The mayor signed it', 'Nobody has seen it'];
    expect(finds(combinedChoices, { choices })).toBe(false);
  });
});

describe('choices that look alike', () => {
  test.each([
    ['Forty', 'Forty-one'],
    ['After forty days of talks', 'After forty-one days of talks'],
    ['At 8 in the evening of that day', 'At 9 in the evening of that day'],
    ['The first letter to the council', 'The third letter to the council'],
  ])('are two answers if their numbers differ: %s, %s', (a, b) => {
    expect(finds(nearDuplicates, { choices: [a, b, 'At noon'] })).toBe(false);
  });

  test('are one answer if only small words differ', () => {
    const choices = ['Forty-one boats for the island', 'Forty-one boats of the island', 'A bell'];
    expect(finds(nearDuplicates, { choices })).toBe(true);
  });
});

describe('days and months with `ordered: true`', () => {
  test.each([
    [['On Monday', 'On Tuesday', 'On Friday']],
    [['On Sunday', 'On Monday', 'On Tuesday']],
    [['On Sunday', 'On Wednesday', 'On Saturday']],
    [['On Friday', 'On Saturday', 'On Monday']],
    [['On Saturday', 'On Sunday', 'On Monday']],
    [['In November', 'In December', 'In January']],
  ])('are in order: %s', (choices) => {
    expect(finds(unsorted, { choices, ordered: true })).toBe(false);
  });

  test.each([
    [['On Tuesday', 'On Monday', 'On Friday']],
    [['On Monday', 'On Sunday', 'On Tuesday']],
    [['On Tuesday', 'On Monday', '[The story does not say]']],
    [['In May', 'In April', 'In June']],
  ])('are out of order: %s', (choices) => {
    expect(finds(unsorted, { choices, ordered: true })).toBe(true);
  });

  test('are shuffled without it', () => {
    expect(finds(unsorted, { choices: ['On Sunday', 'On Monday', 'On Tuesday'] })).toBe(true);
  });
});

describe('a key that alone has a hedge', () => {
  test.each([
    [['It could be sold', 'It will be painted', 'It has been sunk']],
    [['Virtually nothing', 'A new pier', 'A new boat']],
  ])('is found: %s', (choices) => {
    expect(finds(hedgedKey, { choices })).toBe(true);
  });

  test.each([
    [['It could be sold', 'It might be painted', 'It has been sunk']],
    [['It is sold', 'It could be painted', 'It has been sunk']],
    [['On 3 May', 'On 4 June', 'On 5 July']],
    [['May 3', 'June 4', 'July 5']],
    [['It said "could be sold"', 'It said "will be painted"', 'It said "has been sunk"']],
  ])('is not seen in: %s', (choices) => {
    expect(finds(hedgedKey, { choices })).toBe(false);
  });
});

describe('the same question', () => {
  const stem = 'What did Ida Lund say about the pier?';

  test.each([
    'What did Ida Lund say about the pier?',
    'what did Ida Lund say about the pier',
    'What did Ida Lund say on the pier?',
  ])('is found in: %s', (other) => {
    expect(finds(sameQuestion, { stem, other, claims: [{ source: 'lund' }] })).toBe(true);
  });

  test.each([
    'What did Jonas Brandt say about the pier?',
    'What did Ida Lund write about the ferry?',
  ])('is not seen in: %s', (other) => {
    expect(finds(sameQuestion, { stem, other, claims: [{ source: 'lund' }] })).toBe(false);
  });

  test('about two paragraphs is two questions', () => {
    const example = { stem: 'Who speaks in ¶3?', other: 'Who speaks in ¶4?' };
    expect(finds(sameQuestion, { ...example, claims: [{ source: 'lund' }] })).toBe(false);
  });
});

describe('the longest sentence', () => {
  test.each([
    ['One two three.', 3],
    ['One two. Three four five. Six.', 3],
    ['Mr. Smith met Dr. Jones on Monday.', 7],
    ['J. K. Lund came.', 4],
    ['He said "no." Then he left the room.', 5],
    ['It was 3.5 percent. That is low!', 4],
    ['A well-known man — he said — left.', 6],
    ['¶2 says "if the council pays". It names no day.', 6],
    ['', 0],
  ])('of %j has %i words', (text, words) => {
    expect(longestSentence(text)).toBe(words);
  });

  const words = (n: number): string => `${'word '.repeat(n - 1)}end.`;

  test('may have 20 words in feedback and 30 in a passage', () => {
    expect(finds(longFeedback, { feedback: `${words(20)} Again ${words(19)}` })).toBe(false);
    expect(finds(longFeedback, { feedback: words(21) })).toBe(true);
    expect(longSentence.languages).toBe('English');
  });
});

describe('a choice that differs from the others is reported with what they have in common', () => {
  test.each<[choices: readonly string[], message: string]>([
    [
      ['Lamps', 'The pier', 'A rope', 'The bell'],
      "this choice begins otherwise, and the others begin with 'the' or 'a'",
    ],
    [
      ['Lamps', '3 boats', '40 boats'],
      'this choice begins otherwise, and the others begin with a number',
    ],
    [['The lamps', 'Boats', 'Ropes'], 'this choice begins with an article, and the others do not'],
    [
      ['He left', 'She came.', 'They saw it.'],
      'this choice does not end like a sentence, and the others do',
    ],
  ])('%j', (choices, message) => {
    expect(faultsIn(oddChoice, { stem: 'What is it?', choices }).map((one) => one.message)).toEqual(
      [`${message}: put all choices in one form`],
    );
  });
});
