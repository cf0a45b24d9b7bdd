import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/core/log/entry.js';
import { CHOOSE_FIRST } from '../../../src/core/messages/lesson.js';
import type { Action } from '../../../src/core/state/action.js';
import { choosing, play, settling } from '../../support/play.js';

const NEXT: Action = { type: 'next' };
const ENTER: Action = { type: 'enter' };
const DOWN: Action = { type: 'move', by: 1 };

const answers = (session: ReturnType<typeof play>): Answer[] =>
  session.log.filter((entry) => entry.k === 'answer') as unknown as Answer[];

describe('a lesson', () => {
  test('goes from reading through checks and verdicts to the summary', () => {
    const session = play({ lesson: 'first' });
    expect(session.at()).toBe('reading read');
    session.do(NEXT);
    expect(session.at()).toBe('check one');
    session.do(...choosing(session, 'a'));
    expect(session.at()).toBe('verdict one');
    session.do(NEXT);
    session.do(...choosing(session, 'b'));
    session.do(NEXT);
    expect(session.at()).toBe('summary');
  });

  test('continues after a check only with an answer', () => {
    const session = play({ lesson: 'first' });
    session.do(NEXT, NEXT, NEXT, { type: 'more' }, { type: 'scroll', to: 3 });
    expect(session.at()).toBe('check one');
    expect(answers(session)).toEqual([]);
  });

  test('takes the highlighted choice, in the order shown', () => {
    const session = play({ lesson: 'first' });
    session.do(NEXT);
    const now = session.scene();
    const third = now.kind === 'check' ? now.choices[2]?.id : undefined;
    session.do(DOWN, DOWN, DOWN, ENTER);
    expect(answers(session).map(({ choice }) => choice)).toEqual([third]);
  });

  test('wraps the highlight at both ends of the choices', () => {
    const session = play({ lesson: 'first' });
    session.do(NEXT, { type: 'move', by: -1 });
    expect(session.state().highlight).toBe(2);
    session.do({ type: 'move', by: 1 });
    expect(session.state().highlight).toBe(0);
  });

  test('ignores a digit beyond the last choice', () => {
    const session = play({ lesson: 'first' });
    session.do(NEXT, { type: 'point', at: 1 }, { type: 'point', at: 7 });
    expect(session.state().highlight).toBe(1);
  });

  test('goes back one step at a time, and from the first step to home', () => {
    const session = play({ lesson: 'first' });
    session.do(NEXT, { type: 'back' });
    expect(session.at()).toBe('reading read');
    session.do({ type: 'back' });
    expect(session.at()).toBe('home');
  });

  test('shows learners no author notes', () => {
    const session = play({ lesson: 'first' });
    session.do({ type: 'look', at: 'inspect' });
    expect(session.state().overlay).toBeUndefined();
  });

  test('shows the verdict again when the learner returns to an answered check', () => {
    const session = play({ lesson: 'first' });
    session.do(NEXT);
    session.do(...settling(session, 'b'));
    session.do(NEXT, { type: 'back' });
    expect(session.at()).toBe('verdict one');
  });

  test('takes no answer from Enter before the learner has moved, and says so', () => {
    const session = play({ lesson: 'first' });
    session.do(NEXT, ENTER, ENTER);
    expect(session.at()).toBe('check one');
    expect(session.state().notice).toBe(CHOOSE_FIRST);
    expect(answers(session)).toEqual([]);
  });

  test('highlights nothing on a new question, and then the first choice below or the last above', () => {
    const session = play({ lesson: 'first' });
    session.do(NEXT);
    expect(session.state().highlight).toBe(-1);
    session.do(DOWN);
    expect(session.state().highlight).toBe(0);
    session.do({ type: 'back' }, NEXT, { type: 'move', by: -1 });
    expect(session.state().highlight).toBe(2);
  });
});

