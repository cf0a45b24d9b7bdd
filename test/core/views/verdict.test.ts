import { describe, expect, test } from 'vitest';
import type { Check } from '../../../src/core/course/course.js';
import { grade } from '../../../src/core/grade.js';
import { explanationOf, type VerdictView, verdictView } from '../../../src/core/views/verdict.js';
import { play, settling } from '../../support/play.js';
import { course, first, material } from '../../support/small-course.js';
import { verdictScene } from '../../support/verdicts.js';

const WHO: Check = {
  kind: 'check',
  id: 'who-spoke',
  stem: 'Who spoke of the bridge?',
  skill: 'attribution',
  claims: ['claim-one'],
  evidence: ['p1s1'],
  truth: 'The mayor spoke of the bridge.',
  words: ['The mayor', 'spoke'],
  key: 'mayor',
  choices: [
    {
      id: 'warden',
      text: 'The warden',
      feedback: 'The warden did not speak.',
      misreading: 'wrong-source',
      names: 'warden',
    },
    { id: 'mayor', text: 'The mayor', feedback: 'It says "the mayor spoke".' },
    {
      id: 'nobody',
      text: 'Nobody',
      feedback: 'Nobody spoke on Sunday (¶2).',
      misreading: 'wrong-time',
    },
  ],
};

const state = play().state();

const viewOf = (choice?: string, more = {}, check: Check = WHO): VerdictView =>
  verdictView(verdictScene(check, choice, more), state, material);

const key = ({ choices }: Check): Check['choices'][number] =>
  choices.find(({ id }) => id === WHO.key) ?? { id: '', text: '', feedback: '' };

describe('after a wrong answer the verdict has', () => {
  test('the question and all choices with numbers, the key and the learner’s answer marked', () => {
    expect(viewOf('warden')).toMatchObject({
      stem: 'Who spoke of the bridge?',
      outcome: 'wrong',
      headline: 'Not this time',
      choices: [
        { number: 1, text: 'The warden', mark: 'wrong', isYours: true },
        { number: 2, text: 'The mayor', mark: 'right', isYours: false },
        { number: 3, text: 'Nobody', isYours: false },
      ],
    });
    expect(viewOf('warden').choices[2]).not.toHaveProperty('mark');
  });

  test('why the key is right, then why the answer is wrong', () => {
    expect(viewOf('warden').reasons).toEqual([
      { mark: 'right', text: 'It says "the mayor spoke".' },
      { mark: 'wrong', text: 'The warden did not speak.' },
    ]);
  });

  test('one reason if both have the same words', () => {
    const choices = WHO.choices.map((choice) => ({ ...choice, feedback: 'The mayor spoke.' }));
    const view = viewOf('warden', {}, { ...WHO, choices });
    expect(view.reasons).toEqual([{ mark: 'right', text: 'The mayor spoke.' }]);
    expect(view.more.others).toEqual([]);
  });

  test('the name of the trap and the question that avoids it', () => {
    expect(viewOf('warden').trap).toBe(
      'Credited to the wrong person. Ask: who says this, and how are they named?',
    );
    expect(viewOf('nobody').trap).toBe(
      'Put at the wrong time. Ask: what was done, threatened, demanded or refused, and when?',
    );
  });

  test('only the sentences that prove the key, with the deciding words marked, and their place', () => {
    expect(viewOf('warden').proofs).toEqual([
      {
        sentences: [
          [
            { text: 'The mayor', marked: true },
            { text: ' ', marked: false },
            { text: 'spoke', marked: true },
            { text: ' of the bridge.', marked: false },
          ],
        ],
        place: '¶1, sentence 1',
      },
    ]);
  });

  test("with more, the other choices with their numbers, and the question's id", () => {
    expect(viewOf('warden').more).toEqual({
      others: [{ number: 3, text: 'Nobody', why: 'Nobody spoke on Sunday (¶2).' }],
      id: 'To report this question, give its id: ledger/who-spoke',
    });
    expect(viewOf('warden', { lesson: first }).more.id).toContain('first/who-spoke');
  });

  test('with more, what was read from the source, and how many statements are still to come', () => {
    const [claim] = material.claims;
    if (!claim) throw new Error('no claim');
    const later = {
      ...claim,
      id: 'later',
      content: 'Ada Holm said it on Sunday.',
      sentence: 'p2s1',
    };
    const passage = { kind: 'reading', id: 'read-2', passages: ['p2'] } as const;
    const second = { ...first, id: 'second', steps: ['read-2'], readings: { 'read-2': ['p2'] } };
    const lessons = [first, { ...second, checks: [], body: [passage] }];
    const of = { index: { ...course, lessons }, lessons };
    const claims = [...material.claims, later];
    const session = play({ of: { ...of, material: { ...material, claims } }, lesson: 'first' });
    session.do({ type: 'next' });
    session.do(...settling(session, 'b'), { type: 'more' });
    const now = session.scene();
    if (now.kind !== 'verdict') throw new Error(`no verdict but ${session.at()}`);
    const { said } = verdictView(now, session.state(), { ...material, claims }).more;
    expect(said?.statements).toContain('Ada Holm said one (¶1).');
    expect(said?.statements.join()).not.toContain('Sunday');
    expect(said?.toCome).toBe("1 more statement comes up in paragraphs that you haven't read.");
  });

  test('no mark and no reason for an answer that is gone from the course', () => {
    const view = viewOf('gone');
    expect(view.choices.map(({ mark, isYours }) => [mark, isYours])).toEqual([
      [undefined, false],
      ['right', false],
      [undefined, false],
    ]);
    expect(view.reasons).toEqual([{ mark: 'right', text: 'It says "the mayor spoke".' }]);
    expect(view).not.toHaveProperty('trap');
  });
});

