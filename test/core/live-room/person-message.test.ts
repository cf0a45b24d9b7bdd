import { describe, expect, test } from 'vitest';
import type { ChosenAt } from '../../../src/core/live-room/event.js';
import type { PersonMessage } from '../../../src/core/live-room/message.js';
import {
  isNameTaken,
  MOST_CHANGES,
  MOST_JOINS,
  MOST_PEOPLE,
} from '../../../src/core/live-room/person-message.js';
import { begun, goTo, type LiveGame, liveGame, stopOf } from '../../support/live-room.js';

const RIGHT: ChosenAt = ['who', 'spokesman'];
const WRONG: ChosenAt = ['who', 'librarian'];

type AnswerFields = Partial<Extract<PersonMessage, { do: 'answer' }>>;

const answer = (fields: AnswerFields = {}): PersonMessage => ({
  ...{ do: 'answer', stop: 0, round: 1, choices: [RIGHT], nonce: 'n' },
  ...fields,
});

const chosen = ({ room }: LiveGame, check: string, id = 'Ada') => {
  const member = room().members.get(id);
  return [member?.first.get(check), member?.second.get(check)];
};

describe('joining', () => {
  test('needs the room code in any form, or the end of the address', () => {
    const codes = ['TUESDAY', 'tuesday', 'TUE-SDAY', ' tue sday ', '7k2m', '7K2M', 'MONDAY', 'x'];
    const game = liveGame();
    expect(codes.map((code, i) => game.join({ code }, `p${i}`))).toEqual([
      ...Array.from({ length: 6 }, () => undefined),
      'wrong-code',
      'wrong-code',
    ]);
  });

  test('takes letters that people write for a digit, as every code does', () => {
    const game = liveGame({ code: '4K0X1' });
    expect(game.join({ code: '4kox-l' }, 'p')).toBeUndefined();
  });

  test('gives a made-up name to somebody who types none', () => {
    const game = liveGame();
    game.join({ name: '  ' }, '0Q5TR4J44J6E');
    const [member] = [...game.room().members.values()];
    expect(member?.named).toBe(false);
    expect(member?.name).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
  });

  test('two people can have one name', () => {
    const game = liveGame();
    game.join({ name: 'Ada' }, 'a');
    game.join({ name: 'ada' }, 'b');
    game.join({ name: 'Ben' }, 'c');
    const taken = [...game.room().members.values()].map((one) => isNameTaken(game.room(), one));
    expect(taken).toEqual([true, true, false]);
  });

  test('keeps the own id of a terminal, unless somebody in the room has it', () => {
    const game = liveGame();
    game.join({ name: 'Ada', wayIn: 'terminal', id: '0Q5TR4J44J6E' }, 'fresh-1');
    game.join({ name: 'Eve', wayIn: 'terminal', id: '0Q5TR4J44J6E' }, 'fresh-2');
    const people = [...game.room().members.values()].map(({ id, name }) => `${id} ${name}`);
    expect(people).toEqual(['0Q5TR4J44J6E Ada', 'fresh-2 Eve']);
  });

  test('keeps no own id that begins as that of somebody else: files and hand-in codes have the beginning', () => {
    const game = liveGame();
    game.join({ name: 'Ada' }, '0Q5TAAAAAAAA');
    game.join({ name: 'Eve', wayIn: 'terminal', id: '0Q5TR4J44J6E' }, 'fresh');
    expect([...game.room().members.keys()]).toEqual(['0Q5TAAAAAAAA', 'fresh']);
  });

  test('with the nonce of an earlier join is a new token of the same person, also behind a locked door', () => {
    const game = liveGame();
    game.join({ name: 'Ada', nonce: 'n1' }, 'a');
    game.join({ name: 'Ada', nonce: 'n2' }, 'b');
    game.host({ do: 'lock' });
    expect(game.join({ name: 'Ada', nonce: 'n1' }, 'c')).toBeUndefined();
    expect([...game.room().members.keys()]).toEqual(['a', 'b']);
    expect(game.journal.at(-1)).toMatchObject({ person: { id: 'a' }, token: 'token of c' });
  });

  test('with one nonce is refused after many times', () => {
    const game = liveGame();
    for (let i = 0; i < MOST_JOINS; i++) game.join({ name: 'Ada', nonce: 'n1' }, `a${i}`);
    expect(game.join({ name: 'Ada', nonce: 'n1' }, 'b')).toBe('not-now');
    expect(game.journal.filter(({ k }) => k === 'join')).toHaveLength(MOST_JOINS);
  });

  test('with the nonce of somebody who was removed is a new person', () => {
    const game = liveGame();
    game.join({ name: 'Ada', nonce: 'n1' }, 'a');
    game.host({ do: 'remove', id: 'a' });
    game.join({ name: 'Ada', nonce: 'n1' }, 'b');
    expect([...game.room().members.keys()]).toEqual(['a', 'b']);
  });

  test('is refused in a full room, until somebody is removed', () => {
    const game = liveGame();
    for (let i = 0; i < MOST_PEOPLE; i++) game.join({ name: `P${i}` });
    expect(game.join({ name: 'Eve' })).toBe('full');
    game.host({ do: 'remove', id: 'P0' });
    expect(game.join({ name: 'Eve' })).toBeUndefined();
  });

  test('is refused after the end', () => {
    const game = begun(['Ada']);
    game.host('end');
    expect(game.join({ name: 'Eve' })).toBe('not-now');
  });
});

