import { describe, expect, test } from 'vitest';
import type { Answer, LogEntry } from '../../../src/core/log/entry.js';
import type { Action } from '../../../src/core/state/action.js';
import { course, steps } from '../../support/kinds-course.js';
import { choosing, type Play, play } from '../../support/play.js';

const NEXT = { type: 'next' } as const;
const ENTER = { type: 'enter' } as const;
const LOOK: Action = { type: 'look', at: 'passages' };
const CLOSE: Action = { type: 'close' };

const CERTAINTY_ON: LogEntry = { k: 'set', id: 'c', t: 1, key: 'certainty', value: 'on' };

const answersIn = ({ log }: Play): Answer[] => log.filter((entry) => entry.k === 'answer');

/** Answers the question on screen. */
const choose = (session: Play, choice: string): void => session.do(...choosing(session, choice));

/** At the first question of a lesson, after its example and its reading. */
function atFirstQuestion(log: readonly LogEntry[] = []): Play {
  const session = play({ of: course, lesson: 'kinds', log });
  session.do(NEXT, NEXT);
  return session;
}

/** At the page after a first miss of the first question. */
function missed(): Play {
  const session = atFirstQuestion();
  choose(session, 'librarian');
  expect(session.at()).toBe('second-look who');
  return session;
}

describe('what is looked up after a first miss', () => {
  const lookUpsIn = (session: Play) => answersIn(session).map(({ lookUps }) => lookUps);

  test('counts for the second answer, not for the first', () => {
    const session = missed();
    session.do(LOOK, CLOSE, ENTER);
    choose(session, 'spokesman');
    expect(lookUpsIn(session)).toEqual([[], ['passages']]);
  });

  test('may be the passage in sight on the page about the miss', () => {
    const session = missed();
    session.do({ type: 'enter', passageInSight: true });
    choose(session, 'spokesman');
    expect(lookUpsIn(session)).toEqual([[], ['passages']]);
  });

  test('counts from home, too, as long as the second answer is open', () => {
    const session = missed();
    session.do(CLOSE, LOOK, CLOSE, ENTER);
    expect(session.at()).toBe('second-look who');
    session.do(ENTER);
    choose(session, 'spokesman');
    session.do(CLOSE, LOOK, CLOSE, ENTER, NEXT);
    choose(session, 's2');
    expect(lookUpsIn(session)).toEqual([[], ['passages'], []]);
  });
});

test('a choice that was tried cannot be handed in again, and the second try is still open', () => {
  const session = missed();
  session.do(ENTER);
  choose(session, 'librarian');
  expect(session.at()).toBe('check who');
  expect(session.state().notice).toBe('You tried this answer already. Choose another answer.');
  expect(answersIn(session)).toHaveLength(1);
  choose(session, 'spokesman');
  expect(session.scene()).toMatchObject({
    kind: 'verdict',
    mended: true,
    tried: { id: 'librarian' },
  });
});

test('after two misses the first try is known, too', () => {
  const session = missed();
  session.do(ENTER);
  choose(session, 'left-open');
  expect(session.scene()).toMatchObject({
    kind: 'verdict',
    mended: false,
    verdict: { right: false, chosen: { id: 'left-open' } },
    tried: { id: 'librarian' },
  });
});

test('an old log in which a choice was repeated opens at its verdict', () => {
  const [first] = answersIn(missed());
  if (!first) throw new Error('no answer');
  const repeated: LogEntry = {
    ...first,
    id: 'again',
    t: 9,
    try: 2,
  };
  const { again: _, ...second } = repeated as Answer & LogEntry;
  const session = play({ of: course, lesson: 'kinds', log: [...missed().log, second as LogEntry] });
  expect(session.scene()).toMatchObject({ kind: 'verdict', mended: false });
});

test('certainty is asked before the first answer only, and a sure miss stays one', () => {
  const session = atFirstQuestion([CERTAINTY_ON]);
  choose(session, 'librarian');
  expect(session.at()).toBe('certainty who');
  session.do({ type: 'rate', certainty: 'certain' });
  expect(session.at()).toBe('second-look who');
  session.do(ENTER);
  choose(session, 'left-open');
  expect(session.scene()).toMatchObject({ kind: 'verdict', surelyMissed: true });
  expect(answersIn(session)[1]).not.toHaveProperty('certainty');
});

test('a second look in a closed book shows neither story nor hint', () => {
  const session = play({ of: course, lesson: 'closed' });
  choose(session, 'librarian');
  session.do(LOOK);
  expect(session.state()).not.toHaveProperty('overlay');
  expect(session.state().notice).toBeDefined();
  session.do(ENTER, { type: 'hint' });
  expect(session.state().hints).toEqual({});
  choose(session, 'spokesman');
  expect(answersIn(session)[1]).toMatchObject({ check: 'who-later', lookUps: [], right: true });
});

describe('practice', () => {
  /** In practice after a lesson in which one row was wrong twice, and one was mended. */
  function practising(): Play {
    const session = atFirstQuestion();
    choose(session, 'spokesman');
    session.do(NEXT);
    choose(session, 's2');
    session.do(NEXT);
    const put = (at: number): Action => ({ type: 'put', at });
    session.do(put(0), put(0), put(0), ENTER, put(1), put(1), ENTER, NEXT, NEXT);
    choose(session, 'according');
    session.do(NEXT);
    choose(session, 'nothing');
    session.do(NEXT);
    const now = session.scene();
    if (now.kind !== 'summary') throw new Error(`no summary but ${session.at()}`);
    session.do({ type: 'point', at: now.menu.findIndex(({ id }) => id === 'retry') }, ENTER);
    return session;
  }

  test('asks a row alone that stayed wrong, with all headings, and not one that was mended', () => {
    const session = practising();
    const begun = session.log.findLast(({ k }) => k === 'start');
    expect(begun).toMatchObject({ only: ['row-night'] });
    expect(session.scene()).toMatchObject({
      kind: 'check',
      step: { id: 'row-night', row: { board: 'steps' } },
      choices: steps.headings,
    });
  });

  test('gives a second look at a row alone, and shows its answer on request', () => {
    const session = practising();
    choose(session, 'demanded');
    expect(session.at()).toBe('second-look row-night');
    session.do({ type: 'show-answer' });
    expect(session.scene()).toMatchObject({ kind: 'verdict', mended: false, corrected: false });
    expect(session.log.at(-1)).toMatchObject({ k: 'at', step: 'row-night', shown: true });
    session.do(NEXT);
    expect(session.scene().kind).toBe('summary');
  });
});
