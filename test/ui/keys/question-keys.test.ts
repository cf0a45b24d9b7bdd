import type { Key } from 'ink';
import { describe, expect, test } from 'vitest';
import type { Action } from '../../../src/core/state/action.js';
import { actionFor } from '../../../src/ui/keys/keys.js';
import type { Layout } from '../../../src/ui/layout/fit.js';
import { choose, type InText, inLesson, toQuestion } from '../../support/in-text.js';

/** A page that fits, without a highlight or a passage. */
const LAYOUT = {
  offset: 0,
  lastOffset: 0,
  bodyHeight: 10,
  showsHighlight: false,
  showsPassage: false,
} as Layout;

function pressed(session: InText, key: string, layout: Partial<Layout> = {}): Action | undefined {
  const context = { state: session.state(), layout: { ...LAYOUT, ...layout }, width: 72 };
  return /^[a-z]{2,}$/i.test(key)
    ? actionFor('', { [key]: true } as unknown as Key, context)
    : actionFor(key, {} as Key, context);
}

const question = (): InText => {
  const session = inLesson('the-fee');
  toQuestion(session, 'who-wrote');
  return session;
};

const missed = (): InText => {
  const session = question();
  choose(session, 'council');
  return session;
};

describe('on a question without a highlight', () => {
  test('Enter asks the learner to choose first', () => {
    const session = question();
    expect(pressed(session, 'return')).toEqual({ type: 'enter' });
    session.do({ type: 'enter' });
    expect(session.state().notice).toBe('Choose first, with ↑↓ or a number.');
    expect(session.log.filter(({ k }) => k === 'answer')).toEqual([]);
  });

  test('arrows and digits choose', () => {
    const session = question();
    expect(pressed(session, 'downArrow')).toEqual({ type: 'move', by: 1 });
    expect(pressed(session, 'upArrow')).toEqual({ type: 'move', by: -1 });
    expect(pressed(session, '2')).toEqual({ type: 'point', at: 1 });
  });

  test('j and k do not choose, since a pasted line may contain them before its Enter', () => {
    const session = question();
    expect(pressed(session, 'j')).toEqual({ type: 'enter' });
    expect(pressed(session, 'k')).toEqual({ type: 'enter' });
    session.do({ type: 'move', by: 1 });
    expect(pressed(session, 'j')).toEqual({ type: 'move', by: 1 });
    expect(pressed(session, 'k')).toEqual({ type: 'move', by: -1 });
  });
});

test('an answer says whether the passage was in sight', () => {
  const session = question();
  session.do({ type: 'point', at: 0 });
  const shown = { showsHighlight: true };
  expect(pressed(session, 'return', shown)).toEqual({ type: 'enter' });
  expect(pressed(session, 'return', { ...shown, showsPassage: true })).toEqual({
    type: 'enter',
    passageInSight: true,
  });
});

test('a highlight out of view is shown before Enter answers', () => {
  const session = question();
  session.do({ type: 'point', at: 1 });
  expect(pressed(session, 'return', { showsPassage: true })).toEqual({ type: 'point', at: 1 });
});

describe('after a first miss', () => {
  test('Enter and space choose again at the end of the page, and s shows the answer', () => {
    for (const key of ['return', ' ']) {
      expect(pressed(missed(), key)).toEqual({ type: 'enter' });
      expect(pressed(missed(), key, { lastOffset: 4 })).toEqual({ type: 'scroll', to: 4 });
    }
    expect(pressed(missed(), 's')).toEqual({ type: 'show-answer' });
    expect(pressed(missed(), 'downArrow', { lastOffset: 4 })).toEqual({ type: 'scroll', to: 1 });
  });

  test('a digit does nothing before the learner chooses again', () => {
    const session = missed();
    const before = session.state();
    session.do(pressed(session, '2') ?? { type: 'tick' });
    expect(session.scene().kind).toBe('second-look');
    expect(session.state().highlight).toBe(before.highlight);
  });
});
