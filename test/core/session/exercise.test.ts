import { describe, expect, test } from 'vitest';
import type { LogEntry } from '../../../src/core/log/entry.js';
import { isLengthened } from '../../../src/core/progress/exercise.js';
import { exerciseHash } from '../../../src/core/room/exercise.js';
import type { Room } from '../../../src/core/room/room.js';
import { type Play, play } from '../../support/play.js';
import { sessionInMemory } from '../../support/session-in-memory.js';
import { course, first, lessons, material, second } from '../../support/small-course.js';

const MINUTE = 60_000;
const BEGIN = { type: 'enter' } as const;
const ENTER = { type: 'enter' } as const;
const NEXT = { type: 'next' } as const;

/** A learner on the first page of an exercise with both lessons. */
function joined(room: Partial<Room> = {}, clock = () => 0, log: readonly LogEntry[] = []): Play {
  const joinedRoom: Room = {
    code: 'TUESDAY',
    lessons: ['first', 'second'],
    minutes: 0,
    feedback: 'now',
    ...room,
  };
  const person = { id: '0Q5TR4J44J6E', name: 'Ada', named: true };
  const exercise = exerciseHash([first, second]);
  const join: LogEntry = { k: 'join', id: 'j', t: 0, room: joinedRoom, person, exercise };
  return play({ log: log.length > 0 ? log : [join], clock });
}

/** Answers the check on screen with the choice of that id. */
function answer(session: Play, choice: string): void {
  const now = session.scene();
  if (now.kind !== 'check') throw new Error(`no question at ${session.at()}`);
  session.do({ type: 'point', at: now.choices.findIndex(({ id }) => id === choice) }, ENTER);
}

/** The entries of the exercise page, or the kind of another scene. */
const menuOf = (session: Play): string => {
  const now = session.scene();
  return now.kind === 'exercise' ? now.menu.map(({ id }) => id).join(' ') : now.kind;
};

const kinds = ({ log }: Play): string => log.map(({ k }) => k).join(' ');

