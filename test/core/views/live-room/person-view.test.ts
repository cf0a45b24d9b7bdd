import { describe, expect, test } from 'vitest';
import type { ChosenAt } from '../../../../src/core/live-room/event.js';
import type { QuestionStop } from '../../../../src/core/views/live-room/person-view.js';
import { begun, goTo, type LiveGame, liveGame, stopOf } from '../../../support/live-room.js';

const RIGHT: ChosenAt = ['who', 'spokesman'];
const WRONG: ChosenAt = ['who', 'librarian'];

const says = (game: LiveGame, id = 'Ada'): string => {
  const { phase, message } = game.view(id);
  return `${phase}: ${message}`;
};

const questions = (game: LiveGame, id = 'Ada'): QuestionStop[] =>
  game.view(id).stops.flatMap((stop) => (stop.kind === 'question' ? [stop] : []));

const outcomes = (game: LiveGame, id = 'Ada'): string[] =>
  questions(game, id).flatMap(({ rows }) => rows.map(({ verdict }) => verdict?.outcome ?? '-'));

describe('everyone at one question', () => {
  test('a person in the lobby sees no question', () => {
    const game = liveGame();
    game.join({ name: 'Ada' });
    expect(game.view('Ada')).toEqual({
      version: 1,
      title: 'The night library',
      code: 'TUESDAY',
      name: 'Ada',
      phase: 'lobby',
      message: "You're in. The exercise begins when your facilitator starts it.",
      passages: {},
      stops: [],
    });
  });

  test('an open question has its text, and all its choices', () => {
    const game = begun(['Ada']);
    const { passages, stops } = game.view('Ada');
    expect(Object.keys(passages)).toEqual(['p1']);
    expect(passages.p1?.heading).toBe('Retold, not quoted · ¶1');
    expect(stops).toEqual([
      {
        stop: 0,
        lesson: 'kinds',
        step: 'who',
        label: 'Question 1 of 9',
        passages: ['p1'],
        kind: 'question',
        stem: 'What about who?',
        round: 1,
        canAnswer: true,
        rows: [{ check: 'who', choices: expect.any(Array) }],
      },
    ]);
    const ids = game.question('Ada').rows[0]?.choices.map(({ id }) => id);
    expect(ids?.sort()).toEqual(['left-open', 'librarian', 'spokesman']);
  });

  test('each state of the vote says what to do', () => {
    const game = begun(['Ada']);
    const seen = [says(game)];
    const after = (act: () => unknown): void => {
      act();
      seen.push(says(game));
    };
    after(() => game.answer('Ada', WRONG));
    after(() => game.host('close'));
    after(() => game.host('talk'));
    after(() => game.host('vote'));
    after(() => game.answer('Ada', RIGHT));
    after(() => game.host('close'));
    after(() => game.host('reveal'));
    after(() => game.host('end'));
    expect(seen).toEqual([
      'open: Choose an answer.',
      'open: Saved. You can change it until the vote closes.',
      'closed: The vote is closed. Wait for your facilitator.',
      'talk: Talk with the people beside you: what did you choose, and which words of the text decide it? After that, you vote again.',
      'open: Vote again: choose the same answer, or another one.',
      'open: Saved. You can change it until the vote closes.',
      'closed: The vote is closed. Wait for your facilitator.',
      'revealed: Compare your answer with the sentence that proves the right one.',
      'ended: The room has ended. You can look at the answers again here.',
    ]);
  });

  test('the second vote shows the choice of the first beside it', () => {
    const game = begun(['Ada']);
    game.answer('Ada', WRONG);
    game.host('close', 'talk', 'vote');
    expect(game.question('Ada')).toMatchObject({ round: 2, canAnswer: true });
    expect(game.question('Ada').rows[0]?.firstChosen).toBe('librarian');
    expect(game.question('Ada').rows[0]).not.toHaveProperty('chosen');
  });

  test('after a second vote, the verdict is on the latest answer and explains the first, too', () => {
    const game = begun(['Ada']);
    game.answer('Ada', WRONG);
    game.host('close', 'talk', 'vote');
    game.answer('Ada', RIGHT);
    game.host('close', 'reveal');
    expect(game.question('Ada').rows[0]).toMatchObject({
      chosen: 'spokesman',
      firstChosen: 'librarian',
      verdict: {
        outcome: 'right',
        headline: 'Right on the second try',
        key: 'spokesman',
        reasons: [
          { mark: 'right', text: 'About spokesman.' },
          { mark: 'wrong', text: 'About librarian.' },
        ],
        proofs: [{ place: '¶1, sentence 1' }],
      },
    });
  });

  test('a person who does not vote again keeps the first answer', () => {
    const game = begun(['Ada']);
    game.answer('Ada', WRONG);
    game.host('close', 'talk', 'vote', 'close', 'reveal');
    expect(game.question('Ada').rows[0]).toMatchObject({
      chosen: 'librarian',
      firstChosen: 'librarian',
      verdict: {
        outcome: 'wrong',
        headline: 'Not this time',
        trap: 'Credited to the wrong person. Ask: who says this, and how are they named?',
      },
    });
  });

  test('without an answer, the verdict says so', () => {
    const game = begun(['Ada']);
    game.host('close', 'reveal');
    expect(game.question('Ada').rows[0]?.verdict).toMatchObject({
      outcome: 'unanswered',
      headline: 'Not answered',
      reasons: [{ mark: 'right', text: 'About spokesman.' }],
    });
  });

  test('at the end a person sees the questions that were asked, and the score of the first vote', () => {
    const game = begun(['Ada']);
    game.answer('Ada', WRONG);
    game.host('close', 'talk', 'vote');
    game.answer('Ada', RIGHT);
    game.host('close', 'reveal', 'next');
    game.answer('Ada', ['sentences', 's2']);
    game.host('close', 'next', 'close', 'reveal', 'end');
    expect(questions(game).map(({ step }) => step)).toEqual(['who', 'sentences', 'steps']);
    expect(outcomes(game)).toEqual(['right', 'right', ...Array(3).fill('unanswered')]);
    expect(game.view('Ada').score).toBe('1 of 2 right in the first vote');
  });

  test('the end shows the answer of the vote that was open, and counts it', () => {
    const game = begun(['Ada', 'Ben']);
    game.answer('Ada', RIGHT);
    expect(outcomes(game)).toEqual(['-']);
    game.host('end');
    expect(outcomes(game)).toEqual(['right']);
    expect(game.view('Ada').score).toBe('1 of 1 right in the first vote');
    expect(outcomes(game, 'Ben')).toEqual(['unanswered']);
    expect(game.view('Ben').score).toBe('0 of 1 right in the first vote, 1 not answered');
  });

  test('the end during a talk shows the answer, and one choice for each person', () => {
    const game = begun(['Ada']);
    game.answer('Ada', WRONG);
    game.host('close', 'talk', 'end');
    expect(questions(game)[0]?.rows[0]).toMatchObject({
      chosen: 'librarian',
      verdict: { outcome: 'wrong' },
    });
    expect(questions(game)[0]?.rows[0]).not.toHaveProperty('firstChosen');
  });

  test('a question that nobody answered counts against nobody, but its answer is shown', () => {
    const game = begun(['Ada', 'Ben']);
    game.host('close', 'reveal', 'next');
    game.answer('Ada', ['sentences', 's2']);
    game.host('end');
    expect(outcomes(game)).toEqual(['unanswered', 'right']);
    expect(['Ada', 'Ben'].map((id) => game.view(id).score)).toEqual([
      '1 of 1 right in the first vote',
      '0 of 1 right in the first vote, 1 not answered',
    ]);
  });

  test('a room that ends before it begins shows nothing', () => {
    const game = liveGame();
    game.join({ name: 'Ada' });
    game.host('end');
    expect(game.view('Ada')).toMatchObject({ message: 'The room has ended.', stops: [] });
    expect(game.view('Ada')).not.toHaveProperty('score');
  });

  test('a latecomer joins at the open question and is counted from there', () => {
    const game = begun(['Ada']);
    game.answer('Ada', WRONG);
    game.host('close', 'reveal', 'next');
    game.join({ name: 'Ben' });
    expect(game.question('Ben')).toMatchObject({ step: 'sentences', canAnswer: true });
    game.answer('Ben', ['sentences', 's2']);
    game.host('close', 'reveal', 'end');
    expect(game.view('Ben').score).toBe('1 of 1 right in the first vote');
    expect(game.view('Ada').score).toBe('0 of 2 right in the first vote, 1 not answered');
  });

  test('a sort board says how many statements still need a heading', () => {
    const game = begun(['Ada']);
    goTo(game, 'steps');
    expect(game.question('Ada')).toMatchObject({ isBoard: true, label: 'Questions 3 to 5 of 9' });
    expect(says(game)).toBe('open: Put each statement under a heading.');
    game.answer('Ada', ['row-fee', 'demanded'], ['row-letter', 'demanded']);
    expect(says(game)).toBe('open: Saved. 1 statement still needs a heading.');
    game.host('close', 'reveal');
    expect(outcomes(game)).toEqual(['right', 'wrong', 'unanswered']);
    const [row] = game.question('Ada').rows;
    expect(row?.statement).toBe('Statement row-fee');
    expect(row?.choices.map(({ text }) => text)).toEqual(['demanded', 'refused', 'threatened']);
  });

  test('choices in the text come with the divided sentence, or with their sentences', () => {
    const game = begun(['Ada']);
    goTo(game, 'sentences');
    expect(game.question('Ada').rows[0]?.sentences).toEqual(['p1s1', 'p1s2', 'p1s3']);
    goTo(game, 'words');
    expect(game.question('Ada').rows[0]?.parts).toEqual([
      { text: 'According to a member of staff', choice: 0 },
      { text: ', the council ' },
      { text: 'has cancelled', choice: 1 },
      { text: ' its order for a ' },
      { text: 'second', choice: 2 },
      { text: ' guard.' },
    ]);
  });

  test('a closed-book lesson shows its text first, and then its questions without it', () => {
    const game = begun(['Ada']);
    goTo(game, 'read-all');
    const text = "closed: Read this text now. You can't see it during the questions.";
    expect(says(game)).toBe(text);
    expect(game.view('Ada').stops).toEqual([
      {
        stop: stopOf('read-all'),
        lesson: 'from-memory',
        step: 'read-all',
        label: 'Read this text',
        passages: ['p1', 'p2'],
        kind: 'text',
        lookFor: 'Who says what?',
      },
    ]);
    game.host('next');
    expect(game.view('Ada').passages).toEqual({});
  });

  test('somebody whom the facilitator has removed sees only that', () => {
    const game = begun(['Ada', 'Ben']);
    game.host({ do: 'remove', id: 'Ben' });
    const message =
      "Your facilitator has taken you out of this room. If that's a mistake, tell them.";
    expect(game.view('Ben')).toMatchObject({ name: 'Ben', phase: 'ended', message, stops: [] });
    expect(game.view('Ben').passages).toEqual({});
    expect(game.answer('Ben', RIGHT)).toBe('unknown-person');
  });
});

