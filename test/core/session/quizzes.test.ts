import { describe, expect, test } from 'vitest';
import type { LogEntry } from '../../../src/core/log/entry.js';
import { afterReview } from '../../../src/core/messages/home.js';
import type { Action } from '../../../src/core/state/action.js';
import { answer } from '../../support/any-log.js';
import { choosing, type Play, play } from '../../support/play.js';

const DAY = 24 * 3_600_000;
const ENTER: Action = { type: 'enter' };
/** Answers with the first choice, and goes on after the verdict. */
const ANSWER: readonly Action[] = [{ type: 'point', at: 0 }, ENTER, { type: 'next' }];
const NOW = 30 * DAY;

const set = (key: string, value: string): LogEntry => ({
  k: 'set',
  id: `s${key}`,
  t: 1,
  key,
  value,
});
const past = (check: string, right = true): LogEntry =>
  answer({ id: `a${check}`, t: DAY + check.length }, { check, right });

/** Opens an entry of home, or of a page that has only a menu. */
const openEntry = (session: Play, id: string): void => {
  const now = session.scene();
  if (!('menu' in now)) throw new Error(`no menu but ${session.at()}`);
  const at = now.menu.findIndex((entry) => entry.id === id);
  if (at < 0) throw new Error(`no entry ${id}`);
  session.do({ type: 'point', at }, ENTER);
};

test('the end of a review speaks of certainty only if the learner has ever said how sure they are', () => {
  const notes = (...more: readonly LogEntry[]) => {
    const log = [past('one', false), ...more];
    return afterReview(play({ log, now: NOW }).state()).join(' ');
  };
  const rated = answer({ id: 'rated', t: DAY + 9 }, { check: 'two', certainty: 'certain' });
  expect(notes()).not.toContain('When');
  expect(notes(set('certainty', 'on'))).not.toContain('When');
  expect(notes(rated)).toContain('When certain: 1 of 1 right.');
});

describe('certainty', () => {
  const withCertainty = (): Play => {
    const session = play({ lesson: 'first', log: [set('certainty', 'on')] });
    session.do({ type: 'next' });
    return session;
  };

  test('is asked between the choice and the verdict, and Enter does not answer it', () => {
    const session = withCertainty();
    session.do(...choosing(session, 'b'));
    expect(session.at()).toBe('certainty one');
    session.do(ENTER, { type: 'next' });
    expect(session.at()).toBe('certainty one');
    session.do({ type: 'rate', certainty: 'guess' });
    expect(session.at()).toBe('second-look one');
    expect(session.log.at(-1)).toMatchObject({ k: 'answer', choice: 'b', certainty: 'guess' });
  });

  test('lets the learner change the choice before rating it', () => {
    const session = withCertainty();
    session.do(...choosing(session, 'b'), { type: 'move', by: 1 });
    expect(session.at()).toBe('check one');
    session.do(ENTER, { type: 'back' });
    expect(session.at()).toBe('check one');
    expect(session.log.some(({ k }) => k === 'answer')).toBe(false);
  });

  test('is not asked in practice, or if it is off', () => {
    const session = play({ lesson: 'first', log: [set('certainty', 'on'), past('one', false)] });
    session.do({ type: 'next' });
    session.do(...choosing(session, 'a'));
    expect(session.at()).toBe('verdict one');
    const off = play({ lesson: 'first' });
    off.do({ type: 'next' });
    off.do(...choosing(off, 'a'));
    expect(off.at()).toBe('verdict one');
  });
});

describe('a review', () => {
  const log = [past('one', false), past('two', false), past('three')];

  test('asks due checks without the story, and records no lesson answers', () => {
    const session = play({ log, now: NOW });
    openEntry(session, 'review');
    expect(session.at()).toBe('check one');
    session.do({ type: 'look', at: 'passages' }, { type: 'hint' });
    expect(session.state().overlay).toBeUndefined();
    session.do(...choosing(session, 'a'));
    expect(session.at()).toBe('verdict one');
    expect(session.log.at(-1)).toMatchObject({ k: 'review', check: 'one', right: true });
    expect(session.state().progress.checks.get('one')?.tries).toBe(1);
  });

  test('ends with no due checks, and resumes where the learner left', () => {
    const session = play({ log, now: NOW });
    openEntry(session, 'review');
    session.do(...choosing(session, 'a'), { type: 'close' });
    expect(session.at()).toBe('home');
    openEntry(session, 'review');
    expect(session.at()).toBe('check two');
    for (let i = 0; i < 9 && session.scene().kind !== 'quiz-end'; i++) session.do(...ANSWER);
    const now = session.scene();
    expect(now.kind === 'quiz-end' && now.menu.map(({ id }) => id)).toEqual(['home']);
  });

  test('has the length of the session setting', () => {
    const session = play({ log: [...log, set('session', '1')], now: NOW });
    openEntry(session, 'review');
    session.do(...ANSWER);
    const now = session.scene();
    expect(now.kind === 'quiz-end' && now.menu.map(({ id }) => id)).toEqual(['review-on', 'home']);
  });

  test('is not on home before the first answer', () => {
    const now = play().scene();
    expect(now.kind === 'home' && now.menu.map(({ id }) => id)).not.toContain('review');
  });
});

describe('the learner report', () => {
  const wrong = (id: string, t: number, check: string): LogEntry =>
    answer({ id, t }, { check, choice: 'c', right: false });

  test('counts misreadings with the latest truth, without those that a reset hides', () => {
    const reset: LogEntry = { k: 'reset', id: 'r', t: 3, lesson: 'second', checks: ['three'] };
    const log = [
      answer({ id: 'x', t: 1 }, { check: 'three', choice: 'a', right: false }),
      wrong('y', 2, 'one'),
      reset,
      wrong('z', 4, 'two'),
    ];
    const session = play({ log, now: NOW });
    openEntry(session, 'learner-report');
    const now = session.scene();
    expect(now.kind === 'learner-report' && now.report).toMatchObject({
      misreadings: [{ misreading: 'wrong-source', count: 2, missed: { check: { id: 'two' } } }],
      skills: [{ skill: 'attribution', right: 0, answered: 2, checks: 3 }],
      memory: { new: 1, learning: 2, learned: 0 },
    });
  });

  test('opens the map, which is empty until a lesson is done, and returns to where it was opened', () => {
    const session = play({ log: [past('one')], now: NOW });
    openEntry(session, 'learner-report');
    session.do(ENTER);
    const now = session.scene();
    expect(now.kind === 'map' && now.map.cells).toEqual([]);
    session.do({ type: 'close' });
    expect(session.at()).toBe('learner-report');
    session.do({ type: 'close' });
    expect(session.at()).toBe('home');
  });
});

describe('settings', () => {
  test('change with Enter, and the highlight stays', () => {
    const session = play();
    for (const entry of ['lessons', 'more', 'settings']) openEntry(session, entry);
    session.do({ type: 'move', by: 1 }, ENTER, ENTER);
    expect(session.state().progress.settings).toEqual({ session: '20' });
    expect(session.state().highlight).toBe(1);
  });
});
