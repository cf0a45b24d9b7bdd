import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterEvent, MOST_NONCES } from '../../../src/core/live-room/after-event.js';
import { endFor } from '../../../src/core/live-room/clock.js';
import type { RoomEvent } from '../../../src/core/live-room/event.js';
import { type LiveRoom, newRoom } from '../../../src/core/live-room/live-room.js';
import { cleanName, LONGEST_NAME } from '../../../src/core/room/person.js';
import { isRead, liveGame, liveRules } from '../../support/live-room.js';
import { anyRules, type LiveStep, livePlay, play } from '../../support/live-steps.js';

const RUNS = { numRuns: 300 };

/** The room that a journal tells, after it was written as JSON and read again. */
const roomOf = (journal: readonly RoomEvent[]): LiveRoom =>
  journal
    .map((event): RoomEvent => JSON.parse(JSON.stringify(event)))
    .reduce((room, event) => afterEvent(room, event, isRead), newRoom(liveRules()));

const sender = (step: LiveStep): string | undefined =>
  step.does === 'send' || step.does === 'answer' ? step.who : undefined;

test('the journal, written and read again, gives the same room', () => {
  fc.assert(
    fc.property(anyRules, livePlay, (rules, steps) => {
      const game = liveGame(rules);
      for (const step of steps) play(game, step);
      expect(roomOf(game.journal)).toEqual(game.room());
    }),
    RUNS,
  );
});

test('no message changes the answers of somebody else, or anything of the room', () => {
  fc.assert(
    fc.property(anyRules, livePlay, (rules, steps) => {
      const game = liveGame(rules);
      for (const step of steps) {
        const before = game.room();
        const who = sender(step);
        play(game, step);
        if (who === undefined) continue;
        const { members, ...rest } = game.room();
        expect(rest).toEqual({ ...before, members: undefined, ...rest });
        for (const [id, member] of members)
          if (id !== who) expect(member).toBe(before.members.get(id));
      }
    }),
    RUNS,
  );
});

test('an answer is taken only in the vote that is open, or before one hands in', () => {
  let taken = 0;
  fc.assert(
    fc.property(anyRules, livePlay, (rules, steps) => {
      const game = liveGame(rules);
      for (const step of steps) {
        const before = game.room();
        const length = game.journal.length;
        play(game, step);
        for (const event of game.journal.slice(length)) {
          if (event.k !== 'answer') continue;
          taken += 1;
          expect(sender(step)).toBe(event.id);
          expect(isOpenFor(before, event, game.now())).toBe(true);
        }
      }
    }),
    RUNS,
  );
  expect(taken).toBeGreaterThan(150);
});

/** What the room promises, in other words than its code. */
function isOpenFor(
  room: LiveRoom,
  event: Extract<RoomEvent, { k: 'answer' }>,
  now: number,
): boolean {
  const member = room.members.get(event.id);
  if (!member || member.isRemoved || room.began === undefined || room.ended !== undefined)
    return false;
  const end = endFor(room, member) ?? Number.POSITIVE_INFINITY;
  if (room.rules.pace === 'own')
    return (
      event.round === 1 &&
      member.handedIn === undefined &&
      now < end &&
      (room.rules.room.feedback === 'later' || event.choices.every(([id]) => !member.first.has(id)))
    );
  const vote = room.votes.get(room.at);
  return (
    event.stop === room.at &&
    vote?.state === 'open' &&
    vote.round === event.round &&
    (now < end || vote.opened >= end)
  );
}

test('an answer that was taken changes nothing when it comes again', () => {
  fc.assert(
    fc.property(anyRules, livePlay, livePlay, (rules, steps, later) => {
      const game = liveGame(rules);
      for (const step of steps) play(game, step);
      const taken = game.journal.filter((event) => event.k === 'answer');
      for (const step of later) play(game, step);
      const before = game.room();
      for (const { id, stop, round, choices, nonce } of taken) {
        const why = game.send(id, { do: 'answer', stop, round, choices, nonce });
        expect(why).toBe(before.members.get(id)?.isRemoved ? 'unknown-person' : undefined);
      }
      expect(game.room()).toBe(before);
    }),
    RUNS,
  );
});

test('a message or command that is refused changes nothing', () => {
  fc.assert(
    fc.property(anyRules, livePlay, (rules, steps) => {
      const game = liveGame(rules);
      for (const step of steps) {
        const before = game.room();
        if (play(game, step) !== undefined) expect(game.room()).toBe(before);
      }
    }),
    RUNS,
  );
});

test('every name is short and clean', () => {
  fc.assert(
    fc.property(anyRules, livePlay, (rules, steps) => {
      const game = liveGame(rules);
      for (const step of steps) play(game, step);
      for (const { name } of game.room().members.values()) {
        expect([...name].length).toBeLessThanOrEqual(LONGEST_NAME);
        expect(cleanName(name)).toBe(name);
      }
    }),
    RUNS,
  );
});

test('the room remembers a limited number of nonces of each person', () => {
  const game = liveGame();
  game.join({ name: 'Ada' });
  game.host('begin');
  for (let i = 0; i < 150; i++)
    game.answer('Ada', ['who', i % 2 === 0 ? 'spokesman' : 'librarian']);
  expect(game.room().members.get('Ada')?.nonces.size).toBe(MOST_NONCES);
  expect(game.room().members.get('Ada')?.first.get('who')).toBe('librarian');
});
