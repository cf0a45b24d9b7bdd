import type { Key } from 'ink';
import { describe, expect, test } from 'vitest';
import { afterRoomKey } from '../../../src/ui/room/after-key.js';
import { arrangedRoom } from '../../../src/ui/room/arranged.js';
import type { KeyEffect, RoomPosition } from '../../../src/ui/room/position.js';
import { type HostedGame, hostedGame } from '../../support/hosted-game.js';
import { begun, type LiveGame, liveGame } from '../../support/live-room.js';

const SIZE = { columns: 80, rows: 24 };

const named = (name: keyof Key): Key => ({ [name]: true }) as unknown as Key;
const NONE = {} as Key;

const KEYS: Readonly<Record<string, [input: string, key: Key]>> = {
  enter: ['', named('return')],
  esc: ['', named('escape')],
  right: ['', named('rightArrow')],
  left: ['', named('leftArrow')],
  up: ['', named('upArrow')],
  down: ['', named('downArrow')],
  backspace: ['', named('backspace')],
};

/** What the facilitator's screen does with keys, in a room of a test. */
function screenOf(game: LiveGame, from: RoomPosition = {}) {
  const room: HostedGame = hostedGame(game);
  let at = from;
  const press = (name: string): KeyEffect => {
    const [input, key] = KEYS[name] ?? [name, NONE];
    const { page, layout } = arrangedRoom(at, room, { size: SIZE, hasBlocks: true });
    const context = { view: room.view(), page: page.id, layout, addresses: room.addresses() };
    const effect = afterRoomKey(at, input, key, context);
    at = effect.to;
    for (const command of effect.commands ?? []) room.command(command);
    return effect;
  };
  return {
    room,
    press,
    /** What the key asks of the room, one word for each. */
    asks: (name: string): string[] => (press(name).commands ?? []).map((command) => command.do),
    at: () => at,
  };
}

describe('on the screen of a live room', () => {
  test('Enter does the next thing, from the lobby to the end', () => {
    const game = liveGame();
    game.join({ name: 'Ada' });
    const { asks, press, room } = screenOf(game);
    expect(['enter', 'enter', 'enter', 'enter'].map(asks)).toEqual([
      ['begin'],
      ['close'],
      ['reveal'],
      ['next'],
    ]);
    while (!room.view().stop?.isLast) {
      room.command({ do: 'close' });
      room.command({ do: 'next' });
    }
    asks('enter');
    asks('enter');
    expect(room.view().phase).toBe('revealed');
    expect(press('enter').to.asks).toBe('end');
    expect(asks('e')).toEqual(['end']);
    expect(asks('enter')).toEqual([]);
  });

  test('t closes the vote and lets people talk, and Enter opens the second vote', () => {
    const { asks } = screenOf(begun(['Ada']));
    expect(asks('t')).toEqual(['close', 'talk']);
    expect(asks('enter')).toEqual(['vote']);
    expect(asks('v')).toEqual(['close', 'reveal']);
  });

  test.each([
    ['n', 'next'],
    ['right', 'next'],
    ['b', 'back'],
    ['left', 'back'],
    ['+', 'minute'],
    ['l', 'lock'],
  ])('%s is for %s', (key, command) => {
    expect(screenOf(begun(['Ada'])).asks(key)).toEqual([command]);
  });

  test('l unlocks a door that is locked', () => {
    const { asks } = screenOf(begun(['Ada']));
    expect([asks('l'), asks('l')]).toEqual([['lock'], ['unlock']]);
  });

  test('e asks once: any other key goes on and does nothing else', () => {
    const { asks, press, at } = screenOf(begun(['Ada']));
    expect(press('e').to.asks).toBe('end');
    expect(asks('enter')).toEqual([]);
    expect(at().asks).toBeUndefined();
    press('e');
    expect(asks('e')).toEqual(['end']);
  });

  test('news is gone after the next key', () => {
    const { press } = screenOf(begun(['Ada']), { news: 'This room goes on.' });
    expect(press('+').to).toEqual({});
  });

  test('q asks once until the room has ended', () => {
    const open = screenOf(begun(['Ada']));
    expect(open.press('q')).toEqual({ to: { asks: 'quit' } });
    expect(open.press('q').leaves).toBe(true);
    const ended = screenOf(begun(['Ada']));
    ended.room.command({ do: 'end' });
    expect(ended.press('q').leaves).toBe(true);
  });

  test('a page that covers the room keeps keys from it, and closes with Esc or its own key', () => {
    const { asks, press, at } = screenOf(begun(['Ada']));
    for (const cover of ['?', 'p', 'a', 'r']) {
      press(cover);
      expect(['enter', 't', 'v', 'n', 'e'].flatMap(asks)).toEqual([]);
      press('esc');
      expect(at()).toEqual({});
    }
    press('?');
    press('?');
    expect(at()).toEqual({});
  });

  test('x removes the highlighted person, after asking once', () => {
    const { press, asks } = screenOf(begun(['Ada', 'Ben']));
    press('p');
    press('down');
    expect(press('x').to.asks).toEqual({ remove: 'Ben' });
    press('esc');
    press('x');
    expect(press('x').commands).toEqual([{ do: 'remove', id: 'Ben' }]);
    expect(asks('+')).toEqual(['minute']);
  });

  test('+ on the list gives a minute to the highlighted person', () => {
    const { press } = screenOf(begun(['Ada', 'Ben'], { minutes: 5 }));
    press('p');
    expect(press('+').commands).toEqual([{ do: 'minute', id: 'Ada' }]);
  });

  test('r on the list opens a field: letters that are keys elsewhere are letters there', () => {
    const { press, at, room } = screenOf(begun(['Ada']));
    for (const key of ['p', 'r', 'q', 'x', 'backspace', 'e', ' ', '+']) press(key);
    expect(at().cover?.field?.typed).toBe('qe +');
    press('enter');
    expect(room.view().people[0]?.name).toBe('qe +');
    expect(at().cover).toEqual({ page: 'people', at: 0 });
  });

  test('a name without a letter leaves the field open', () => {
    const { press, asks, at } = screenOf(begun(['Ada']));
    for (const key of ['p', 'r', '-']) press(key);
    expect(asks('enter')).toEqual([]);
    expect(at().cover?.field?.typed).toBe('-');
  });

  test('somebody who is removed meanwhile gets no name: what is typed goes nowhere until the page is closed', () => {
    const { press, asks, at, room } = screenOf(begun(['Ada', 'Ben']));
    for (const key of ['p', 'r', 'Z']) press(key);
    room.command({ do: 'remove', id: 'Ada' });
    expect(['o', 'r', 'x', 'x', '+', 'q'].flatMap(asks)).toEqual([]);
    expect(asks('enter')).toEqual([]);
    expect(at().cover).toEqual({ page: 'people', at: 0 });
    expect(room.view().people.map(({ name }) => name)).toEqual(['Ben']);
  });

  test('on the page of the address, a number or ↓ highlights a network, and Enter chooses it', () => {
    const { press } = screenOf(begun(['Ada']));
    press('a');
    press('down');
    expect(press('enter').listenOn).toBe('198.51.100.4');
    press('1');
    expect(press('enter').listenOn).toBe('192.0.2.7');
  });
});
