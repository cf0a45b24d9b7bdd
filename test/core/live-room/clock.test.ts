import { describe, expect, test } from 'vitest';
import { afterEvent } from '../../../src/core/live-room/after-event.js';
import { endFor, endOf, nextEnd } from '../../../src/core/live-room/clock.js';
import { begun, isRead, type LiveGame, liveGame } from '../../support/live-room.js';

const MINUTE = 60_000;

/** Minutes from now. */
const minutesTo = ({ now }: LiveGame, moment: number | undefined): number | undefined =>
  moment === undefined ? undefined : (moment - now()) / MINUTE;

describe('the end of the time', () => {
  test('is counted from the beginning, for latecomers, too', () => {
    const game = liveGame({ minutes: 10 });
    expect(endOf(game.room())).toBeUndefined();
    game.host('begin');
    game.wait(4 * MINUTE);
    game.join({ name: 'Ada' });
    const ada = game.room().members.get('Ada');
    expect(ada && minutesTo(game, endFor(game.room(), ada))).toBe(6);
  });

  test('is the common end of the room, if it has one', () => {
    const game = liveGame();
    const until = game.now() + 3 * MINUTE;
    expect(minutesTo(game, endOf(liveGame({ until }).room()))).toBe(3);
  });

  test('is later for everyone or for one person once the facilitator adds minutes', () => {
    const game = begun(['Ada', 'Ben'], { minutes: 1 });
    game.host('minute', { do: 'minute', id: 'Ben' }, { do: 'minute', id: 'Ben' });
    const ends = [...game.room().members.values()].map((one) =>
      minutesTo(game, endFor(game.room(), one)),
    );
    expect(ends).toEqual([2, 4]);
  });

  test('comes up next for whoever has the least time left', () => {
    const game = begun(['Ada', 'Ben'], { pace: 'own', minutes: 1 });
    game.host({ do: 'minute', id: 'Ben' });
    const next = (): number | undefined => minutesTo(game, nextEnd(game.room(), game.now()));
    expect(next()).toBe(1);
    game.wait(MINUTE);
    expect(next()).toBe(1);
    game.wait(MINUTE);
    expect(next()).toBeUndefined();
  });

  test('never comes without a limit, before the beginning and after the end', () => {
    const games = [begun(['Ada']), liveGame({ minutes: 1 }), begun(['Ada'], { minutes: 1 })];
    games[2]?.host('end');
    expect(games.map((game) => nextEnd(game.room(), game.now()))).toEqual(
      games.map(() => undefined),
    );
  });
});