describe('the clock', () => {
  test('only a person with more time can answer after the end', () => {
    const game = begun(['Ada', 'Ben'], { minutes: 1 });
    expect(game.view('Ada').clock).toEqual({ end: game.now() + 60_000, now: game.now() });
    game.host({ do: 'minute', id: 'Ben' });
    game.wait(60_000);
    const over = 'open: Your time for this question is over. Wait for the next question.';
    expect(says(game, 'Ada')).toBe(over);
    expect([game.question('Ada').canAnswer, game.question('Ben').canAnswer]).toEqual([false, true]);
    game.wait(60_000);
    expect(says(game, 'Ben')).toBe('closed: The vote is closed. Wait for your facilitator.');
  });

  test('a vote that opens after the end of the time has no clock', () => {
    const game = begun(['Ada'], { minutes: 1 });
    game.wait(60_000);
    game.host('next');
    expect(game.view('Ada')).not.toHaveProperty('clock');
    expect(game.question('Ada').canAnswer).toBe(true);
  });

  test('when the time is over, everyone at their own pace is handed in', () => {
    const game = begun(['Ada'], { pace: 'own', minutes: 1 });
    game.wait(60_000);
    expect(says(game)).toBe('handed-in: The time is over. Your answers are handed in.');
    expect(game.view('Ada')).not.toHaveProperty('clock');
  });
});