describe('after a right answer the verdict', () => {
  test('has one reason and no trap', () => {
    const view = viewOf('mayor');
    expect(view).toMatchObject({ outcome: 'right', headline: 'Right' });
    expect(view.choices[1]).toEqual({ number: 2, text: 'The mayor', mark: 'right', isYours: true });
    expect(view.reasons).toEqual([{ mark: 'right', text: 'It says "the mayor spoke".' }]);
    expect(view).not.toHaveProperty('trap');
    expect(view.more.others.map(({ number }) => number)).toEqual([1, 3]);
  });

  test('says so if it was right at the second try', () => {
    expect(viewOf('mayor', { mended: true })).toMatchObject({
      outcome: 'right',
      headline: 'Right on the second try',
    });
  });

  test('says why the first choice was wrong, if the second was right', () => {
    const [tried] = WHO.choices;
    const view = viewOf('mayor', { mended: true, tried });
    expect(view.reasons).toEqual([
      { mark: 'right', text: 'It says "the mayor spoke".' },
      { mark: 'wrong', text: 'The warden did not speak.' },
    ]);
    expect(view.choices[0]).toEqual({
      number: 1,
      text: 'The warden (first try)',
      mark: 'wrong',
      isYours: false,
    });
    expect(view.more.others.map(({ number }) => number)).toEqual([3]);
    expect(view).not.toHaveProperty('trap');
  });

  test('marks both choices after two misses, and explains the last', () => {
    const [tried] = WHO.choices;
    const last = WHO.choices[2]?.id ?? '';
    const view = viewOf(last, { tried });
    expect(view.choices.map(({ text, mark, isYours }) => [text, mark, isYours])).toEqual([
      ['The warden (first try)', 'wrong', false],
      ['The mayor', 'right', false],
      [WHO.choices[2]?.text, 'wrong', true],
    ]);
    expect(view.reasons.at(-1)?.text).toBe(WHO.choices[2]?.feedback);
    expect(view.more.others.map(({ number }) => number)).toEqual([1]);
  });

  test('keeps it right, and explains the new key, if the question has been corrected', () => {
    const verdict = { ...grade(WHO, 'warden'), right: true };
    const view = viewOf('warden', { verdict, corrected: true });
    expect(view).toMatchObject({ outcome: 'right', headline: 'Right' });
    expect(view.corrected).toContain('has been corrected');
    expect(view.reasons.map(({ mark }) => mark)).toEqual(['right', 'wrong']);
    expect(view).not.toHaveProperty('trap');
  });
});

test('a question without an answer has the key marked and explained, and nothing is the learner’s', () => {
  const view = viewOf();
  expect(view).toMatchObject({ outcome: 'unanswered', headline: 'Not answered' });
  expect(view.choices.filter(({ isYours }) => isYours)).toEqual([]);
  expect(view.choices[1]).toMatchObject({ mark: 'right' });
  expect(view.reasons).toHaveLength(1);
});

test('a sure miss says that it comes back first', () => {
  expect(viewOf('warden', { surelyMissed: true }).surelyMissed).toContain('first in your next');
});

test('a row of a sort board has the board’s stem, the statement, and the reasons of a check', () => {
  const row: Check = {
    ...WHO,
    stem: 'What does the story report? A fee for readers',
    row: { board: 'steps', stem: 'What does the story report?', statement: 'A fee for readers' },
  };
  const view = viewOf('warden', {}, row);
  expect(view).toMatchObject({
    stem: 'What does the story report?',
    statement: 'A fee for readers',
  });
  const { reasons, trap, proofs } = view;
  expect(explanationOf(row, grade(row, 'warden'), material)).toEqual({ reasons, trap, proofs });
});

test('words of the text that are the key decide, if the author names no others', () => {
  const span = { sentence: 'p1s1', from: 10, to: 15 };
  const { words: _, ...plain } = WHO;
  const choices = [{ ...key(WHO), text: 'spoke', span }];
  const inText: Check = { ...plain, choices, inText: 'words' };
  expect(viewOf('mayor', {}, inText).proofs[0]?.sentences[0]).toEqual([
    { text: 'The mayor ', marked: false },
    { text: 'spoke', marked: true },
    { text: ' of the bridge.', marked: false },
  ]);
});