describe('a minute after the end', () => {
  const toEnd = (game: LiveGame, id?: string): number | undefined => {
    const member = game.room().members.get(id ?? '');
    return minutesTo(game, member ? endFor(game.room(), member) : endOf(game.room()));
  };

  test('for everyone is one minute from now, and a second one is another', () => {
    const game = begun(['Ada'], { minutes: 1 });
    game.wait(3 * MINUTE);
    game.host('reveal', 'next');
    expect(game.hostView()).not.toHaveProperty('clock');
    game.host('minute');
    expect(game.hostView().clock).toEqual({ end: game.now() + MINUTE, now: game.now() });
    game.wait(MINUTE / 2);
    game.host('minute');
    expect([toEnd(game), toEnd(game, 'Ada')]).toEqual([1.5, 1.5]);
    game.wait(2 * MINUTE);
    expect(game.hostView().phase).toBe('closed');
  });

  test('is one minute from now after a common end, too', () => {
    const until = liveGame().now() + MINUTE;
    const game = begun(['Ada'], { until });
    game.wait(5 * MINUTE);
    game.host('minute');
    expect(toEnd(game)).toBe(1);
  });

  test('for everyone gives each person who has time left one minute more, and no part of the time between', () => {
    const game = begun(['Ada', 'Ben'], { minutes: 1 });
    game.host({ do: 'minute', id: 'Ben' }, { do: 'minute', id: 'Ben' });
    game.wait(1.5 * MINUTE);
    expect(toEnd(game, 'Ben')).toBe(1.5);
    game.host('minute');
    expect([toEnd(game), toEnd(game, 'Ada'), toEnd(game, 'Ben')]).toEqual([1, 1, 2.5]);
  });

  test('for one person is one minute from now while the vote waits for somebody else', () => {
    const game = begun(['Ada', 'Ben'], { minutes: 1 });
    game.host({ do: 'minute', id: 'Ben' }, { do: 'minute', id: 'Ben' });
    game.wait(2 * MINUTE);
    expect(game.question('Ada').canAnswer).toBe(false);
    game.host({ do: 'minute', id: 'Ada' });
    expect([toEnd(game, 'Ada'), toEnd(game, 'Ben')]).toEqual([1, 1]);
    expect(game.question('Ada').canAnswer).toBe(true);
  });

  test('for one person is refused if it would change nothing', () => {
    const game = begun(['Ada'], { minutes: 1 });
    const forAda = (): string | undefined => game.host({ do: 'minute', id: 'Ada' });
    game.wait(MINUTE);
    expect([game.hostView().phase, forAda()]).toEqual(['closed', 'no-limit']);
    game.host('next');
    expect([game.hostView().phase, forAda()]).toEqual(['open', 'no-limit']);
    game.host('minute');
    expect([forAda(), toEnd(game, 'Ada')]).toEqual([undefined, 2]);
    const own = begun(['Ada'], { pace: 'own', minutes: 1 });
    own.wait(MINUTE);
    expect(own.host({ do: 'minute', id: 'Ada' })).toBe('handed-in');
  });

  test('counts from the end in a journal that was written before there was a minute from now', () => {
    const game = begun(['Ada'], { minutes: 1 });
    const t = game.now() + 5 * MINUTE;
    const old = [{ id: 'Ada' }, {}].reduce(
      (room, id) => afterEvent(room, { k: 'lengthen', minutes: 2, t, ...id }, isRead),
      game.room(),
    );
    const ada = old.members.get('Ada');
    expect([endOf(old), ada && endFor(old, ada)]).toEqual([
      game.now() + 3 * MINUTE,
      game.now() + 5 * MINUTE,
    ]);
  });
});

describe('what the clock makes happen', () => {
  const kinds = (game: LiveGame, from: number): string[] =>
    game.journal.slice(from).map((event) => ('id' in event ? `${event.k} ${event.id}` : event.k));

  test('the vote closes once the time of everyone is over, and only once', () => {
    const game = begun(['Ada', 'Ben'], { minutes: 1 });
    game.host({ do: 'minute', id: 'Ben' });
    const { length } = game.journal;
    game.wait(MINUTE);
    expect(kinds(game, length)).toEqual([]);
    game.wait(MINUTE);
    game.wait(MINUTE);
    expect(kinds(game, length)).toEqual(['close']);
  });

  test('the vote does not wait for somebody who was removed', () => {
    const game = begun(['Ada', 'Ben'], { minutes: 1 });
    game.host({ do: 'minute', id: 'Ben' }, { do: 'remove', id: 'Ben' });
    const { length } = game.journal;
    game.wait(MINUTE);
    expect(kinds(game, length)).toEqual(['close']);
  });

  test('a vote that opens after the time of the room has no limit, also while somebody has more time', () => {
    const game = begun(['Ada', 'Ben'], { minutes: 1 });
    game.host({ do: 'minute', id: 'Ben' }, { do: 'minute', id: 'Ben' });
    game.wait(MINUTE + 1);
    game.host('close', 'reveal', 'next');
    expect([game.view('Ada').clock, game.view('Ben').clock]).toEqual([undefined, undefined]);
    game.wait(5 * MINUTE);
    expect(game.view('Ben').phase).toBe('open');
    expect([game.question('Ada').canAnswer, game.question('Ben').canAnswer]).toEqual([true, true]);
  });

  test('at their own pace, each person is handed in at their own end, once', () => {
    const game = begun(['Ada', 'Ben', 'Cleo'], { pace: 'own', minutes: 1 });
    game.host({ do: 'minute', id: 'Ben' });
    game.send('Cleo', { do: 'hand-in' });
    const { length } = game.journal;
    game.wait(MINUTE);
    expect(kinds(game, length)).toEqual(['hand-in Ada']);
    game.wait(MINUTE);
    game.wait(MINUTE);
    expect(kinds(game, length)).toEqual(['hand-in Ada', 'hand-in Ben']);
    expect(game.room().members.get('Ada')?.because).toBe('time');
    expect(game.room().members.get('Cleo')?.because).toBe('chosen');
  });
});