describe('a first miss', () => {
  function missed(lesson = 'first'): ReturnType<typeof play> {
    const session = play({ lesson });
    session.do(NEXT);
    session.do(...choosing(session, lesson === 'first' ? 'c' : 'a'));
    return session;
  }

  const isRight = (session: ReturnType<typeof play>): boolean[] =>
    answers(session).map(({ right }) => right);

  test('leads to a second look, and Enter from there to the question without a highlight', () => {
    const session = missed();
    expect(session.at()).toBe('second-look one');
    session.do(ENTER);
    expect([session.at(), session.state().highlight]).toEqual(['check one', -1]);
    session.do(ENTER);
    expect(isRight(session)).toEqual([false]);
  });

  test('put right is recorded as a second answer, and the first one counts', () => {
    const session = missed();
    session.do(ENTER);
    session.do(...choosing(session, 'a'));
    const now = session.scene();
    expect(now.kind === 'verdict' && [now.verdict.right, now.mended]).toEqual([true, true]);
    expect(isRight(session)).toEqual([false, true]);
    expect(session.state().progress.attempts.first?.answers.one?.choice).toBe('c');
  });

  test('followed by another leads to the verdict', () => {
    const session = missed();
    session.do(ENTER);
    session.do(...choosing(session, 'b'));
    expect(session.at()).toBe('verdict one');
    expect(isRight(session)).toEqual([false, false]);
  });

  test('leads to the verdict once the learner asks to see the answer, also at the next start', () => {
    const session = missed();
    session.do({ type: 'show-answer' });
    expect(session.at()).toBe('verdict one');
    expect(play({ lesson: 'first', log: session.log }).at()).toBe('verdict one');
    expect(isRight(session)).toEqual([false]);
  });

  test('leads to the second look again at the next start', () => {
    expect(play({ lesson: 'first', log: missed().log }).at()).toBe('second-look one');
  });

  test('in a closed-book lesson leads to a second look without the story', () => {
    const session = missed('second');
    expect(session.at()).toBe('second-look three');
    session.do({ type: 'look', at: 'passages' });
    expect(session.state().overlay).toBeUndefined();
  });
});

describe('an earlier attempt', () => {
  test('resumes at the next start, with the verdict of an answered check', () => {
    const before = play({ lesson: 'first' });
    before.do(NEXT);
    before.do(...settling(before, 'c'));
    const after = play({ lesson: 'first', log: before.log, seed: 'another' });
    expect(after.at()).toBe('verdict one');
    const now = after.scene();
    expect(now.kind === 'verdict' && now.verdict.chosen?.id).toBe('c');
  });

  test('keeps its order of choices, whatever the new seed', () => {
    const before = play({ lesson: 'first', seed: 'a' });
    before.do(NEXT);
    const after = play({ lesson: 'first', log: before.log, seed: 'b' });
    expect(after.scene()).toEqual(before.scene());
  });

  test('continues from the first entry of home', () => {
    const before = play({ lesson: 'first' });
    before.do(NEXT);
    const home = play({ log: before.log });
    home.do(ENTER);
    expect(home.at()).toBe('check one');
  });

  test('resumes at the first unanswered check if its step was removed', () => {
    const before = play({ lesson: 'first' });
    const moved = { id: 'x', t: 99, k: 'at', lesson: 'first', step: 'taken-out' } as const;
    expect(play({ lesson: 'first', log: [...before.log, moved] }).at()).toBe('check one');
  });
});

test('opening a completed lesson asks a check that was added', () => {
  const before = play({ lesson: 'first' });
  before.do(NEXT);
  before.do(...choosing(before, 'a'));
  before.do(NEXT);
  before.do(...choosing(before, 'b'));
  before.do(NEXT);
  const log = before.log.filter((entry) => !(entry.k === 'answer' && entry.check === 'two'));
  const after = play({ lesson: 'first', log });
  expect(after.at()).toBe('check two');
  after.do(...choosing(after, 'b'));
  after.do(NEXT);
  expect(after.at()).toBe('summary');
});

