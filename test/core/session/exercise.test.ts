import { describe, expect, test } from 'vitest';
import type { LogEntry } from '../../../src/core/log/entry.js';
import { exerciseHash } from '../../../src/core/room/exercise.js';
import type { Room } from '../../../src/core/room/room.js';
import { type Play, play } from '../../support/play.js';
import { first, second } from '../../support/small-course.js';

const MINUTE = 60_000;
const BEGIN = { type: 'enter' } as const;
const ENTER = { type: 'enter' } as const;
const ON = { type: 'next' } as const;

/** Someone who has just come to an exercise of both lessons. */
function joined(room: Partial<Room> = {}, clock = () => 0, log: readonly LogEntry[] = []): Play {
  const whole: Room = {
    code: 'TUESDAY',
    lessons: ['first', 'second'],
    minutes: 0,
    feedback: 'now',
    ...room,
  };
  const person = { id: '0Q5TR4J44J6E', name: 'Ada', named: true };
  const exercise = exerciseHash([first, second]);
  const join: LogEntry = { k: 'join', id: 'j', t: 0, room: whole, person, exercise };
  return play({ log: log.length > 0 ? log : [join], clock });
}

/** Answers what is asked, with a choice by its id. */
function answer(at: Play, choice: string): void {
  const now = at.scene();
  if (now.kind !== 'check') throw new Error(`no question at ${at.at()}`);
  at.do({ type: 'point', at: now.choices.findIndex(({ id }) => id === choice) }, ENTER);
}

const phase = (at: Play): string => {
  const now = at.scene();
  return now.kind === 'exercise' ? now.menu.map(({ id }) => id).join(' ') : now.kind;
};

const kinds = ({ log }: Play): string => log.map(({ k }) => k).join(' ');

