import { describe, expect, test } from 'vitest';
import type { LogEntry } from '../../../src/core/log/entry.js';
import { exerciseHash } from '../../../src/core/room/exercise.js';
import type { PeopleHere } from '../../../src/core/room/people-here.js';
import { madeUpName, type Person } from '../../../src/core/room/person.js';
import type { Room } from '../../../src/core/room/room.js';
import { makeRoomCode, shownCode } from '../../../src/core/room/room-code.js';
import type { Action } from '../../../src/core/state/action.js';
import type { FieldRoute } from '../../../src/core/state/route.js';
import { choosing, type Play, play } from '../../support/play.js';
import { course, first, lessons, second } from '../../support/small-course.js';

const ENTER: Action = { type: 'enter' };
const ADA: Person = { id: '0Q5TR4J44J6E', name: 'Ada', named: true };
const BEN: Person = { id: 'ZQ5TR4J44J6E', name: 'Ben', named: false };
const NEW_ID = '7K2MQX4T0000';
const NOBODY: PeopleHere = { begun: [], elsewhere: [], newId: NEW_ID };

const lesson = (id: string) => lessons.find((one) => one.id === id) ?? first;
const room = { lessons: ['first', 'second'], minutes: 0, feedback: 'now' } as const;
const CODE = makeRoomCode({ index: course, lesson }, room, 7);
/** The same with another last character. */
const TYPO = CODE.slice(0, -1) + (CODE.endsWith('7') ? '8' : '7');

const type = (text: string): Action => ({ type: 'type', text });

/** Chooses an entry of the menu on screen. */
function enter(session: Play, id: string): void {
  const now = session.scene();
  const menu = 'menu' in now ? now.menu : [];
  session.do({ type: 'point', at: menu.findIndex((entry) => entry.id === id) }, ENTER);
}

/** At the field for the code. */
function joining(people = NOBODY): Play {
  const session = play({ peopleHere: () => people });
  enter(session, 'join');
  return session;
}

function field(session: Play): FieldRoute {
  const now = session.scene();
  if (now.kind !== 'field') throw new Error(`no field but ${session.at()}`);
  return now.field;
}

/** At the field for the name. */
function naming(people = NOBODY): Play {
  const session = joining(people);
  session.do(type(CODE), ENTER);
  return session;
}

describe('the field for a code', () => {
  test('says why a code is wrong as soon as it is long enough, and keeps what was typed', () => {
    const session = joining();
    for (const letter of TYPO) {
      expect(field(session).problem).toBeUndefined();
      session.do(type(letter));
    }
    expect(field(session)).toMatchObject({
      typed: TYPO,
      problem: `'${TYPO}' is not a code of this program, or was mistyped: look at the board again.`,
    });
    session.do(ENTER);
    expect(field(session)).toMatchObject({ asks: 'code', typed: TYPO });
    session.do({ type: 'erase' });
    expect(field(session).problem).toBeUndefined();
    session.do(type(CODE.slice(-1)), ENTER);
    expect(field(session).asks).toBe('name');
  });

  test('says why a short code is wrong with Enter, and asks for a code if there is none', () => {
    const session = joining();
    session.do(type(' - '), ENTER);
    expect(field(session).problem).toBe('Type the code first.');
    session.do({ type: 'erase', all: true }, type('ABC'), ENTER);
    expect(field(session)).toMatchObject({ typed: 'ABC', problem: /^'ABC' is not a code/ });
  });

  test.each([CODE.toLowerCase(), shownCode(CODE), CODE.split('').join(' '), `${CODE}\n`])(
    'takes %j',
    (typed) => {
      const session = joining();
      session.do(type(typed), ENTER);
      expect(field(session)).toMatchObject({ asks: 'name', room: { ...room, code: CODE } });
    },
  );

  test('takes a character back as people count, and no more than fits', () => {
    const session = joining();
    session.do(type('e\u0301🇸🇪'), { type: 'erase' });
    expect(field(session).typed).toBe('é');
    session.do({ type: 'erase' }, { type: 'erase' });
    expect(field(session).typed).toBe('');
    session.do(type('A'.repeat(500)));
    expect(field(session).typed).toHaveLength(60);
    session.do({ type: 'close' });
    expect(session.at()).toBe('home');
  });
});