test('a verdict stays the same when the key is fixed later, and says so', () => {
  const before = play({ lesson: 'first' });
  before.do(NEXT);
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
    session.do(NEXT);
    session.do(...settling(session, 'b'));
    session.do(NEXT);
    session.do(...choosing(session, 'b'));
    session.do(NEXT);
    return session;
  }

  const choose = (session: ReturnType<typeof play>, entry: string): void => {
    const now = session.scene();
    const menu = now.kind === 'home' || now.kind === 'summary' ? now.menu : [];
    session.do({ type: 'point', at: menu.findIndex(({ id }) => id === entry) }, ENTER);
  };

  test('asks only missed checks, and does not change the first answers', () => {
    const session = missedOne();
    choose(session, 'retry');
    expect(session.at()).toBe('check one');
    session.do(...choosing(session, 'a'));
    session.do(NEXT);
    expect(session.at()).toBe('summary');
    expect(answers(session).map(({ check, right, try: n }) => [check, right, n])).toEqual([
      ['one', false, 1],
      ['two', true, 1],
      ['one', true, 2],
    ]);
    expect(session.state().progress.checks.get('one')?.first.right).toBe(false);
  });

  test('is not offered once every missed check is right', () => {
    const session = missedOne();
    choose(session, 'retry');
    session.do(...choosing(session, 'a'));
    session.do(NEXT);
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
  test('during a check is recorded once with the answer', () => {
    const session = play({ lesson: 'first' });
    session.do(NEXT, { type: 'look', at: 'passages' }, { type: 'close' });
    session.do({ type: 'look', at: 'passages' }, { type: 'close' }, { type: 'hint' });
    session.do(...choosing(session, 'a'));
    expect(answers(session)[0]?.lookUps).toEqual(['passages', 'hint']);
  });

  test('before a check or after its answer is not recorded', () => {
    const session = play({ lesson: 'first' });
    session.do({ type: 'look', at: 'sources' }, { type: 'close' }, NEXT);
    session.do(...choosing(session, 'a'));
    session.do({ type: 'look', at: 'passages' }, { type: 'close' }, NEXT);
    session.do(...choosing(session, 'b'));
    expect(answers(session).map(({ lookUps }) => lookUps)).toEqual([[], []]);
  });

  test('is still recorded if the learner goes back or home before answering', () => {
    const session = play({ lesson: 'first' });
    session.do(NEXT, { type: 'hint' }, { type: 'back' }, NEXT, { type: 'close' });
    session.do({ type: 'look', at: 'passages' }, { type: 'close' }, ENTER);
    session.do(...choosing(session, 'a'));
    expect(answers(session)[0]?.lookUps).toEqual(['hint', 'passages']);
  });

  test('is not possible from home during a closed-book lesson', () => {
    const session = play({ lesson: 'second' });
    session.do({ type: 'close' }, { type: 'look', at: 'passages' });
    expect(session.at()).toBe('home');
    expect(session.state().overlay).toBeUndefined();
    expect(session.state().notice).toBe(
      "Closed book: you've begun a closed-book lesson, so you can't look at the story yet.",
    );
  });

  test('is not possible in a closed-book lesson, with a message', () => {
    const session = play({ lesson: 'second' });
    session.do({ type: 'look', at: 'passages' });
    expect(session.state().overlay).toBeUndefined();
    expect(session.state().notice).toContain('Closed book');
    session.do({ type: 'hint' });
    session.do(...choosing(session, 'a'));
    expect(answers(session)[0]?.lookUps).toEqual([]);
  });

  test('keeps the screen below unchanged', () => {
    const session = play({ lesson: 'first' });
    session.do(NEXT, { type: 'move', by: 1 });
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
    { type: 'show-answer' },
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

test('after any actions, each check is graded once, and only by an answer', () => {
  fc.assert(
    fc.property(fc.array(anyAction, { maxLength: 120 }), (actions) => {
      const session = play();
      for (const action of actions) {
        const sceneBefore = session.scene();
        const countBefore = answers(session).length;
        session.do(action);
        const added = answers(session).slice(countBefore);
        expect(added.length).toBeLessThanOrEqual(1);
        if (added.length === 1) expect([sceneBefore.kind, action.type]).toEqual(['check', 'enter']);
      }
      const graded = answers(session).filter((answer) => answer.try === 1);
      expect(new Set(graded.map(({ check }) => check)).size).toBe(graded.length);
    }),
    { numRuns: 300 },
  );
});

test('after any actions, the next start resumes at the same step', () => {
  fc.assert(
    fc.property(fc.array(anyAction, { maxLength: 60 }), (actions) => {
      const session = play({ lesson: 'first' });
      session.do(...actions);
      const { route } = session.state();
      if (route.name !== 'lesson') return;
      const { overlay: _, ...state } = session.state();
      const again = play({ lesson: route.lesson.id, log: session.log, seed: 'other' });
      const resumed = again.state().route;
      expect(resumed.name === 'lesson' && resumed.step).toBe(route.step);
      expect(again.scene()).toEqual(play({ lesson: route.lesson.id, log: session.log }).scene());
      expect(state.route).toBe(route);
    }),
    { numRuns: 300 },
  );
});

test('a page that was opened from the story closes to the story, at the same place', () => {
  const session = play({ lesson: 'first' });
  session.do({ type: 'close' }, { type: 'look', at: 'passages' }, { type: 'scroll', to: 2 });
  session.do({ type: 'look', at: 'sources' });
  expect([session.state().overlay, session.state().overlayScroll]).toEqual(['sources', undefined]);
  session.do({ type: 'look', at: 'help' }, { type: 'close' });
  expect(session.state().overlay).toBe('sources');
  session.do({ type: 'close' });
  expect([session.state().overlay, session.state().overlayScroll]).toEqual(['passages', 2]);
  // Its own key goes back to it, too.
  session.do({ type: 'look', at: 'sources' }, { type: 'look', at: 'passages' });
  expect(session.state().overlay).toBe('passages');
  session.do({ type: 'close' });
  expect([session.state().overlay, session.at()]).toEqual([undefined, 'home']);
});
