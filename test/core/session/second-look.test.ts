import { describe, expect, test } from 'vitest';
import type { Answer, LogEntry } from '../../../src/core/log/entry.js';
import type { Action } from '../../../src/core/state/action.js';
import { course, kinds } from '../../support/kinds-course.js';
import { choosing, type Play, play } from '../../support/play.js';

const NEXT = { type: 'next' } as const;
const ENTER = { type: 'enter' } as const;
const LOOK: Action = { type: 'look', at: 'passages' };
const CLOSE: Action = { type: 'close' };

const CERTAINTY_ON: LogEntry = { k: 'set', id: 'c', t: 1, key: 'certainty', value: 'on' };

const answersIn = ({ log }: Play): Answer[] => log.filter((entry) => entry.k === 'answer');

/** At the page after a first miss of the first question. */
function missed(log: readonly LogEntry[] = []): Play {
  const session = play({ of: course, lesson: 'kinds', log });
  session.do(NEXT, NEXT, ...choosing(session, 'librarian'));
  return session;
}

describe('a second look and what was looked up', () => {
  test('a look at the story on its page counts for the second answer, not for the first', () => {
    const session = missed();
    session.do(LOOK, CLOSE, ENTER);
    session.do(...choosing(session, 'spokesman'));
    expect(answersIn(session).map(({ lookUps }) => lookUps)).toEqual([[], ['passages']]);
  });

  test('a passage in sight on its page counts for the second answer', () => {
    const session = missed();
    session.do({ type: 'enter', passageInSight: true });
    session.do(...choosing(session, 'spokesman'));
    expect(answersIn(session)[1]).toMatchObject({ lookUps: ['passages'], right: true });
  });

  test('a look from home counts as long as the second answer is open', () => {
    const session = missed();
    session.do(CLOSE, LOOK, CLOSE, ENTER, ENTER);
    expect(session.at()).toBe('check who');
    session.do(...choosing(session, 'spokesman'), CLOSE, LOOK, CLOSE, ENTER, NEXT);
    session.do(...choosing(session, 's2'));
    expect(answersIn(session).map(({ lookUps }) => lookUps)).toEqual([[], ['passages'], []]);
  });
});

describe('a second look and certainty', () => {
  test('is asked before the first answer only, and a sure miss stays one', () => {
    const session = play({ of: course, lesson: 'kinds', log: [CERTAINTY_ON] });
    session.do(NEXT, NEXT, ...choosing(session, 'librarian'));
    expect(session.at()).toBe('certainty who');
    session.do({ type: 'rate', certainty: 'certain' });
    expect(session.at()).toBe('second-look who');
    session.do(ENTER, ...choosingAgain(session, 'left-open'));
    expect(session.scene()).toMatchObject({ kind: 'verdict', surelyMissed: true });
    expect(answersIn(session)[1]).not.toHaveProperty('certainty');
  });
});

/** The actions that choose once more, from the page after a first miss. */
function choosingAgain(session: Play, choice: string): Action[] {
  const now = session.scene();
  if (now.kind !== 'second-look') throw new Error(`no second look but ${session.at()}`);
  return [{ type: 'point', at: now.choices.findIndex(({ id }) => id === choice) }, ENTER];
}

test('a second look in a closed book shows neither story nor hint', () => {
  const session = play({ of: course, lesson: 'closed' });
  session.do(...choosing(session, 'librarian'), LOOK);
  expect(session.state()).not.toHaveProperty('overlay');
  expect(session.state().notice).toBeDefined();
  session.do(ENTER, { type: 'hint' });
  expect(session.state().hints).toEqual({});
  session.do(...choosing(session, 'spokesman'));
  expect(answersIn(session)[1]).toMatchObject({ check: 'who-later', lookUps: [], right: true });
});

describe('practice', () => {
  /** The lesson is done, with one row wrong twice and one mended. */
  function done(): Play {
    const session = play({ of: course, lesson: 'kinds' });
    session.do(NEXT, NEXT, ...choosing(session, 'spokesman'), NEXT);
    session.do(...choosing(session, 's2'), NEXT);
    const put = (at: number): Action => ({ type: 'put', at });
    session.do(put(0), put(0), put(0), ENTER, put(1), put(1), ENTER, NEXT, NEXT);
    session.do(...choosing(session, 'according'), NEXT);
    session.do(...choosing(session, 'nothing'), NEXT);
    return session;
  }

  test('asks a row alone that stayed wrong, not one that was mended', () => {
    const session = done();
    const now = session.scene();
    if (now.kind !== 'summary') throw new Error(`no summary but ${session.at()}`);
    session.do({ type: 'point', at: now.menu.findIndex(({ id }) => id === 'retry') }, ENTER);
    expect(session.log.filter(({ k }) => k === 'start').at(-1)).toMatchObject({
      only: ['row-night'],
    });
    expect(session.scene()).toMatchObject({
      kind: 'check',
      step: { id: 'row-night', row: { board: 'steps' } },
      choices: kinds.body.flatMap((step) => (step.kind === 'board' ? step.headings : [])),
    });
  });

  test('gives a second look at a row alone, and shows its answer on request', () => {
    const session = done();
    const now = session.scene();
    if (now.kind !== 'summary') throw new Error(`no summary but ${session.at()}`);
    session.do({ type: 'point', at: now.menu.findIndex(({ id }) => id === 'retry') }, ENTER);
    session.do(...choosing(session, 'demanded'));
    expect(session.at()).toBe('second-look row-night');
    session.do({ type: 'show-answer' });
    expect(session.scene()).toMatchObject({ kind: 'verdict', mended: false, corrected: false });
    expect(session.log.at(-1)).toMatchObject({ k: 'at', step: 'row-night', shown: true });
    session.do(NEXT);
    expect(session.scene().kind).toBe('summary');
  });
});