describe('an exercise', () => {
  test('waits at its page until it is begun', () => {
    const ada = joined({ minutes: 20 });
    expect(phase(ada)).toBe('begin leave');
    expect(ada.state().minutesLeft).toBeUndefined();
    ada.do(BEGIN);
    expect(ada.at()).toBe('reading read');
    expect(ada.state().minutesLeft).toBe(20);
  });

  test('goes from lesson to lesson, and at the end to its page, where it can be handed in', () => {
    const ada = joined();
    ada.do(BEGIN, ON);
    answer(ada, 'a');
    ada.do(ON);
    answer(ada, 'a');
    ada.do(ON);
    expect(ada.at()).toBe('check three');
    answer(ada, 'c');
    ada.do(ON);
    expect(phase(ada)).toBe('hand-in resume leave');
    ada.do({ type: 'point', at: 1 }, ENTER);
    expect(ada.at()).toBe('reading read'); // to look at it again, from the beginning
    ada.do({ type: 'close' }, ENTER);
    expect(phase(ada)).toBe('see-answers leave');
    expect(ada.scene()).toMatchObject({ score: { answered: 3, right: 2, of: 3 } });
    expect(kinds(ada)).toMatch(/^join begin start at .*hand-in$/);
  });

  test('has the order of choices that its code gives', () => {
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

  test('shows no verdict before it is handed in where feedback comes later', () => {
    const ada = joined({ feedback: 'later' });
    ada.do(BEGIN, ON);
    answer(ada, 'b');
    expect(ada.at()).toBe('check two');
    ada.do({ type: 'back' });
    expect(ada.at()).toBe('answer-pending one');
    expect(ada.scene()).toMatchObject({ chosen: 'b' });
    expect(ada.scene()).not.toHaveProperty('verdict');
    ada.do({ type: 'back' }, ON, ON);
    expect(ada.at()).toBe('check two');
    answer(ada, 'b');
    answer(ada, 'c');
    expect(phase(ada)).toBe('hand-in resume leave');
    ada.do(ENTER, ENTER);
    expect(ada.at()).toBe('verdict one');
    ada.do(ON);
    expect(ada.at()).toBe('verdict two');
    ada.do({ type: 'back' });
    expect(ada.at()).toBe('verdict one');
    ada.do(ON, ON, ON);
    expect(phase(ada)).toBe('see-answers leave');
  });

  test('takes no answer once it is handed in, be it from another window', () => {
    const ada = joined();
    ada.do(BEGIN, ON);
    answer(ada, 'b');
    const late: LogEntry[] = ada.log.map((one) => (one.k === 'answer' ? { ...one, t: 99 } : one));
    const ended: LogEntry = { k: 'hand-in', id: 'h', t: 50, because: 'chosen' };
    const after = joined({}, () => 100, [...late, ended]);
    expect(after.scene()).toMatchObject({ score: { answered: 0 } });
  });

  test('is resumed where it was left, with what was answered', () => {
    const before = joined({ feedback: 'later' });
    before.do(BEGIN, ON);
    answer(before, 'a');
    const after = joined({}, () => 0, before.log);
    expect(phase(after)).toBe('resume hand-in leave');
    after.do(ENTER);
    expect(after.at()).toBe('check two');
    expect(after.scene()).not.toMatchObject({ kind: 'verdict' });
  });

  test('can be handed in before its end, and then shows what was answered', () => {
    const ada = joined();
    ada.do(BEGIN, ON);
    answer(ada, 'a');
    ada.do({ type: 'close' }, { type: 'point', at: 1 }, ENTER);
    expect(ada.scene()).toMatchObject({ score: { answered: 1, right: 1, of: 3 } });
    ada.do(ENTER);
    expect(ada.at()).toBe('verdict one');
    ada.do(ON);
    expect(ada.scene()).toMatchObject({ kind: 'verdict', step: { id: 'two' }, isOpen: true });
    ada.do(ON, ON);
    expect(phase(ada)).toBe('see-answers leave');
  });

  test('leaves no trace of looking through the answers', () => {
    const ada = joined({ lessons: ['second'] });
    ada.do(BEGIN);
    answer(ada, 'a');
    ada.do(ON, ENTER);
    const before = ada.log.length;
    ada.do(ENTER, ON, ENTER, { type: 'back' });
    expect(ada.log.length).toBe(before);
  });

  describe('with a limit', () => {
    test('ends by itself, with what was answered', () => {
      let now = 0;
      const ada = joined({ minutes: 2 }, () => now);
      ada.do(BEGIN, ON);
      answer(ada, 'a');
      now = 61_000;
      ada.do({ type: 'tick' });
      expect(ada.state().minutesLeft).toBe(1);
      now = 2 * MINUTE + 1_000;
      ada.do({ type: 'tick' });
      expect(phase(ada)).toBe('see-answers leave');
      expect(ada.scene()).toMatchObject({ exercise: { because: 'time' }, score: { answered: 1 } });
    });

    test('takes no answer after it, whatever the timer does', () => {
      let now = 0;
      const ada = joined({ minutes: 2, lessons: ['second'] }, () => now);
      ada.do(BEGIN);
      now = 3 * MINUTE;
      ada.do(ENTER);
      expect(kinds(ada)).not.toContain('answer');
      expect(phase(ada)).toBe('see-answers leave');
    });

    test('runs on while the program is not open', () => {
      let now = 0;
      const before = joined({ minutes: 10 }, () => now);
      before.do(BEGIN);
      now = 4 * MINUTE + 1_000;
      expect(joined({}, () => now, before.log).state().minutesLeft).toBe(6);
      now = 11 * MINUTE;
      const late = joined({}, () => now, before.log);
      late.do({ type: 'tick' });
      expect(phase(late)).toBe('see-answers leave');
    });

    test('is never longer than it was, where a clock is set back', () => {
      let now = 10 * MINUTE;
      const ada = joined({ minutes: 5 }, () => now);
      ada.do(BEGIN);
      now = 0;
      ada.do({ type: 'tick' });
      expect(ada.state().minutesLeft).toBe(5);
    });
  });
});
