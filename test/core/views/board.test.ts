import { describe, expect, test } from 'vitest';
import { TRAPS } from '../../../src/core/course/habits.js';
import { trapText } from '../../../src/core/messages/verdict.js';
import {
  boardHints,
  boardVerdictView,
  type OpenBoardView,
  openBoardView,
} from '../../../src/core/views/board.js';
import { exampleView } from '../../../src/core/views/example.js';
import {
  atBoard,
  type BoardSession,
  boardCourse,
  boardSession,
  RIGHT,
} from '../../support/board-course.js';

const { material } = boardCourse;

function opened(session: BoardSession): OpenBoardView {
  const now = session.scene();
  if (now.kind !== 'board') throw new Error(session.at());
  return openBoardView(now);
}

function judged(session: BoardSession) {
  const now = session.scene();
  if (now.kind !== 'board-verdict') throw new Error(session.at());
  return boardVerdictView(now, material);
}

describe('a board', () => {
  test('numbers its headings, and Enter says how many statements are to go', () => {
    const session = atBoard();
    session.put(3, 3, 3);
    const { headings, handIn, rows, again } = opened(session);
    expect(headings.map(({ number, text }) => `${number} ${text}`)).toEqual([
      '1 demanded',
      '2 refused',
      '3 threatened',
      '4 done',
    ]);
    expect(handIn).toBe('answer (1 to go)');
    expect(rows.map(({ mark }) => mark)).toEqual(['none', 'none', 'none', 'none']);
    expect(again).toBeUndefined();
  });

  test('names at the second try the traps and the habit, and marks what was right and wrong', () => {
    const session = atBoard();
    session.handIn(3, 2, 4, 4);
    const { again, rows } = opened(session);
    expect(again?.headline).toBe(
      `Not this time: 2 of 4 right. The traps: ${TRAPS['wrong-measure'].name}; ${TRAPS['threatened-as-done'].name}.`,
    );
    expect(again?.habit).toBe('What was done, threatened, demanded or refused, and when?');
    expect(rows.map(({ mark, missed }) => [mark, missed])).toEqual([
      ['wrong', 'not 3 threatened'],
      ['right', undefined],
      ['wrong', 'not 4 done'],
      ['right', undefined],
    ]);
  });

  test('that was killed in the middle of its hand-in counts only the statements that were saved', () => {
    const session = atBoard();
    session.handIn(3, 2, 4, 4);
    const cut = session.log.slice(0, -2);
    const { again } = opened(
      boardSession({ log: cut, opening: { does: 'open', lesson: 'steps' } }),
    );
    expect(again?.headline).toContain('1 of 2 right.');
  });

  test('gives two hints about a statement: its sentence, then the habit', () => {
    const session = atBoard();
    session.do({ type: 'point', at: 2 });
    const hints = (): string[] => {
      const now = session.scene();
      if (now.kind !== 'board') throw new Error(session.at());
      return boardHints(session.store.state(), now, material);
    };
    expect(hints()).toEqual([]);
    session.do({ type: 'hint' });
    expect(hints()).toEqual(['Look at sentence 1 of ¶2.']);
    session.do({ type: 'hint' });
    expect(hints()[1]).toBe('Ask: what was done, threatened, demanded or refused, and when?');
  });
});

describe('the verdict on a board', () => {
  test('says why a heading is right, why the other was wrong, the trap, and the sentence with its place', () => {
    const session = atBoard();
    session.handIn(1, 2, 4, 4);
    session.do({ type: 'show-answer' });
    const row = judged(session).rows[2];
    expect([row?.mark, row?.chosen?.text, row?.key?.text]).toEqual(['wrong', 'done', 'threatened']);
    expect(row?.explanation).toMatchObject({
      reasons: [
        { mark: 'right', text: 'Night opening would end "if the library did not agree by June".' },
        { mark: 'wrong', text: 'In ¶2 night opening has not ended.' },
      ],
      trap: trapText('threatened-as-done'),
      proofs: [{ place: '¶2, sentence 1' }],
    });
    expect(row?.explanation.more.id).toContain('steps/end-night');
  });

  test('adds why another heading is wrong, unless it has said so', () => {
    const notDone = {
      number: 4,
      text: 'done',
      why: 'In ¶2 night opening has not ended.',
    };
    const othersAfter = (...headings: readonly number[]) => {
      const session = atBoard();
      session.handIn(...headings);
      session.do({ type: 'show-answer' });
      return judged(session).rows.map(({ explanation }) => explanation.more.others);
    };
    expect(othersAfter(...RIGHT)).toEqual([[], [], [notDone], []]);
    expect(othersAfter(1, 2, 1, 4)).toEqual([[], [], [notDone], []]);
    expect(othersAfter(1, 2, 4, 4)).toEqual([[], [], [], []]);
  });

  test('does not repeat the explanation of the right heading for another one', () => {
    const session = atBoard();
    session.handIn(4, 2, 3, 4);
    session.do({ type: 'show-answer' });
    expect(judged(session).rows[0]?.explanation.reasons).toHaveLength(1);
  });

  test('counts first tries, and what was mended', () => {
    const right = atBoard();
    right.handIn(...RIGHT);
    expect(judged(right).headline).toBe('Right, all 4');
    const mended = atBoard();
    mended.handIn(1, 2, 4, 4);
    mended.handIn(3);
    expect(judged(mended)).toMatchObject({
      headline: '3 of 4 on first try, 1 mended',
      isRight: true,
    });
    const { notes, reasons } = judged(mended).rows[2]?.explanation ?? {};
    expect(notes).toEqual(['Right on the second try']);
    expect(reasons?.[1]).toEqual({
      mark: 'wrong',
      text: 'In ¶2 night opening has not ended.',
    });
  });
});

test('an example marks its deciding words in the sentence', () => {
  const view = exampleView({
    kind: 'example',
    id: 'example',
    sentence: 'The bell will be sold, the sexton told the choir.',
    words: ['the choir', 'will be'],
    habit: 'who',
    says: 'The sexton says it.',
  });
  expect(view.sentence.map(({ text }) => text).join('')).toBe(
    '“The bell will be sold, the sexton told the choir.”',
  );
  expect(view.sentence.filter(({ marked }) => marked).map(({ text }) => text)).toEqual([
    'will be',
    'the choir',
  ]);
  expect(view.invented).toContain('invented');
});
