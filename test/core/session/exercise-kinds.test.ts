import { describe, expect, test } from 'vitest';
import { stepText } from '../../../src/core/messages/exercise.js';
import type { Room } from '../../../src/core/room/room.js';
import { type Scene, scene } from '../../../src/core/scene/scene.js';
import type { Action } from '../../../src/core/state/action.js';
import {
  ADA,
  goThrough,
  type Joined,
  joins,
  oneStep,
  type Picks,
} from '../../support/room-course.js';

const ENTER: Action = { type: 'enter' };

const roomWith = (rules: Partial<Room> = {}): Room => ({
  code: 'TUESDAY',
  lessons: ['the-wall'],
  minutes: 0,
  feedback: 'now',
  ...rules,
});

/** Two of the six answers are wrong: the second question, and the first row of the board. */
const PICKS: Picks = {
  'who-lock': 'gardener',
  'which-words': 'already',
  'row-lock': 'done',
  'row-key': 'demanded',
  'row-pay': 'refused',
  'row-changed': 'done',
  'which-sentence': 'denial',
  'row-denied': 'of-clerk',
  'row-offered': 'of-teacher',
  'row-silent': 'of-clerk',
};

const sceneOf = ({ store }: Joined): Scene => scene(store.state());

/** The kind of the scene, and its step if it has one. */
const at = (session: Joined): string => {
  const now = sceneOf(session);
  return 'step' in now ? `${now.kind} ${now.step.id}` : now.kind;
};

/** The page of the exercise, as the end of each of its lessons shows it. */
const menuOf = (session: Joined): string => {
  const now = sceneOf(session);
  return now.kind === 'exercise' ? now.menu.map(({ id }) => id).join(' ') : now.kind;
};

/** A session that is at this step, with the picks for the steps before it. */
function joinedAt(step: string, rules: Partial<Room> = {}, clock = () => 0): Joined {
  const ada = joins(roomWith(rules), ADA, { clock });
  ada.store.dispatch(ENTER);
  for (let i = 0; !at(ada).endsWith(` ${step}`); i++) {
    if (i > 20) throw new Error(`no step ${step}, but ${at(ada)}`);
    oneStep(ada, PICKS);
  }
  return ada;
}

/** Where the step on screen is, as the top of the page says it. */
function placeOf(session: Joined): string {
  const now = sceneOf(session);
  if (!('step' in now) || !now.lesson) throw new Error(`no step but ${at(session)}`);
  return stepText(session.store.state(), now.lesson, now.step);
}

const answersIn = ({ log }: Joined) =>
  log.flatMap((entry) => (entry.k === 'answer' ? [entry] : []));

describe('an exercise with a sort board', () => {
  test('shows the board as one step, which counts a question for each row', () => {
    const ada = joinedAt('which-step');
    expect(placeOf(ada)).toBe('questions 3-6 of 6');
    oneStep(ada, PICKS);
    expect(answersIn(ada).map(({ check, choice }) => [check, choice])).toEqual(
      ['who-lock', 'which-words', 'row-lock', 'row-key', 'row-pay', 'row-changed'].map((id) => [
        id,
        PICKS[id],
      ]),
    );
  });

  test('goes from the board to the next lesson, whose questions are counted after the rows', () => {
    const ada = joinedAt('which-sentence', { lessons: ['the-wall', 'the-answer'] });
    expect(placeOf(ada)).toBe('question 7 of 10');
  });

  test('gives the verdict at once, without a second look', () => {
    const ada = joinedAt('which-step');
    oneStep(ada, PICKS);
    expect(at(ada)).toBe('board-verdict which-step');
    expect(sceneOf(ada)).toMatchObject({
      rows: [false, true, true, true].map((right) => ({ verdict: { right }, mended: false })),
    });
    expect(answersIn(ada).filter((entry) => 'again' in entry)).toEqual([]);
    ada.store.dispatch(ENTER);
    expect(menuOf(ada)).toBe('hand-in resume rename leave');
  });

  test('shows no verdict of any kind before the hand-in if feedback comes later', () => {
    const ada = joins(roomWith({ feedback: 'later' }), ADA);
    goThrough(ada, PICKS);
    ada.store.dispatch({ type: 'point', at: 1 });
    ada.store.dispatch(ENTER);
    const shown: string[] = [];
    for (; sceneOf(ada).kind !== 'exercise'; ada.store.dispatch({ type: 'next' })) {
      shown.push(at(ada));
      expect(JSON.stringify(sceneOf(ada))).not.toContain('verdict');
    }
    expect(shown).toEqual([
      'example example',
      'reading read-p1',
      'answer-pending who-lock',
      'answer-pending which-words',
      'board-pending which-step',
    ]);
  });

  test('leads through the questions and the boards after the hand-in, and records nothing', () => {
    const ada = joins(roomWith({ feedback: 'later', lessons: ['the-wall', 'the-answer'] }), ADA);
    goThrough(ada, PICKS);
    ada.store.dispatch(ENTER);
    expect(sceneOf(ada)).toMatchObject({ score: { answered: 10, right: 8, of: 10 } });
    const before = ada.log.length;
    ada.store.dispatch(ENTER);
    const shown: string[] = [];
    for (; sceneOf(ada).kind !== 'exercise'; ada.store.dispatch({ type: 'next' }))
      shown.push(at(ada));
    expect(shown).toEqual([
      'verdict who-lock',
      'verdict which-words',
      'board-verdict which-step',
      'verdict which-sentence',
      'board-verdict who-speaks',
    ]);
    expect(ada.log).toHaveLength(before);
  });

  test('is handed in without a board that was only begun when the time runs out', () => {
    let now = 0;
    const ada = joinedAt('which-step', { minutes: 5 }, () => now);
    ada.store.dispatch({ type: 'put', at: 1 });
    ada.store.dispatch({ type: 'put', at: 2 });
    expect(sceneOf(ada)).toMatchObject({ kind: 'board', toGo: 2 });
    now = 5 * 60_000 + 1;
    ada.store.dispatch({ type: 'tick' });
    expect(sceneOf(ada)).toMatchObject({
      exercise: { because: 'time' },
      score: { answered: 2, right: 1, of: 6 },
    });
    for (let i = 0; i < 3; i++) ada.store.dispatch(ENTER);
    expect(at(ada)).toBe('board-verdict which-step');
    expect(sceneOf(ada)).toMatchObject({ rows: Array(4).fill({ isOpen: true }) });
  });

  test('begins a board empty that was left before it was handed in', () => {
    const before = joinedAt('which-step');
    before.store.dispatch({ type: 'put', at: 0 });
    const after = joins(roomWith(), ADA, { log: before.log });
    after.store.dispatch(ENTER);
    expect(sceneOf(after)).toMatchObject({ kind: 'board', toGo: 4 });
  });

  test('does not take half a board', () => {
    const ada = joinedAt('which-step');
    ada.store.dispatch({ type: 'put', at: 0 });
    ada.store.dispatch(ENTER);
    expect(at(ada)).toBe('board which-step');
    expect(answersIn(ada)).toHaveLength(2);
  });
});

test('an exercise puts choices in the text in the order of the text, whatever its code is', () => {
  for (const code of ['TUESDAY', 'HERON', 'LARK', 'FINCH']) {
    const now = sceneOf(joinedAt('which-words', { code }));
    if (now.kind !== 'check') throw new Error(`no question but ${now.kind}`);
    expect(now.choices.map(({ id }) => id)).toEqual(['unnamed', 'said', 'already']);
  }
});
