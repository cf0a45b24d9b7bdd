import { describe, expect, test } from 'vitest';
import { begun, goTo, type LiveGame, liveGame } from '../../../support/live-room.js';

type Row = NonNullable<ReturnType<LiveGame['hostView']>['stop']>['rows'][number];

const row = (game: LiveGame): Row | undefined => game.hostView().stop?.rows[0];

/** The choice with its counts at the first and the second vote, of those that have any. */
const counts = (game: LiveGame): string[] =>
  (row(game)?.choices ?? [])
    .filter(({ first, second }) => first !== undefined || second !== undefined)
    .map(({ id, first, second }) => `${id} ${first} ${second}`)
    .sort();

/** A room in which these choices were made at the first question, each by one person. */
function voted(...choices: readonly string[]): LiveGame {
  const game = begun(choices.map((_, i) => `p${i}`));
  for (const [i, choice] of choices.entries()) game.answer(`p${i}`, ['who', choice]);
  return game;
}

describe('what the facilitator sees', () => {
  test('in the lobby: who is in, and who shares a name', () => {
    const game = liveGame();
    game.join({ name: 'Ada' }, 'a');
    game.join({ name: 'ADA', wayIn: 'terminal' }, 'b');
    game.join({ name: 'Ben' }, 'c');
    const view = game.hostView('a');
    expect(view).toMatchObject({
      phase: 'lobby',
      message: 'People can join now. Begin when everyone is in.',
      inside: 3,
      answered: 0,
      isLocked: false,
    });
    expect(view.people).toMatchObject([
      { id: 'a', name: 'Ada', wayIn: 'browser', isNameShared: true, isConnected: true },
      { id: 'b', name: 'ADA', wayIn: 'terminal', isNameShared: true, isConnected: false },
      { id: 'c', name: 'Ben', wayIn: 'browser', isNameShared: false, isConnected: false },
    ]);
    expect(view).not.toHaveProperty('stop');
  });

  test('the question, and how many have answered', () => {
    const game = begun(['Ada', 'Ben']);
    game.answer('Ada', ['who', 'spokesman']);
    const view = game.hostView();
    expect(view).toMatchObject({ message: 'The vote is open.', inside: 2, answered: 1 });
    expect(view.people.map(({ answered, of }) => `${answered}/${of}`)).toEqual(['1/1', '0/1']);
    expect(view.stop).toMatchObject({
      label: 'Question 1 of 9',
      isLast: false,
      kind: 'question',
      stem: 'What about who?',
      round: 1,
      passages: [{ heading: 'Retold, not quoted · ¶1' }],
    });
    expect(row(game)?.choices.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test('a removed person is counted nowhere', () => {
    const game = voted('spokesman', 'librarian');
    game.host({ do: 'remove', id: 'p1' }, 'close', 'reveal');
    expect(game.hostView()).toMatchObject({ inside: 1, answered: 1 });
    expect(counts(game)).toEqual([
      'left-open 0 undefined',
      'librarian 0 undefined',
      'spokesman 1 undefined',
    ]);
  });

  test('no counts of the first vote before the reveal', () => {
    const game = voted('spokesman', 'librarian');
    const seen = [counts(game)];
    for (const command of ['close', 'talk', 'vote'] as const) {
      game.host(command);
      seen.push(counts(game));
    }
    game.answer('p1', ['who', 'spokesman']);
    expect([...seen, counts(game)]).toEqual([[], [], [], [], []]);
  });

  test('the counts of both votes once the second is closed, and at the reveal', () => {
    const game = voted('spokesman', 'librarian');
    game.host('close', 'talk', 'vote');
    game.answer('p1', ['who', 'spokesman']);
    game.host('close');
    const both = ['left-open 0 0', 'librarian 1 0', 'spokesman 1 1'];
    expect(counts(game)).toEqual(both);
    expect(row(game)).not.toHaveProperty('verdict');
    game.host('reveal');
    expect(counts(game)).toEqual(both);
  });

  test('the verdict explains the key and the wrong choice that most people chose', () => {
    const game = voted('left-open', 'librarian', 'librarian', 'spokesman');
    game.host('close', 'reveal');
    const number = row(game)?.choices.find(({ id }) => id === 'librarian')?.number;
    expect(row(game)?.verdict).toMatchObject({
      key: 'spokesman',
      reasons: [{ text: 'About spokesman.' }, { text: `${number} About librarian.` }],
      trap: 'Most common trap: credited to the wrong person. Ask: who says this, and how are they named?',
    });
    expect(row(game)?.verdict).not.toHaveProperty('headline');
  });

  test('if nobody was wrong, the verdict explains the key alone', () => {
    const game = voted('spokesman');
    game.host('close', 'reveal');
    expect(row(game)?.verdict?.reasons).toEqual([{ mark: 'right', text: 'About spokesman.' }]);
    expect(row(game)?.verdict).not.toHaveProperty('trap');
  });

  test('words of a sentence are numbered in it', () => {
    const game = begun(['Ada']);
    goTo(game, 'words');
    expect(row(game)?.about).toBe(
      '[1 According to a member of staff], the council [2 has cancelled] its order for a [3 second] guard.',
    );
  });

  test('at a text nobody has answered', () => {
    const game = begun(['Ada']);
    goTo(game, 'read-all');
    expect(game.hostView()).toMatchObject({
      phase: 'closed',
      message: 'Everyone reads this text now.',
      answered: 0,
      stop: { kind: 'text', rows: [], passages: [{}, {}] },
    });
  });

  test('the last question says that it is the last', () => {
    const game = begun(['Ada']);
    goTo(game, 'why-again');
    game.host('close', 'reveal');
    expect(game.hostView()).toMatchObject({
      message: 'The right answer is shown. That was the last question.',
      stop: { isLast: true },
    });
  });

  test('while everyone works at their own pace: how far they are, and no question', () => {
    const game = begun(['Ada', 'Ben'], { pace: 'own', minutes: 5 });
    const choices = [['who', 'spokesman']] as const;
    game.send('Ada', { do: 'answer', stop: 0, round: 1, choices, nonce: 'n' });
    game.send('Ben', { do: 'hand-in' });
    game.host({ do: 'minute', id: 'Ada' });
    const view = game.hostView();
    expect(view).toMatchObject({ phase: 'own', message: 'Everyone works at their own pace.' });
    expect(view.people).toMatchObject([
      { answered: 1, of: 9, hasHandedIn: false, extra: 1 },
      { answered: 0, of: 9, hasHandedIn: true, extra: 0 },
    ]);
    expect(view.clock?.end).toBe(game.now() + 300_000);
    expect(view).not.toHaveProperty('stop');
  });

  test('after the end: no question', () => {
    const game = voted('spokesman');
    game.host('close', 'reveal', 'end');
    const message = 'The room has ended. Nobody can answer now.';
    expect(game.hostView()).toMatchObject({ phase: 'ended', message });
    expect(game.hostView()).not.toHaveProperty('stop');
  });
});

describe('the advice after a first vote', () => {
  const adviceAfter = (...choices: readonly string[]): string => {
    const game = voted(...choices);
    game.host('close');
    return game.hostView().message;
  };

  test('different answers: talk', () => {
    expect(adviceAfter('spokesman', 'librarian', 'spokesman', 'left-open')).toBe(
      'The vote is closed. The answers differ: t lets them talk, then vote again.',
    );
  });

  test('the same answer, right or wrong: reveal', () => {
    const advice =
      'The vote is closed. Most people chose the same answer: v shows whether it is right.';
    expect(adviceAfter('spokesman', 'spokesman', 'spokesman', 'left-open')).toBe(advice);
    expect(adviceAfter('librarian', 'librarian', 'librarian', 'spokesman')).toBe(advice);
  });

  test('no answer: reveal', () => {
    expect(adviceAfter()).toBe(
      'The vote is closed. Nobody has answered: v shows the right answer.',
    );
  });

  test('the second vote: reveal', () => {
    const game = voted('spokesman', 'librarian');
    game.host('close', 'talk', 'vote', 'close');
    expect(game.hostView().message).toBe('The second vote is closed: v shows the right answer.');
  });
});