describe('an answer to the open vote', () => {
  test('can be changed until the vote is closed', () => {
    const game = begun(['Ada']);
    game.answer('Ada', WRONG);
    game.answer('Ada', RIGHT);
    game.host('close');
    expect(game.answer('Ada', WRONG)).toBe('vote-closed');
    expect(chosen(game, 'who')).toEqual(['spokesman', undefined]);
  });

  test('of the second vote leaves the first as it was', () => {
    const game = begun(['Ada']);
    game.answer('Ada', WRONG);
    game.host('close', 'talk', 'vote');
    expect(game.send('Ada', answer({ round: 1 }))).toBe('vote-closed');
    game.answer('Ada', RIGHT);
    expect(chosen(game, 'who')).toEqual(['librarian', 'spokesman']);
  });

  test('must be of the stop that everyone is at, and of its choices', () => {
    const game = begun(['Ada']);
    const refusals = [
      answer({ stop: 1, choices: [['sentences', 's1']] }),
      answer({ round: 2 }),
      answer({ round: 0 }),
      answer({ stop: -1 }),
      answer({ stop: 99 }),
      answer({ stop: stopOf('read-all') }),
      answer({ choices: [] }),
      answer({ choices: [['who', 'gone']] }),
      answer({ choices: [['sentences', 's1']] }),
      answer({ choices: [RIGHT, ['sentences', 's1']] }),
    ].map((message) => game.send('Ada', message));
    expect(refusals).toEqual([
      ...Array.from({ length: 3 }, () => 'vote-closed'),
      ...Array.from({ length: 7 }, () => 'unknown-question'),
    ]);
    expect(chosen(game, 'who')).toEqual([undefined, undefined]);
  });

  test('before the beginning, after the end and of a stranger is refused', () => {
    const game = liveGame();
    game.join({ name: 'Ada' });
    expect(game.send('Ada', answer())).toBe('not-now');
    game.host('begin');
    expect(game.send('Eve', answer())).toBe('unknown-person');
    game.host('end');
    expect(game.send('Ada', answer())).toBe('not-now');
  });

  test('can be changed often, but not without end', () => {
    const game = begun(['Ada']);
    for (let i = 0; i < MOST_CHANGES; i++) game.answer('Ada', i % 2 ? RIGHT : WRONG);
    expect(game.answer('Ada', WRONG)).toBe('too-many-changes');
    expect(chosen(game, 'who')).toEqual(['spokesman', undefined]);
    game.host('close', 'talk', 'vote');
    expect(game.answer('Ada', WRONG)).toBeUndefined();
  });

  test('is refused once the time is over, and taken again in a vote that opens later', () => {
    const game = begun(['Ada', 'Ben'], { minutes: 1 });
    game.host({ do: 'minute', id: 'Ben' });
    game.wait(60_000);
    expect([game.answer('Ada', RIGHT), game.answer('Ben', RIGHT)]).toEqual([
      'time-over',
      undefined,
    ]);
    game.wait(60_000);
    game.host('next');
    expect(game.answer('Ada', ['sentences', 's1'])).toBeUndefined();
  });

  test('sends the rows of a board one after the other, or at once', () => {
    const game = begun(['Ada']);
    goTo(game, 'steps');
    game.answer('Ada', ['row-fee', 'demanded'], ['row-letter', 'refused']);
    game.answer('Ada', ['row-letter', 'demanded']);
    const rows = ['row-fee', 'row-letter', 'row-night'].map((row) => chosen(game, row)[0]);
    expect(rows).toEqual(['demanded', 'demanded', undefined]);
  });
});

describe('the hand-in', () => {
  test('happens once, and only if everyone works at their own pace', () => {
    const game = begun(['Ada'], { pace: 'own' });
    game.send('Ada', { do: 'hand-in' });
    game.wait(1);
    expect(game.send('Ada', { do: 'hand-in' })).toBeUndefined();
    expect(game.room().members.get('Ada')?.handedIn).toBe(game.now() - 1);
    expect(game.send('Ada', answer())).toBe('not-now');
    expect(begun(['Ada']).send('Ada', { do: 'hand-in' })).toBe('not-now');
  });
});

describe('answers that a terminal gave alone', () => {
  test('fill only what the room does not know', () => {
    const game = begun([]);
    game.join({ name: 'Ada', wayIn: 'terminal' });
    game.answer('Ada', WRONG);
    const choices: ChosenAt[] = [RIGHT, ['sentences', 's2'], ['gone', 'x'], ['why', 'gone']];
    expect(game.send('Ada', { do: 'alone', choices })).toBeUndefined();
    const known = ['who', 'sentences', 'gone', 'why'].map((check) => chosen(game, check)[0]);
    expect(known).toEqual(['librarian', 's2', undefined, undefined]);
    const { length } = game.journal;
    game.send('Ada', { do: 'alone', choices });
    expect(game.journal).toHaveLength(length);
  });

  test('come before the hand-in, which shows what is right', () => {
    const game = begun([], { pace: 'own' });
    game.join({ name: 'Ada', wayIn: 'terminal' });
    game.send('Ada', { do: 'hand-in' });
    expect(game.send('Ada', { do: 'alone', choices: [RIGHT] })).toBe('not-now');
  });

  test('also come once the time is over, because they may be from before', () => {
    const game = begun([], { pace: 'own', minutes: 1 });
    game.join({ name: 'Ada', wayIn: 'terminal' });
    game.wait(60_000);
    game.send('Ada', { do: 'alone', choices: [RIGHT] });
    expect(chosen(game, 'who')).toEqual(['spokesman', undefined]);
  });

  test('come from terminals only', () => {
    const game = begun(['Ada']);
    expect(game.send('Ada', { do: 'alone', choices: [RIGHT] })).toBe('not-now');
  });
});
