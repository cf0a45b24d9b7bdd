import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/core/log/entry.js';
import type { Action } from '../../../src/core/state/action.js';
import { choosing, play } from '../../support/play.js';

const ON: Action = { type: 'next' };
const ENTER: Action = { type: 'enter' };

const answers = (session: ReturnType<typeof play>): Answer[] =>
  session.log.filter((entry) => entry.k === 'answer') as unknown as Answer[];

describe('a lesson', () => {
  test('leads from reading through checks and verdicts to the summary', () => {
    const session = play({ lesson: 'first' });
    expect(session.at()).toBe('reading read');
    session.do(ON);
    expect(session.at()).toBe('check one');
    session.do(...choosing(session, 'a'));
    expect(session.at()).toBe('verdict one');
    session.do(ON);
    session.do(...choosing(session, 'b'));
    session.do(ON);
    expect(session.at()).toBe('summary');
  });

  test('is not gone on with from a check by anything but an answer', () => {
    const session = play({ lesson: 'first' });
    session.do(ON, ON, ON, { type: 'more' }, { type: 'scroll', to: 3 });
    expect(session.at()).toBe('check one');
    expect(answers(session)).toEqual([]);
  });

  test('takes the highlighted choice, in the order shown', () => {
    const session = play({ lesson: 'first' });
    session.do(ON);
    const now = session.scene();
    const third = now.kind === 'check' ? now.choices[2]?.id : undefined;
    session.do({ type: 'move', by: 1 }, { type: 'move', by: 1 }, ENTER);
    expect(answers(session).map(({ choice }) => choice)).toEqual([third]);
  });

  test('goes round at both ends of the choices', () => {
    const session = play({ lesson: 'first' });
    session.do(ON, { type: 'move', by: -1 });
    expect(session.state().highlight).toBe(2);
    session.do({ type: 'move', by: 1 });
    expect(session.state().highlight).toBe(0);
  });

  test('passes over a digit beyond the last choice', () => {
    const session = play({ lesson: 'first' });
    session.do(ON, { type: 'point', at: 1 }, { type: 'point', at: 7 });
    expect(session.state().highlight).toBe(1);
  });

  test('goes back a step at a time, and out at the first', () => {
    const session = play({ lesson: 'first' });
    session.do(ON, { type: 'back' });
    expect(session.at()).toBe('reading read');
    session.do({ type: 'back' });
    expect(session.at()).toBe('home');
  });

  test('has nothing behind it for a learner to look at', () => {
    const session = play({ lesson: 'first' });
    session.do({ type: 'look', at: 'inspect' });
    expect(session.state().overlay).toBeUndefined();
  });

  test('shows the verdict again when one comes back to an answered check', () => {
    const session = play({ lesson: 'first' });
    session.do(ON);
    session.do(...choosing(session, 'b'));
    session.do(ON, { type: 'back' });
    expect(session.at()).toBe('verdict one');
  });
});

describe('what was done before', () => {
  test('is where the next start resumes, the verdict of an answered check included', () => {
    const before = play({ lesson: 'first' });
    before.do(ON);
    before.do(...choosing(before, 'c'));
    const after = play({ lesson: 'first', log: before.log, seed: 'another' });
    expect(after.at()).toBe('verdict one');
    const now = after.scene();
    expect(now.kind === 'verdict' && now.verdict.chosen?.id).toBe('c');
  });

  test('keeps the order of the choices of the attempt, whatever the new seed', () => {
    const before = play({ lesson: 'first', seed: 'a' });
    before.do(ON);
    const after = play({ lesson: 'first', log: before.log, seed: 'b' });
    expect(after.scene()).toEqual(before.scene());
  });

  test('is continued from home by its first entry', () => {
    const before = play({ lesson: 'first' });
    before.do(ON);
    const home = play({ log: before.log });
    home.do(ENTER);
    expect(home.at()).toBe('check one');
  });

  test('leads to the first open check when the step is no longer in the course', () => {
    const before = play({ lesson: 'first' });
    const moved = { id: 'x', t: 99, k: 'at', lesson: 'first', step: 'taken-out' } as const;
    expect(play({ lesson: 'first', log: [...before.log, moved] }).at()).toBe('check one');
  });
});

test('a check added to a lesson that was gone through is asked when the lesson is opened', () => {
  const before = play({ lesson: 'first' });
  before.do(ON);
  before.do(...choosing(before, 'a'));
  before.do(ON);
  before.do(...choosing(before, 'b'));
  before.do(ON);
  const log = before.log.filter((entry) => !(entry.k === 'answer' && entry.check === 'two'));
  const after = play({ lesson: 'first', log });
  expect(after.at()).toBe('check two');
  after.do(...choosing(after, 'b'));
  after.do(ON);
  expect(after.at()).toBe('summary');
});

test('a verdict stands when the key is mended later, and says that it was', () => {
  const before = play({ lesson: 'first' });
  before.do(ON);
  before.do(...choosing(before, 'a'));
  const log = before.log.map((entry) =>
    entry.k === 'answer' ? { ...entry, right: false } : entry,
  );
  const now = play({ lesson: 'first', log }).scene();
  expect(now.kind === 'verdict' && [now.verdict.right, now.corrected]).toEqual([false, true]);
});

