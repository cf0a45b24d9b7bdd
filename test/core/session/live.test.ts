import { describe, expect, test } from 'vitest';
import type { LogEntry } from '../../../src/core/log/entry.js';
import { roomTexts } from '../../../src/core/messages/live-room/join.js';
import { exerciseHash } from '../../../src/core/room/exercise.js';
import type { Room } from '../../../src/core/room/room.js';
import type { LiveChange, LiveStop, RoomNews } from '../../../src/core/state/live.js';
import { type Play, play } from '../../support/play.js';
import { first, second } from '../../support/small-course.js';

const MINUTE = 60_000;

type Options = {
  readonly room?: Partial<Room>;
  readonly clock?: () => number;
  readonly log?: readonly LogEntry[];
};

/** Somebody who joins a live room of both lessons. */
function joined({ room = {}, clock = () => 0, log = [] }: Options = {}): Play {
  const exercise = exerciseHash([first, second]);
  const person = { id: '0Q5TR4J44J6E', name: 'Ada', named: true };
  const whole: Room = {
    code: 'TUESDAY',
    lessons: ['first', 'second'],
    minutes: 0,
    feedback: 'now',
    ...room,
  };
  const join: LogEntry = { k: 'join', id: 'j', t: 0, room: whole, person, exercise };
  const live = { address: 'http://192.0.2.7:4321', link: 'joining', isAlone: false } as const;
  return play({ log: log.length > 0 ? log : [join], clock, live });
}

const change = (session: Play, what: LiveChange): void =>
  session.do({ type: 'live', change: what });

/** The room says something. */
function says(session: Play, news: Partial<RoomNews> & Pick<RoomNews, 'phase'>): void {
  change(session, { news: { message: `It is ${news.phase}.`, known: [], ...news } });
}

const ONE = { at: 0, lesson: 'first', step: 'one', round: 1, chosen: {}, first: {} } as const;
const open = (stop: Partial<LiveStop> = {}) =>
  ({ phase: 'open', stop: { ...ONE, canAnswer: true, ...stop } }) as const;
const shut = (phase: 'closed' | 'talk' | 'revealed', stop: Partial<LiveStop> = {}) =>
  ({ phase, stop: { ...ONE, canAnswer: false, ...stop } }) as const;

/** Moves to the choice and presses Enter. */
function choose(session: Play, choice: string): void {
  const now = session.scene();
  if (now.kind !== 'check') throw new Error(`no question at ${session.at()}`);
  const at = now.choices.findIndex(({ id }) => id === choice);
  session.do({ type: 'point', at }, { type: 'enter' });
}

/** The answers in the log: "one:b". */
const answers = ({ log }: Play): string[] =>
  log.flatMap((one) => (one.k === 'answer' ? [`${one.check}:${one.choice}`] : []));

const line = (session: Play): string => roomTexts(session.state()).join(' ');

/** The room has the latest answer. */
function saves(session: Play): void {
  const draft = session.state().live?.draft;
  if (!draft) throw new Error('no answer is under way');
  change(session, { saved: draft });
}

describe('a session in a live room', () => {
  test('waits in the lobby, and begins when the room does', () => {
    const ada = joined();
    expect(line(ada)).toBe('Looking for the room at http://192.0.2.7:4321…');
    says(ada, { phase: 'lobby' });
    expect(ada.at()).toBe('exercise');
    expect(ada.scene()).toMatchObject({ menu: [{ id: 'leave' }] });
    says(ada, open());
    expect(ada.at()).toBe('check one');
    expect(ada.log.map(({ k }) => k)).toEqual(['join', 'begin', 'start', 'at']);
  });

  test('keeps an answer out of the log until the vote closes, since it can change', () => {
    const ada = joined();
    says(ada, open());
    choose(ada, 'b');
    expect(line(ada)).toBe('Sending your answer…');
    saves(ada);
    expect(line(ada)).toBe('Saved. You can change it until the vote closes.');
    choose(ada, 'a');
    saves(ada);
    expect(ada.at()).toBe('check one');
    expect(answers(ada)).toEqual([]);
    says(ada, { ...shut('closed', { chosen: { one: 'a' } }), known: [['one', 'a']] });
    expect(answers(ada)).toEqual(['one:a']);
    expect(ada.scene()).toMatchObject({ kind: 'answer-pending', chosen: 'a' });
  });

  test('cannot move while the room leads, and says so', () => {
    const ada = joined();
    says(ada, open());
    for (const type of ['next', 'back', 'close'] as const) {
      ada.do({ type });
      expect([ada.at(), ada.state().notice]).toEqual([
        'check one',
        'In this room, your facilitator moves everyone on.',
      ]);
    }
    says(ada, shut('closed'));
    expect(ada.state().notice).toBeUndefined();
    ada.do({ type: 'enter' });
    expect(ada.at()).toBe('answer-pending one');
  });

  test('logs the first vote, and shows the verdict on the second beside it', () => {
    const ada = joined();
    says(ada, open());
    choose(ada, 'b');
    saves(ada);
    const known = [['one', 'b']] as const;
    says(ada, { ...shut('talk', { first: { one: 'b' }, chosen: { one: 'b' } }), known });
    says(ada, { ...open({ round: 2, first: { one: 'b' } }), known });
    choose(ada, 'a');
    saves(ada);
    const stop = { round: 2, first: { one: 'b' }, chosen: { one: 'a' } } as const;
    says(ada, { ...shut('revealed', stop), known });
    expect(answers(ada)).toEqual(['one:b']);
    expect(ada.scene()).toMatchObject({
      kind: 'verdict',
      verdict: { right: true },
      mended: true,
      tried: { id: 'b' },
    });
  });

  test('logs an answer whose vote ended before the room could say so', () => {
    const ada = joined();
    says(ada, open());
    choose(ada, 'b');
    says(ada, open({ at: 1, step: 'two' }));
    expect(answers(ada)).toEqual(['one:b']);
    expect(ada.at()).toBe('check two');
  });

  test('prefers what the room knows to an answer that came too late', () => {
    const ada = joined();
    says(ada, open({ chosen: { one: 'a' } }));
    choose(ada, 'b');
    says(ada, { ...shut('closed', { chosen: { one: 'a' } }), known: [['one', 'a']] });
    expect(answers(ada)).toEqual(['one:a']);
  });

  test('forgets an answer that the room refused', () => {
    const ada = joined();
    says(ada, open());
    choose(ada, 'b');
    const draft = ada.state().live?.draft;
    if (draft) change(ada, { refused: draft });
    expect(line(ada)).toBe('It is open.');
  });

  test('hands in when the room ends, with all that the room knows', () => {
    const ada = joined();
    says(ada, open());
    says(ada, {
      phase: 'ended',
      known: [
        ['one', 'c'],
        ['three', 'c'],
        ['nothing', 'x'],
      ],
    });
    expect(answers(ada)).toEqual(['one:c', 'three:c']);
    expect(ada.at()).toBe('exercise');
    expect(ada.state().progress.exercise).toMatchObject({ because: 'chosen' });
    ada.do({ type: 'enter' }, { type: 'next' }, { type: 'next' });
    expect(ada.scene()).toMatchObject({ kind: 'verdict', step: { id: 'three' }, isOpen: false });
  });

  test('takes nothing from the room that the exercise does not have', () => {
    const ada = joined();
    says(ada, open({ lesson: 'third', step: '__proto__', chosen: { toString: 'a' } }));
    expect(ada.at()).toBe('exercise');
    says(ada, open());
    expect(ada.at()).toBe('check one');
  });
});

