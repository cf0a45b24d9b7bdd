import { expect, test } from 'vitest';
import type { ChosenAt } from '../../../../src/core/live-room/event.js';
import { checksAt } from '../../../../src/core/live-room/stop.js';
import type { QuestionStop } from '../../../../src/core/views/live-room/person-view.js';
import { begun, type LiveGame, liveGame, stopOf, stops } from '../../../support/live-room.js';

const questions = (game: LiveGame, id = 'Ada'): QuestionStop[] =>
  game.view(id).stops.flatMap((stop) => (stop.kind === 'question' ? [stop] : []));

const outcomes = (game: LiveGame, id = 'Ada'): string[] =>
  questions(game, id).flatMap(({ rows }) => rows.map(({ verdict }) => verdict?.outcome ?? '-'));

const board = (game: LiveGame): QuestionStop | undefined =>
  questions(game).find(({ step }) => step === 'steps');

const answers = (game: LiveGame, stop: number, ...choices: readonly ChosenAt[]) =>
  game.send('Ada', { do: 'answer', stop, round: 1, choices, nonce: JSON.stringify(choices) });

const own = (feedback: 'now' | 'later'): LiveGame =>
  begun(['Ada', 'Ben'], { pace: 'own', feedback });

const NOTHING_KNOWN = Array.from({ length: 9 }, () => '-');

test('a person sees all questions, and no verdict before the hand-in', () => {
  const game = own('later');
  answers(game, 0, ['who', 'spokesman']);
  expect(game.view('Ada').stops).toHaveLength(stops.length);
  expect(questions(game).every(({ canAnswer }) => canAnswer)).toBe(true);
  expect(outcomes(game)).toEqual(NOTHING_KNOWN);
  expect(game.view('Ada').message).toBe(
    'Work at your own pace. You can change your answers until you hand in. After you hand in, you see which answers are right, and why.',
  );
});

test('after the hand-in a person sees every verdict and the score, and the others see none', () => {
  const game = own('later');
  answers(game, 0, ['who', 'spokesman']);
  game.send('Ada', { do: 'hand-in' });
  expect(game.view('Ada')).toMatchObject({
    phase: 'handed-in',
    message: 'Handed in.',
    score: '1 of 9 right, 8 not answered',
  });
  expect(outcomes(game)).toEqual(['right', ...Array.from({ length: 8 }, () => 'unanswered')]);
  expect(questions(game).some(({ canAnswer }) => canAnswer)).toBe(false);
  expect(outcomes(game, 'Ben')).toEqual(NOTHING_KNOWN);
});

test('with verdicts at once, an answer is final and shows its verdict', () => {
  const game = own('now');
  answers(game, 0, ['who', 'librarian']);
  const [who, sentences] = questions(game);
  expect(who).toMatchObject({ isFinal: true, canAnswer: false });
  expect(sentences).toMatchObject({ isFinal: true, canAnswer: true });
  expect(outcomes(game).slice(0, 2)).toEqual(['wrong', '-']);
  expect(answers(game, 0, ['who', 'spokesman'])).toBe('already-answered');
});

test('of a board with verdicts at once, the open rows can still be answered', () => {
  const game = own('now');
  const at = stopOf('steps');
  answers(game, at, ['row-fee', 'demanded']);
  expect(board(game)?.canAnswer).toBe(true);
  const seen = board(game)?.rows.map(({ verdict }) => verdict?.outcome);
  expect(seen).toEqual(['right', undefined, undefined]);
  expect(answers(game, at, ['row-letter', 'refused'], ['row-night', 'refused'])).toBeUndefined();
  expect(board(game)?.canAnswer).toBe(false);
});

test('once every question is answered, the message says to hand in', () => {
  const game = own('later');
  for (const [at, stop] of stops.entries()) {
    const choices = checksAt(stop).map(({ id, key }): ChosenAt => [id, key]);
    if (choices.length > 0) answers(game, at, ...choices);
  }
  const message = "Every question is answered. Hand in when you're ready.";
  expect(game.view('Ada')).toMatchObject({ phase: 'own', message });
  game.send('Ada', { do: 'hand-in' });
  expect(game.view('Ada').score).toBe('9 of 9 right');
});

test('the end of the room shows every verdict', () => {
  const game = own('later');
  game.host('end');
  expect(outcomes(game)).toEqual(Array.from({ length: 9 }, () => 'unanswered'));
});

test('a room that ends before it begins shows no verdict', () => {
  const game = liveGame({ pace: 'own' });
  game.join({ name: 'Ada' });
  game.host('end');
  expect(game.view('Ada')).toMatchObject({ message: 'The room has ended.', stops: [] });
});
