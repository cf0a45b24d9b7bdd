import { describe, expect, test } from 'vitest';
import type { Check, Choice } from '../../../src/core/course/course.js';
import type { CourseMaterial } from '../../../src/core/course/ledger.js';
import type { Misreading } from '../../../src/core/course/vocabulary.js';
import { hintsShown, hintTexts } from '../../../src/core/views/hints.js';
import { checkIn, choose, inLesson, inTextCourse, toQuestion } from '../../support/in-text.js';

const check = checkIn('who-wrote');

const material: CourseMaterial = {
  ...inTextCourse.material,
  passages: [
    ...inTextCourse.material.passages,
    { id: 'p2', paragraph: 2, sentences: [{ id: 'p2s1', text: 'Nobody else spoke.' }] },
  ],
};

const sentenceIn = (passage: string) => (text: string, i: number) => ({
  id: `${passage}s${i + 1}`,
  text,
});

const firstHint = (changes: Partial<Check>): string | undefined =>
  hintTexts({ ...check, ...changes }, material)[0];

describe('the first hint', () => {
  test('names the sentence and its paragraph', () => {
    expect(firstHint({})).toBe('Look at sentence 1 of ¶1.');
    expect(firstHint({ evidence: ['p1s1', 'p1s3'] })).toBe('Look at sentences 1 and 3 of ¶1.');
    expect(firstHint({ evidence: ['p1s2', 'p2s1'] })).toBe('Look at sentence 2 of ¶1 and ¶2.');
  });

  test('names only the sentence if the question names the paragraph', () => {
    expect(firstHint({ stem: 'Who wrote the letter of ¶1?' })).toBe('Look at sentence 1.');
    expect(firstHint({ stem: 'Who wrote the letter of ¶12?' })).toBe('Look at sentence 1 of ¶1.');
  });

  test('names each of several paragraphs, also if the question names them', () => {
    const stem = 'How are ¶1 and ¶3 related?';
    const p3 = { id: 'p3', paragraph: 3, sentences: ['Rain.', 'Snow.'].map(sentenceIn('p3')) };
    const more = { ...material, passages: [...material.passages, p3] };
    expect(hintTexts({ ...check, stem, evidence: ['p1s2', 'p3s1'] }, more)[0]).toBe(
      'Look at sentence 2 of ¶1 and sentence 1 of ¶3.',
    );
  });

  test('names the paragraph at a board, whose question can be out of view', () => {
    const row = { board: 'b', stem: 'What does ¶1 report?', statement: 'A fee' };
    expect(firstHint({ stem: 'What does ¶1 report? A fee', row })).toBe(
      'Look at sentence 1 of ¶1.',
    );
  });

  test('quotes the sentence of a passage that has only one', () => {
    expect(firstHint({ evidence: ['p2s1'] })).toBe('Look at ¶2: "Nobody else spoke."');
  });

  test('is the hint of the author, if there is one', () => {
    expect(firstHint({ hint: 'Think of the letter.' })).toBe('Think of the letter.');
  });
});

describe('the second hint', () => {
  const [key] = check.choices;
  const choice = (misreading: Misreading, i: number): Choice => ({
    ...{ id: `d${i}`, text: `Choice ${i}`, feedback: '', misreading },
    ...(misreading === 'overlooked' && { open: true }),
  });
  const second = (...misreadings: readonly Misreading[]): string | undefined =>
    hintTexts(
      { ...check, choices: [...(key ? [key] : []), ...misreadings.map(choice)] },
      material,
    )[1];
  const secondIfOpen = (...misreadings: readonly Misreading[]): string | undefined => {
    const open = { id: 'open', text: 'The article does not say', feedback: '', open: true };
    return hintTexts(
      { ...check, key: 'open', choices: [...misreadings.map(choice), open] },
      material,
    )[1];
  };

  test('is the habit against most of the wrong choices, whatever their misreadings are', () => {
    expect(second('overstated', 'wrong-time', 'threatened-as-done')).toBe(
      'Ask: what was done, threatened, demanded or refused, and when?',
    );
  });

  test('is the habit against the first wrong choice if several are as common', () => {
    expect(second('overstated', 'wrong-time')).toBe('Ask: which word limits it?');
  });

  test('asks where the article says so beside "The article does not say", whether or not that is right', () => {
    const where = 'Ask: where does the story say so?';
    expect(second('wrong-source', 'overlooked')).toBe(where);
    expect(secondIfOpen('wrong-source', 'not-in-article')).toBe(where);
    expect(second('wrong-source', 'wrong-side', 'overlooked')).not.toBe(where);
  });
});

describe('the hints of a question in the text', () => {
  test('are only the habit, because the sentence would be the answer or is on screen', () => {
    expect(hintTexts(checkIn('whose-view'), material)).toEqual(['Ask: which word limits it?']);
    expect(hintTexts(checkIn('which-channel'), material)).toEqual([
      'Ask: who says this, and how are they named?',
    ]);
  });

  test('say what to look for if the wrong choices are words that miss the point', () => {
    const words = checkIn('whose-view');
    const choices = words.choices.map(({ misreading, ...choice }) =>
      misreading ? { ...choice, misreading: 'overlooked' as const } : choice,
    );
    expect(hintTexts({ ...words, choices }, material)).toEqual([
      'Ask: who says this, and how are they named?',
    ]);
  });

  test('name the paragraph if it has some of the sentences, but not if it has only the answer', () => {
    const sentences = checkIn('which-channel');
    const choices = sentences.choices.map((choice) =>
      choice.id === 'fee' ? { ...choice, span: { sentence: 'p2s1', from: 0, to: 18 } } : choice,
    );
    expect(hintTexts({ ...sentences, choices }, material)[0]).toBe('Look at ¶1.');
    const alone = { ...sentences, evidence: ['p2s1'], key: 'fee', choices };
    expect(hintTexts(alone, material)).toHaveLength(1);
  });
});

test('one hint after the other is shown, and both stay', () => {
  const session = inLesson('the-fee');
  toQuestion(session, 'who-wrote');
  const shown = () => hintsShown(session.state(), check, inTextCourse.material);
  expect(shown()).toEqual([]);
  session.do({ type: 'hint' });
  expect(shown()).toEqual(['Look at sentence 1 of ¶1.']);
  session.do({ type: 'hint' });
  const both = ['Look at sentence 1 of ¶1.', 'Ask: who says this, and how are they named?'];
  expect(shown()).toEqual(both);
  session.do({ type: 'hint' });
  expect(shown()).toEqual(both);
});

test('a closed-book lesson gives no hints', () => {
  const session = inLesson('by-heart');
  session.do({ type: 'hint' });
  expect(hintsShown(session.state(), checkIn('who-is-silent'), inTextCourse.material)).toEqual([]);
  choose(session, 'council');
  expect(session.scene().kind).toBe('verdict');
});