describe('when the room cannot be reached', () => {
  test('an answer is not sent yet, and going on alone records it', () => {
    const ada = joined();
    says(ada, open());
    change(ada, { link: 'lost' });
    choose(ada, 'b');
    expect(line(ada)).toBe(
      "The room can't be reached. The program keeps trying. Your answer hasn't been sent yet.",
    );
    ada.do({ type: 'go-alone' });
    expect(answers(ada)).toEqual(['one:b']);
    expect(ada.at()).toBe('verdict one');
    expect(line(ada)).toContain('You go on alone: each answer is saved here.');
    ada.do({ type: 'next' });
    choose(ada, 'b');
    expect(answers(ada)).toEqual(['one:b', 'two:b']);
  });

  test('the room leads again when it is back, and does not ask again what was answered alone', () => {
    const ada = joined();
    says(ada, open());
    change(ada, { link: 'lost' });
    ada.do({ type: 'go-alone' });
    choose(ada, 'b');
    says(ada, open());
    expect(ada.at()).toBe('answer-pending one');
    expect(line(ada)).toContain('You answered this on your own');
    says(ada, open({ at: 1, step: 'two' }));
    expect(ada.at()).toBe('check two');
  });

  test('the code alone is enough to begin', () => {
    const ada = joined();
    ada.do({ type: 'enter' });
    expect(ada.at()).toBe('reading read');
    expect(ada.state().live?.isAlone).toBe(true);
    says(ada, open());
    expect(ada.at()).toBe('check one');
  });

  test('a room that refuses somebody leaves them the exercise', () => {
    const ada = joined();
    change(ada, { link: 'refused', refusal: "This isn't the code of this room" });
    expect(line(ada)).toBe(
      "This isn't the code of this room. You go on alone: each answer is saved here.",
    );
    ada.do({ type: 'enter' });
    expect(ada.at()).toBe('reading read');
  });

  test('nobody is handed in by a clock of the past before the room has answered', () => {
    const ada = joined({ room: { minutes: 10 } });
    ada.do({ type: 'enter' });
    const later = joined({ log: ada.log, clock: () => 20 * MINUTE });
    later.do({ type: 'tick' });
    expect(later.state().progress.exercise?.handedIn).toBeUndefined();
    says(later, open());
    later.do({ type: 'tick' });
    expect(later.at()).toBe('check one');
  });
});

describe('with the pace own', () => {
  test('everyone goes through the exercise, and the room ends their time', () => {
    let now = 0;
    const ada = joined({ clock: () => now });
    says(ada, { phase: 'lobby' });
    says(ada, { phase: 'own', end: 10 * MINUTE });
    ada.do({ type: 'tick' });
    expect([ada.at(), ada.state().minutesLeft]).toEqual(['reading read', 10]);
    ada.do({ type: 'next' });
    choose(ada, 'a');
    expect(answers(ada)).toEqual(['one:a']);
    now = 9.5 * MINUTE;
    says(ada, { phase: 'own', end: 12 * MINUTE });
    ada.do({ type: 'tick' });
    expect(ada.state().minutesLeft).toBe(3);
    now = 12 * MINUTE;
    ada.do({ type: 'tick' });
    expect(ada.state().progress.exercise?.handedIn).toBeUndefined();
    says(ada, { phase: 'handed-in' });
    expect(ada.state().progress.exercise).toMatchObject({ because: 'time' });
  });

  test('the clock hands in who has lost the room', () => {
    let now = 0;
    const ada = joined({ clock: () => now });
    says(ada, { phase: 'own', end: 10 * MINUTE });
    change(ada, { link: 'lost' });
    now = 10 * MINUTE;
    ada.do({ type: 'tick' });
    expect(ada.state().progress.exercise).toMatchObject({ because: 'time' });
  });
});