describe('a retry', () => {
  function missedOne(): ReturnType<typeof play> {
    const session = play({ lesson: 'first' });
    session.do(ON);
    session.do(...choosing(session, 'b'));
    session.do(ON);
    session.do(...choosing(session, 'b'));
    session.do(ON);
    return session;
  }

  const choose = (session: ReturnType<typeof play>, entry: string): void => {
    const now = session.scene();
    const menu = now.kind === 'home' || now.kind === 'summary' ? now.menu : [];
    session.do({ type: 'point', at: menu.findIndex(({ id }) => id === entry) }, ENTER);
  };

  test('asks the missed only, and counts as practice', () => {
    const session = missedOne();
    choose(session, 'retry');
    expect(session.at()).toBe('check one');
    session.do(...choosing(session, 'a'));
    session.do(ON);
    expect(session.at()).toBe('summary');
    expect(answers(session).map(({ check, right, try: n }) => [check, right, n])).toEqual([
      ['one', false, 1],
      ['two', true, 1],
      ['one', true, 2],
    ]);
    expect(session.state().progress.checks.get('one')?.first.right).toBe(false);
  });

  test('is offered no more once every missed check was put right', () => {
    const session = missedOne();
    choose(session, 'retry');
    session.do(...choosing(session, 'a'));
    session.do(ON);
    const now = session.scene();
    expect(now.kind === 'summary' && now.menu.map(({ id }) => id)).toEqual([
      'next',
      'home',
      'again',
      'offer-certainty',
    ]);
  });
});

describe('looking up', () => {
  test('during a check is recorded with the answer, once each', () => {
    const session = play({ lesson: 'first' });
    session.do(ON, { type: 'look', at: 'passages' }, { type: 'close' });
    session.do({ type: 'look', at: 'passages' }, { type: 'close' }, { type: 'hint' });
    session.do(...choosing(session, 'a'));
    expect(answers(session)[0]?.lookUps).toEqual(['passages', 'hint']);
  });

  test('before the check or after the answer is not', () => {
    const session = play({ lesson: 'first' });
    session.do({ type: 'look', at: 'sources' }, { type: 'close' }, ON);
    session.do(...choosing(session, 'a'));
    session.do({ type: 'look', at: 'passages' }, { type: 'close' }, ON);
    session.do(...choosing(session, 'b'));
    expect(answers(session).map(({ lookUps }) => lookUps)).toEqual([[], []]);
  });

  test('is kept when one goes back, or home, and returns before answering', () => {
    const session = play({ lesson: 'first' });
    session.do(ON, { type: 'hint' }, { type: 'back' }, ON, { type: 'close' });
    session.do({ type: 'look', at: 'passages' }, { type: 'close' }, ENTER);
    session.do(...choosing(session, 'a'));
    expect(answers(session)[0]?.lookUps).toEqual(['hint', 'passages']);
  });

  test('is shut on the way round by home while a closed-book lesson is under way', () => {
    const session = play({ lesson: 'second' });
    session.do({ type: 'close' }, { type: 'look', at: 'passages' });
    expect(session.at()).toBe('home');
    expect(session.state().overlay).toBeUndefined();
    expect(session.state().notice).toContain('Closed book');
  });

  test('is shut in a closed-book lesson, and said so', () => {
    const session = play({ lesson: 'second' });
    session.do({ type: 'look', at: 'passages' });
    expect(session.state().overlay).toBeUndefined();
    expect(session.state().notice).toContain('Closed book');
    session.do({ type: 'hint' });
    session.do(...choosing(session, 'a'));
    expect(answers(session)[0]?.lookUps).toEqual([]);
  });

  test('leaves the screen below as it was', () => {
    const session = play({ lesson: 'first' });
    session.do(ON, { type: 'move', by: 1 });
    const before = session.state();
    session.do({ type: 'look', at: 'help' }, { type: 'move', by: 1 }, ENTER, { type: 'close' });
    expect(session.state()).toEqual(before);
  });
});

const anyAction: fc.Arbitrary<Action> = fc.oneof(
  fc.constantFrom<Action>(
    { type: 'move', by: 1 },
    { type: 'move', by: -1 },
    { type: 'point-last' },
    { type: 'enter' },
    { type: 'next' },
    { type: 'back' },
    { type: 'hint' },
    { type: 'more' },
    { type: 'close' },
    { type: 'look', at: 'passages' },
    { type: 'look', at: 'sources' },
    { type: 'look', at: 'help' },
    { type: 'look', at: 'about' },
  ),
  fc.record({ type: fc.constant('point' as const), at: fc.integer({ min: -2, max: 9 }) }),
  fc.record({ type: fc.constant('scroll' as const), to: fc.nat(50) }),
);

test('whatever is done, each check is graded once and only an answer at it adds one', () => {
  fc.assert(
    fc.property(fc.array(anyAction, { maxLength: 120 }), (actions) => {
      const session = play();
      for (const action of actions) {
        const was = session.scene();
        const before = answers(session).length;
        session.do(action);
        const fresh = answers(session).slice(before);
        expect(fresh.length).toBeLessThanOrEqual(1);
        if (fresh.length === 1) expect([was.kind, action.type]).toEqual(['check', 'enter']);
      }
      const graded = answers(session).filter((answer) => answer.try === 1);
      expect(new Set(graded.map(({ check }) => check)).size).toBe(graded.length);
    }),
    { numRuns: 300 },
  );
});

test('whatever is done, the next start in that lesson resumes at the very step', () => {
  fc.assert(
    fc.property(fc.array(anyAction, { maxLength: 60 }), (actions) => {
      const session = play({ lesson: 'first' });
      session.do(...actions);
      const { route } = session.state();
      if (route.name !== 'lesson') return;
      const { overlay: _, ...state } = session.state();
      const again = play({ lesson: route.lesson.id, log: session.log, seed: 'other' });
      const shown = again.state().route;
      expect(shown.name === 'lesson' && shown.step).toBe(route.step);
      expect(again.scene()).toEqual(play({ lesson: route.lesson.id, log: session.log }).scene());
      expect(state.route).toBe(route);
    }),
    { numRuns: 300 },
  );
});