describe('an exercise', () => {
  test('waits on its first page until the learner begins', () => {
    const ada = joined({ minutes: 20 });
    expect(menuOf(ada)).toBe('begin rename leave');
    expect(ada.state().minutesLeft).toBeUndefined();
    ada.do(BEGIN);
    expect(ada.at()).toBe('reading read');
    expect(ada.state().minutesLeft).toBe(20);
  });

  test('goes from lesson to lesson, and at the end to the page for handing in', () => {
    const ada = joined();
    ada.do(BEGIN, NEXT);
    answer(ada, 'a');
    ada.do(NEXT);
    answer(ada, 'a');
    ada.do(NEXT);
    expect(ada.at()).toBe('check three');
    answer(ada, 'c');
    ada.do(NEXT);
    expect(menuOf(ada)).toBe('hand-in resume rename leave');
    ada.do({ type: 'point', at: 1 }, ENTER);
    expect(ada.at()).toBe('reading read'); // looks through the lesson again from its start
    ada.do({ type: 'close' }, ENTER);
    expect(menuOf(ada)).toBe('see-answers leave');
    expect(ada.scene()).toMatchObject({ score: { answered: 3, right: 2, of: 3 } });
    expect(kinds(ada)).toMatch(/^join begin start at .*hand-in$/);
  });

  test('takes the order of choices from its code', () => {
    const order = (code: string): string[] => {
      const ada = joined({ code, lessons: ['second'] });
      ada.do(BEGIN);
      const now = ada.scene();
      return now.kind === 'check' ? now.choices.map(({ id }) => id) : [];
    };
    expect(order('TUESDAY')).toEqual(order('TUESDAY'));
    const orders = new Set(['A', 'B', 'C', 'D', 'E', 'F'].map((code) => order(code).join()));
    expect(orders.size).toBeGreaterThan(1);
  });

  test('shows no verdict before it is handed in if feedback comes later', () => {
    const ada = joined({ feedback: 'later' });
    ada.do(BEGIN, NEXT);
    answer(ada, 'b');
    expect(ada.at()).toBe('check two');
    ada.do({ type: 'back' });
    expect(ada.at()).toBe('answer-pending one');
    expect(ada.scene()).toMatchObject({ chosen: 'b' });
    expect(ada.scene()).not.toHaveProperty('verdict');
    ada.do({ type: 'back' }, NEXT, NEXT);
    expect(ada.at()).toBe('check two');
    answer(ada, 'b');
    answer(ada, 'c');
    expect(menuOf(ada)).toBe('hand-in resume rename leave');
    ada.do(ENTER, ENTER);
    expect(ada.at()).toBe('verdict one');
    ada.do(NEXT);
    expect(ada.at()).toBe('verdict two');
    ada.do({ type: 'back' });
    expect(ada.at()).toBe('verdict one');
    ada.do(NEXT, NEXT, NEXT);
    expect(menuOf(ada)).toBe('see-answers leave');
  });

  test('accepts no answer after it is handed in, even in another window', () => {
    const ada = joined();
    ada.do(BEGIN, NEXT);
    answer(ada, 'b');
    const late: LogEntry[] = ada.log.map((entry) =>
      entry.k === 'answer' ? { ...entry, t: 99 } : entry,
    );
    const ended: LogEntry = { k: 'hand-in', id: 'h', t: 50, because: 'chosen' };
    const after = joined({}, () => 100, [...late, ended]);
    expect(after.scene()).toMatchObject({ score: { answered: 0 } });
  });

  test('resumes where the learner left, with the answers', () => {
    const before = joined({ feedback: 'later' });
    before.do(BEGIN, NEXT);
    answer(before, 'a');
    const after = joined({}, () => 0, before.log);
    expect(menuOf(after)).toBe('resume hand-in rename leave');
    after.do(ENTER);
    expect(after.at()).toBe('check two');
    expect(after.scene()).not.toMatchObject({ kind: 'verdict' });
  });

  test('can be handed in before its end, which it asks about, and then shows the answers', () => {
    const ada = joined();
    ada.do(BEGIN, NEXT);
    answer(ada, 'a');
    ada.do({ type: 'close' }, { type: 'point', at: 1 }, ENTER);
    expect(menuOf(ada)).toBe('resume hand-in-open');
    ada.do({ type: 'close' });
    expect(menuOf(ada)).toBe('resume hand-in rename leave');
    ada.do({ type: 'point', at: 1 }, ENTER, { type: 'point', at: 1 }, ENTER);
    expect(ada.scene()).toMatchObject({ score: { answered: 1, right: 1, of: 3 } });
    ada.do(ENTER);
    expect(ada.at()).toBe('verdict one');
    ada.do(NEXT);
    expect(ada.scene()).toMatchObject({ kind: 'verdict', step: { id: 'two' }, isOpen: true });
    ada.do(NEXT, NEXT);
    expect(menuOf(ada)).toBe('see-answers leave');
  });

  test('records nothing when the learner looks through the answers', () => {
    const ada = joined({ lessons: ['second'] });
    ada.do(BEGIN);
    answer(ada, 'a');
    ada.do(NEXT, ENTER);
    const before = ada.log.length;
    ada.do(ENTER, NEXT, ENTER, { type: 'back' });
    expect(ada.log.length).toBe(before);
  });

  describe('with a limit', () => {
    test('ends by itself, with the answers given so far', () => {
      let now = 0;
      const ada = joined({ minutes: 2 }, () => now);
      ada.do(BEGIN, NEXT);
      answer(ada, 'a');
      now = 61_000;
      ada.do({ type: 'tick' });
      expect(ada.state().minutesLeft).toBe(1);
      now = 2 * MINUTE + 1_000;
      ada.do({ type: 'tick' });
      expect(menuOf(ada)).toBe('see-answers leave');
      expect(ada.scene()).toMatchObject({ exercise: { because: 'time' }, score: { answered: 1 } });
    });

    test('is not handed in by leaving, since another window may have started the limit again', () => {
      let now = 0;
      const ada = joined({ minutes: 2 }, () => now);
      ada.do(BEGIN);
      now = 3 * MINUTE;
      ada.do({ type: 'quit' });
      expect(kinds(ada)).not.toContain('hand-in');
      expect(ada.state().hasQuit).toBe(true);
    });

    test('accepts no answer after the limit, even if the timer is late', () => {
      let now = 0;
      const ada = joined({ minutes: 2, lessons: ['second'] }, () => now);
      ada.do(BEGIN);
      now = 3 * MINUTE;
      ada.do(ENTER);
      expect(kinds(ada)).not.toContain('answer');
      expect(menuOf(ada)).toBe('see-answers leave');
    });

    test('runs on while the program is closed', () => {
      let now = 0;
      const before = joined({ minutes: 10 }, () => now);
      before.do(BEGIN);
      now = 4 * MINUTE + 1_000;
      expect(joined({}, () => now, before.log).state().minutesLeft).toBe(6);
      now = 11 * MINUTE;
      const late = joined({}, () => now, before.log);
      late.do({ type: 'tick' });
      expect(menuOf(late)).toBe('hand-in leave');
    });

    test('is not handed in by opening it after the time: the page asks first', () => {
      let now = 0;
      const before = joined({ minutes: 10 }, () => now);
      before.do(BEGIN);
      now = 11 * MINUTE;
      const late = joined({}, () => now, before.log);
      late.do({ type: 'tick' }, NEXT, { type: 'tick' });
      expect(kinds(late)).not.toContain('hand-in');
      late.do(ENTER);
      expect(late.scene()).toMatchObject({ exercise: { because: 'time' } });
      expect(menuOf(late)).toBe('see-answers leave');
    });

    test('starts again when the learner joins with new minutes', () => {
      let now = 0;
      const before = joined({ minutes: 10 }, () => now);
      before.do(BEGIN);
      now = 9 * MINUTE;
      const [join] = before.log;
      if (join?.k !== 'join') throw new Error('the log does not begin with a join');
      const again = { ...join, id: 'again', t: now, room: { ...join.room, minutes: 5 } };
      const after = joined({}, () => now, [...before.log, again]);
      expect(after.state().minutesLeft).toBe(5);
      now = 13 * MINUTE;
      after.do({ type: 'tick' });
      expect(after.state().minutesLeft).toBe(1);
      now = 14 * MINUTE;
      after.do({ type: 'tick' });
      expect(after.scene()).toMatchObject({ exercise: { because: 'time' } });
    });

    test.each([
      ['more minutes before it began', {}, 0, 15, true],
      ['fewer minutes', {}, 0, 5, false],
      ['the same minutes again', {}, 0, 10, false],
      ['a limit that starts again and ends later', {}, 4, 10, true],
      ['a limit that starts again and does not end later', {}, 4, 6, false],
      ['an end after the common end', { minutes: 0, until: 12 * MINUTE }, 4, 9, true],
      ['an end before the common end', { minutes: 0, until: 12 * MINUTE }, 4, 7, false],
      ['a limit in a room without one', { minutes: 0 }, 4, 9, false],
    ])(
      'is known to be longer than that of the room, or not: %s',
      (_, of, at, minutes, isLonger) => {
        let now = 0;
        const before = joined({ minutes: 10, ...of }, () => now);
        if (at > 0) before.do(BEGIN);
        now = at * MINUTE;
        const [join] = before.log;
        if (join?.k !== 'join') throw new Error('the log does not begin with a join');
        const { until: __, ...room } = { ...join.room, minutes };
        const again = { ...join, id: 'again', t: now + 1, room };
        const { exercise } = joined({}, () => now, [...before.log, again]).state().progress;
        expect(exercise && isLengthened(exercise)).toBe(isLonger);
      },
    );

    test('ends for everyone at the room’s common end, however late they begin', () => {
      let now = 0;
      const room = { minutes: 0, until: 20 * MINUTE };
      const ada = joined(room, () => now);
      ada.do(BEGIN);
      expect(ada.state().minutesLeft).toBe(20);
      now = 15 * MINUTE;
      const late = joined(room, () => now);
      late.do(BEGIN);
      ada.do({ type: 'tick' });
      expect([ada, late].map((one) => one.state().minutesLeft)).toEqual([5, 5]);
      now = 20 * MINUTE;
      for (const one of [ada, late]) {
        one.do({ type: 'tick' });
        expect(one.scene()).toMatchObject({ exercise: { because: 'time' } });
      }
    });

    test('cannot begin after the common end: the page says so, and nothing is recorded', () => {
      let now = 0;
      const ada = joined({ minutes: 0, until: 20 * MINUTE }, () => now);
      expect(ada.state().endsAt).toBe('01:20');
      now = 21 * MINUTE;
      ada.do({ type: 'tick' }, BEGIN);
      expect(kinds(ada)).toBe('join');
      expect(menuOf(ada)).toBe('begin rename leave');
      expect(ada.state().notice).toMatch(/^This exercise ended at 01:20, and it is 01:21/);
    });

    test('goes on after the common end for someone who joins with more minutes', () => {
      let now = 0;
      const before = joined({ minutes: 0, until: 20 * MINUTE }, () => now);
      before.do(BEGIN);
      now = 15 * MINUTE;
      const [join] = before.log;
      if (join?.k !== 'join') throw new Error('the log does not begin with a join');
      const { until: _, ...room } = join.room;
      const again = { ...join, id: 'again', t: now, room: { ...room, minutes: 10 } };
      const after = joined({}, () => now, [...before.log, again]);
      expect(after.state()).toMatchObject({ minutesLeft: 10 });
      expect(after.state()).not.toHaveProperty('endsAt');
      now = 24 * MINUTE;
      after.do({ type: 'tick' });
      expect(after.state().minutesLeft).toBe(1);
    });

    test('is over on the first page of a person who comes back later', () => {
      let now = 0;
      const before = joined({ minutes: 5 }, () => now);
      before.do(BEGIN, NEXT);
      now = 6 * MINUTE;
      const after = joined({}, () => now, before.log);
      expect(menuOf(after)).toBe('hand-in leave');
      expect(kinds(after)).not.toContain('hand-in');
      expect(after.state().timeOver).toBeDefined();
    });

    test('never gets longer when the clock is set back', () => {
      let now = 10 * MINUTE;
      const ada = joined({ minutes: 5 }, () => now);
      ada.do(BEGIN);
      now = 0;
      ada.do({ type: 'tick' });
      expect(ada.state().minutesLeft).toBe(5);
    });
  });

  describe('asks how sure everyone is', () => {
    test('and keeps the answer if the time ends there', () => {
      for (const feedback of ['now', 'later'] as const) {
        let now = 0;
        const ada = joined({ minutes: 2, certainty: true, feedback }, () => now);
        ada.do(BEGIN, NEXT);
        answer(ada, 'a');
        expect(ada.at()).toBe('certainty one');
        now = 3 * MINUTE;
        ada.do({ type: 'tick' });
        expect(ada.scene()).toMatchObject({ kind: 'exercise', score: { answered: 1, right: 1 } });
        expect(kinds(ada)).toMatch(/answer hand-in$/);
        expect(ada.log.at(-2)).toMatchObject({ check: 'one', choice: 'a' });
        expect(ada.log.at(-2)).not.toHaveProperty('certainty');
      }
    });

    test('and puts the answer of the last moment into the hand-in code', () => {
      let now = 0;
      const { log } = joined({ minutes: 2, certainty: true, lessons: ['second'] });
      const opened = (log: readonly LogEntry[]) => {
        const of = { index: course, material, lessons };
        return sessionInMemory(of, { log, clock: () => now, resultFile: 'result.json' });
      };
      const ada = opened(log);
      for (const action of [BEGIN, { type: 'point', at: 1 } as const, ENTER])
        ada.store.dispatch(action);
      now = 3 * MINUTE;
      ada.store.dispatch({ type: 'tick' });
      expect(ada.log.filter(({ k }) => k === 'answer')).toHaveLength(1);
      const { handIn } = ada.store.state();
      expect(handIn?.code).toBeDefined();
      expect(handIn).toEqual(opened(ada.log).store.state().handIn);
    });

    test('and promises no review after a sure miss, for its questions never enter review', () => {
      const ada = joined({ certainty: true });
      ada.do(BEGIN, NEXT);
      answer(ada, 'b');
      ada.do({ type: 'rate', certainty: 'certain' });
      expect(ada.scene()).toMatchObject({ kind: 'verdict', surelyMissed: false });
    });

    const ON = { k: 'set', id: 's', t: 1, key: 'certainty', value: 'on' } as const;
    const asked = (room: Partial<Room>, ...log: LogEntry[]): boolean => {
      const [join] = joined(room).log;
      const ada = joined({}, () => 2, join ? [join, ...log] : []);
      ada.do(BEGIN, NEXT, { type: 'point', at: 0 }, ENTER);
      return ada.scene().kind === 'certainty';
    };

    test('if the room says so, whatever the learner has set', () => {
      expect(asked({ certainty: true })).toBe(true);
      expect(asked({ certainty: false }, ON)).toBe(false);
    });

    test('if the learner has set it, in a room of 0.1.0 and 0.2.0', () => {
      expect(asked({}, ON)).toBe(true);
      expect(asked({})).toBe(false);
    });
  });
});