describe('the field for a name', () => {
  const next = (session: Play) => [session.state().hasQuit, session.state().next];

  test('leads to the exercise under that name', () => {
    const session = naming();
    session.do(type(' 佐藤\u0007 '), ENTER);
    expect(next(session)).toEqual([true, { at: 'room', code: CODE, id: NEW_ID, name: '佐藤' }]);
    expect(session.log).toEqual([]);
  });

  test('leads without a name to a new person with a made-up one', () => {
    const session = naming();
    session.do(ENTER);
    expect(next(session)).toEqual([true, { at: 'room', code: CODE, id: NEW_ID }]);
  });

  test('leads without a name to the only person who has begun here', () => {
    const session = naming({ ...NOBODY, begun: [BEN], elsewhere: [ADA] });
    session.do(ENTER);
    expect(next(session)).toMatchObject([true, { name: 'Ben' }]);
  });

  test('asks which person it is if several have begun here', () => {
    const session = naming({ ...NOBODY, begun: [ADA, BEN] });
    session.do(ENTER);
    expect(field(session).problem).toMatch(/^Ada and Ben have begun this exercise/);
    session.do(type('Ben'), ENTER);
    expect(next(session)).toMatchObject([true, { name: 'Ben' }]);
  });

  test('takes no name without a letter, a digit or an emoji', () => {
    const session = naming();
    session.do(type('?!'), ENTER);
    expect(field(session)).toMatchObject({ typed: '?!', problem: /^A name needs a letter/ });
  });
});

describe('the code of a room whose common end is over', () => {
  const ended = makeRoomCode({ index: course, lesson }, { ...room, until: 60_000 }, 7);
  const after = (people: PeopleHere): Play => {
    const session = play({
      now: 5 * 60_000,
      peopleHere: () => people,
      lateCommand: ({ code }) => `join ${code} --minutes 10`,
    });
    enter(session, 'join');
    session.do(type(ended), ENTER);
    return session;
  };

  test('is refused before anybody is asked for a name, with the command that still works', () => {
    const { asks, problem } = field(after(NOBODY));
    expect(asks).toBe('code');
    expect(problem).toMatch(/^This exercise ended at 01:01, and it is 01:05 on/);
    expect(problem?.split('\n').at(-1)).toBe(`join ${ended} --minutes 10`);
  });

  test('still leads those back who have begun on this computer', () => {
    expect(field(after({ ...NOBODY, begun: [ADA] })).asks).toBe('name');
    expect(field(after({ ...NOBODY, elsewhere: [ADA] })).asks).toBe('name');
  });
});

describe('another name in an exercise', () => {
  function inExercise(person: Person, more: Partial<Room> = {}, clock = () => 0): Play {
    const exercise = exerciseHash([first, second]);
    const join: LogEntry = {
      ...{ k: 'join', id: 'j', t: 0, person, exercise },
      room: { ...room, ...more, code: CODE },
    };
    const peopleHere = (): PeopleHere => ({ ...NOBODY, begun: [BEN], elsewhere: [person] });
    return play({ log: [join], clock, peopleHere });
  }

  const personIn = (session: Play): Person | undefined => session.state().progress.exercise?.person;

  test('counts from then on, keeps the id, and does not start the limit again', () => {
    let now = 0;
    const session = inExercise(
      { ...ADA, name: madeUpName(ADA.id), named: false },
      { minutes: 2 },
      () => now,
    );
    session.do(ENTER, { type: 'close' });
    now = 61_000;
    enter(session, 'rename');
    expect(field(session).typed).toBe('');
    session.do(type('Ada'), ENTER);
    expect(personIn(session)).toEqual(ADA);
    expect(session.state().minutesLeft).toBe(1);
    expect(session.log.at(-1)).toMatchObject({ k: 'join', person: ADA });
  });

  test('is not the name of somebody else who has begun here', () => {
    const session = inExercise(ADA);
    enter(session, 'rename');
    session.do({ type: 'erase', all: true }, type('BEN'), ENTER);
    expect(field(session).problem).toMatch(/^BEN has begun this exercise on this computer/);
    expect(personIn(session)).toEqual(ADA);
  });

  test('records nothing if the name stays, and is not offered after the hand-in', () => {
    const session = inExercise(ADA);
    const before = session.log.length;
    for (const text of ['', 'Ada']) {
      enter(session, 'rename');
      session.do({ type: 'erase', all: true }, type(text), ENTER);
      expect(session.at()).toBe('exercise');
    }
    expect(session.log).toHaveLength(before);
    session.do(ENTER, { type: 'close' });
    enter(session, 'hand-in');
    enter(session, 'hand-in-open');
    const now = session.scene();
    expect('menu' in now && now.menu.map(({ id }) => id)).toEqual(['see-answers', 'leave']);
  });
});

test('handing in asks only while questions are open', () => {
  const exercise = exerciseHash([second]);
  const join: LogEntry = {
    ...{ k: 'join', id: 'j', t: 0, person: ADA, exercise },
    room: { ...room, lessons: ['second'], code: CODE },
  };
  const session = play({ log: [join] });
  session.do(ENTER, { type: 'close' });
  enter(session, 'hand-in');
  expect(session.state().route.name).toBe('hand-in');
  enter(session, 'resume');
  session.do(...choosing(session, 'a'), { type: 'next' });
  enter(session, 'hand-in');
  expect(session.state().progress.exercise?.because).toBe('chosen');
});
