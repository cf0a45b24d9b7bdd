import { describe, expect, test } from 'vitest';
import type { HostCommand } from '../../../src/core/live-room/host-command.js';
import { begun, goTo, type LiveGame, liveGame, stopOf, stops } from '../../support/live-room.js';

const COMMANDS = ['close', 'talk', 'vote', 'reveal'] as const;

/** The commands about a vote that the room takes in this state. Each is tried in a room of its own. */
const possible = (...before: readonly HostCommand['do'][]): string[] =>
  COMMANDS.filter((command) => {
    const game = begun(['Ada']);
    for (const one of before) game.host({ do: one } as HostCommand);
    return game.host(command) === undefined;
  });

const vote = ({ room }: LiveGame): string => {
  const { votes, at } = room();
  const now = votes.get(at);
  return `${at} ${now?.state} ${now?.round}`;
};

describe('the states of a vote', () => {
  test('each state takes the commands that lead on from it', () => {
    expect(possible()).toEqual(['close']);
    expect(possible('close')).toEqual(['talk', 'reveal']);
    expect(possible('close', 'talk')).toEqual(['vote']);
    expect(possible('close', 'talk', 'vote')).toEqual(['close']);
    expect(possible('close', 'talk', 'vote', 'close')).toEqual(['reveal']);
    expect(possible('close', 'reveal')).toEqual([]);
    expect(possible('end')).toEqual([]);
  });

  test('a text has no vote', () => {
    const game = begun(['Ada']);
    goTo(game, 'read-all');
    expect(COMMANDS.map((command) => game.host(command))).toEqual(COMMANDS.map(() => 'not-now'));
    expect(vote(game)).toBe(`${stopOf('read-all')} closed 1`);
  });

  test('nobody leaves an open vote, in neither round, and a closed one stays closed', () => {
    const game = begun(['Ada']);
    goTo(game, 'why');
    const before = game.room();
    expect([game.host('next'), game.host('back')]).toEqual(['vote-open', 'vote-open']);
    expect(game.room()).toBe(before);
    game.host('close', 'talk', 'vote');
    expect([game.host('next'), game.host('back')]).toEqual(['vote-open', 'vote-open']);
    game.host('close', 'back', 'next');
    expect(vote(game)).toBe(`${stopOf('why')} closed 2`);
  });

  test('a revealed question stays revealed', () => {
    const game = begun(['Ada']);
    game.host('close', 'reveal', 'next', 'close', 'back');
    expect(vote(game)).toBe('0 revealed 1');
  });

  test('there is nothing before the first stop and after the last', () => {
    const game = begun(['Ada']);
    expect(game.host('back')).toBe('not-now');
    goTo(game, 'why-again');
    expect([game.room().at, game.host('next')]).toEqual([stops.length - 1, 'not-now']);
  });

  test('the end closes an open vote', () => {
    const game = begun(['Ada']);
    game.host('end');
    expect(vote(game)).toBe('0 closed 1');
    expect(game.room().ended).toBe(game.now());
  });
});

describe('the room', () => {
  test('begins once', () => {
    const game = liveGame();
    expect(game.host('close')).toBe('not-now');
    expect([game.host('begin'), game.host('begin')]).toEqual([undefined, 'not-now']);
  });

  test('can end before it begins, and takes no command after its end', () => {
    const game = liveGame();
    const commands = ['begin', 'next', 'lock', 'minute', 'end'] as const;
    expect(game.host('end')).toBeUndefined();
    expect(commands.map((command) => game.host(command))).toEqual(commands.map(() => 'not-now'));
  });

  test('has no votes if everyone works at their own pace', () => {
    const game = begun(['Ada'], { pace: 'own' });
    const commands = [...COMMANDS, 'next', 'back'] as const;
    expect(commands.map((command) => game.host(command))).toEqual(commands.map(() => 'not-now'));
    expect(game.room().votes.size).toBe(0);
  });

  test('lets nobody in while it is locked', () => {
    const game = liveGame();
    game.host('lock');
    expect(game.join({ name: 'Ada' })).toBe('locked');
    game.host('unlock');
    expect(game.join({ name: 'Ada' })).toBeUndefined();
  });

  test('gives minutes only if it has a limit', () => {
    expect(begun(['Ada']).host('minute')).toBe('not-now');
    const game = begun(['Ada', 'Ben'], { minutes: 5 });
    game.host('minute', { do: 'minute', id: 'Ben' });
    const minutes = ['Ada', 'Ben'].map((id) => {
      const { end = 0, now = 0 } = game.view(id).clock ?? {};
      return (end - now) / 60_000;
    });
    expect(minutes).toEqual([6, 7]);
    expect(game.host({ do: 'minute', id: 'Eve' })).toBe('unknown-person');
  });

  test('gives everyone a minute at their own pace only while somebody could use it', () => {
    const game = begun(['Ada', 'Ben', 'Cleo'], { pace: 'own', minutes: 5 });
    game.send('Ada', { do: 'hand-in' });
    expect(game.host('minute')).toBeUndefined();
    game.send('Ben', { do: 'hand-in' });
    game.host({ do: 'remove', id: 'Cleo' });
    expect(game.host('minute')).toBe('all-handed-in');
    game.join({ name: 'Dora' });
    expect(game.host('minute')).toBeUndefined();
    expect(begun([], { pace: 'own', minutes: 5 }).host('minute')).toBeUndefined();
  });
});

describe('people', () => {
  test('get a clean name, or keep theirs', () => {
    const game = begun(['Ada']);
    expect(game.host({ do: 'rename', id: 'Ada', name: '  Ada \u001b[31m L. ' })).toBeUndefined();
    expect(game.view('Ada').name).toBe('Ada L.');
    expect(game.host({ do: 'rename', id: 'Ada', name: ' \u202e ' })).toBe('not-understood');
    expect(game.host({ do: 'rename', id: 'Eve', name: 'Eve' })).toBe('unknown-person');
    expect(game.view('Ada').name).toBe('Ada L.');
  });

  test('who were removed cannot be removed or renamed again', () => {
    const game = begun(['Ada']);
    expect(game.host({ do: 'remove', id: 'Ada' })).toBeUndefined();
    expect(game.host({ do: 'remove', id: 'Ada' })).toBe('unknown-person');
    expect(game.host({ do: 'rename', id: 'Ada', name: 'Eve' })).toBe('unknown-person');
  });
});
