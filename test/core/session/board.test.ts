import { describe, expect, test } from 'vitest';
import type { Board, Course } from '../../../src/core/course/course.js';
import type { Answer } from '../../../src/core/log/entry.js';
import { HELP_TEXT } from '../../../src/core/messages/help.js';
import { highlightOf } from '../../../src/core/scene/scene.js';
import { NOTHING } from '../../../src/core/state/navigate.js';
import {
  atBoard,
  type BoardSession,
  boardCourse,
  boardSession,
  joined,
  practising,
  RIGHT,
} from '../../support/board-course.js';

const NEXT = { type: 'next' } as const;
const ENTER = { type: 'enter' } as const;

/** The sort board on screen. */
function board(session: BoardSession) {
  const now = session.scene();
  if (now.kind !== 'board') throw new Error(`no board but ${session.at()}`);
  return now;
}

/** The headings under which the statements are, in order; "–" without one. */
const placed = (session: BoardSession): string =>
  board(session)
    .rows.map((row) => row.placed ?? '–')
    .join(' ');

const highlighted = ({ store }: BoardSession): number => store.state().highlight;

const answers = ({ log }: BoardSession): Answer[] =>
  log.filter((entry): entry is Answer & (typeof log)[number] => entry.k === 'answer');

describe('putting statements under headings', () => {
  test('goes to the next statement without a heading, after the last to the first', () => {
    const session = atBoard();
    session.do({ type: 'point', at: 2 });
    session.put(3);
    expect(highlighted(session)).toBe(3);
    session.put(4);
    expect(highlighted(session)).toBe(0);
    expect(placed(session)).toBe('– – threatened done');
  });

  test('can be changed until the board is handed in', () => {
    const session = atBoard();
    session.put(4, 4, 4, 4);
    session.do({ type: 'point', at: 0 });
    session.put(1);
    expect(placed(session)).toBe('demanded done done done');
    expect(answers(session)).toEqual([]);
  });

  test('takes no number that is no heading, and nothing while the learner looks something up', () => {
    const session = atBoard();
    session.put(5);
    session.do({ type: 'look', at: 'help' });
    session.put(1);
    session.do({ type: 'close' });
    expect(placed(session)).toBe('– – – –');
  });

  test('can be taken back', () => {
    const session = atBoard();
    session.put(1, 2, 3);
    session.do({ type: 'take-back', at: 1 });
    expect([placed(session), highlighted(session)]).toEqual(['demanded – threatened –', 1]);
  });

  test('are kept after a look at another page, and from home', () => {
    const session = atBoard();
    session.put(1, 2);
    session.do({ type: 'back' }, NEXT);
    expect(placed(session)).toBe('demanded refused – –');
    session.do({ type: 'close' });
    expect(session.at()).toBe('home');
    session.do(ENTER);
    expect([placed(session), board(session).toGo]).toEqual(['demanded refused – –', 2]);
    expect(highlightOf(session.store.state(), session.scene())).toBe(2);
  });

  test('are not saved before the hand-in, and help says so', () => {
    expect(HELP_TEXT.join(' ')).toContain(
      'Statements that you sort are saved together, once each has a heading and you press Enter.',
    );
  });
});

describe('handing in a board', () => {
  test('says how many statements are still to go, and records nothing before', () => {
    const session = atBoard();
    session.handIn(1, 2, 3);
    expect(session.store.state().notice).toBe('1 statement still needs a heading.');
    expect(answers(session)).toEqual([]);
  });

  test('records each statement as an answer to a question of its own', () => {
    const session = atBoard();
    session.handIn(1, 2, 4, 4);
    expect(answers(session).map(({ check, choice, right }) => [check, choice, right])).toEqual([
      ['fee-council', 'demanded', true],
      ['fee-librarian', 'refused', true],
      ['end-night', 'done', false],
      ['guard', 'done', true],
    ]);
  });

  test('shows the verdict if every statement is right', () => {
    const session = atBoard();
    session.handIn(...RIGHT);
    expect(session.at()).toBe('board-verdict sort-steps');
    session.do(NEXT);
    expect(session.at()).toBe('check who-guard');
  });

  test('records what the learner looked up for each statement', () => {
    const session = atBoard();
    session.do({ type: 'look', at: 'passages' }, { type: 'close' });
    session.handIn(...RIGHT);
    expect(answers(session).map(({ lookUps }) => lookUps)).toEqual(RIGHT.map(() => ['passages']));
  });
});

describe('the second try', () => {
  test('asks only the statements that were wrong, and cannot change the others', () => {
    const session = atBoard();
    session.handIn(3, 2, 4, 4);
    expect(board(session)).toMatchObject({ again: true, toGo: 2 });
    session.do({ type: 'point', at: 1 });
    session.put(4);
    session.do({ type: 'take-back', at: 1 });
    expect(placed(session)).toBe('– refused – done');
    expect(board(session).rows.map(({ missed }) => missed)).toEqual([
      'threatened',
      undefined,
      'done',
      undefined,
    ]);
  });

  test('begins at the first wrong statement', () => {
    const session = atBoard();
    session.handIn(1, 2, 4, 3);
    session.put(3);
    expect(placed(session)).toBe('demanded refused threatened –');
  });

  test('begins again at the first statement that can be moved, if all have a heading', () => {
    const session = atBoard();
    session.handIn(1, 2, 4, 3);
    session.put(3, 4);
    session.do({ type: 'back' }, NEXT);
    expect(placed(session)).toBe('demanded refused threatened done');
    expect(highlightOf(session.store.state(), session.scene())).toBe(2);
  });

  test('takes no heading that was tried for the statement', () => {
    const session = atBoard();
    session.handIn(3, 2, 4, 4);
    session.put(3);
    expect(placed(session)).toBe('– refused – done');
    expect([highlighted(session), session.store.state().notice]).toEqual([
      NOTHING,
      'You tried this heading already. Choose another heading.',
    ]);
    session.handIn(1, 4);
    expect([placed(session), answers(session).length]).toEqual(['demanded refused – done', 4]);
  });

  test('counts a statement that is right now as mended, and is the last', () => {
    const session = atBoard();
    session.handIn(3, 2, 4, 4);
    session.handIn(1, 1);
    const now = session.scene();
    if (now.kind !== 'board-verdict') throw new Error(session.at());
    expect(now.rows.map(({ verdict, mended }) => [verdict.right, mended])).toEqual([
      [true, true],
      [true, false],
      [false, false],
      [true, false],
    ]);
    expect(answers(session)).toHaveLength(6);
  });

  test('can be left out: the answer is shown', () => {
    const session = atBoard();
    session.handIn(3, 2, 4, 4);
    session.put(1);
    session.do({ type: 'show-answer' });
    const now = session.scene();
    if (now.kind !== 'board-verdict') throw new Error(session.at());
    expect(now.rows.map(({ verdict }) => verdict.right)).toEqual([false, true, false, true]);
    expect([answers(session).length, session.store.state().highlight]).toEqual([4, NOTHING]);
  });
});

describe('a program that was killed at a board', () => {
  const resumed = ({ log }: BoardSession): BoardSession =>
    boardSession({ log, opening: { does: 'open', lesson: 'steps' } });

  test('begins with an empty board if it was not handed in', () => {
    const session = atBoard();
    session.put(1, 2, 3);
    const again = resumed(session);
    expect(placed(again)).toBe('– – – –');
    expect(board(again).again).toBe(false);
  });

  test('resumes at the second try with what was missed', () => {
    const session = atBoard();
    session.handIn(1, 2, 4, 4);
    session.put(3);
    const again = resumed(session);
    expect([placed(again), board(again).again]).toEqual(['demanded refused – done', true]);
    again.handIn(3);
    expect(again.at()).toBe('board-verdict sort-steps');
  });

  test('shows the verdict again after the last try', () => {
    const session = atBoard();
    session.handIn(...RIGHT);
    expect(resumed(session).at()).toBe('board-verdict sort-steps');
  });

  test('keeps the statements that reached the disk if the others did not', () => {
    const session = atBoard();
    session.handIn(...RIGHT);
    const cut = session.log.slice(0, -2);
    const again = boardSession({ log: cut, opening: { does: 'open', lesson: 'steps' } });
    expect([placed(again), board(again).again]).toEqual(['demanded refused – –', false]);
    again.handIn(3, 4);
    expect(answers(again).map(({ check }) => check)).toEqual([
      'fee-council',
      'fee-librarian',
      'end-night',
      'guard',
    ]);
  });
});

describe('a preview of a board whose file changes', () => {
  /** The course with another version of its board. */
  const changed = (change: (step: Board) => Board): Course => ({
    ...boardCourse,
    lessons: boardCourse.lessons.map((lesson) => ({
      ...lesson,
      body: lesson.body.map((step) => (step.kind === 'board' ? change(step) : step)),
    })),
  });

  /** At the board with three statements placed, after the change. */
  function afterChange(change: (step: Board) => Board): BoardSession {
    let { lessons } = boardCourse;
    const course: Course = {
      ...boardCourse,
      get lessons() {
        return lessons;
      },
    };
    const session = atBoard({ course });
    session.put(1, 2, 4);
    ({ lessons } = changed(change));
    session.do({ type: 'reload', course: boardCourse.index });
    return session;
  }

  test('keeps the headings of the statements, and highlights the same statement', () => {
    const session = afterChange((step) => ({ ...step, rows: [...step.rows].reverse() }));
    expect([placed(session), highlighted(session)]).toEqual(['– done refused demanded', 0]);
  });

  test('forgets a heading that is gone', () => {
    const session = afterChange((step) => ({
      ...step,
      headings: step.headings.filter(({ id }) => id !== 'done'),
      rows: step.rows.map((row) => ({
        ...row,
        choices: row.choices.filter(({ id }) => id !== 'done' || id === row.key),
      })),
    }));
    expect(placed(session)).toBe('demanded refused – –');
  });
});

describe('practice', () => {
  test('asks a statement alone, with the same headings', () => {
    const session = practising();
    const now = session.scene();
    if (now.kind !== 'check') throw new Error(session.at());
    expect(now.step.row?.statement).toBe('The council: an end to night opening');
    expect(now.choices.map(({ id }) => id)).toEqual(['demanded', 'refused', 'threatened', 'done']);
  });
});

describe('a board in an exercise', () => {
  const MINUTE = 60_000;

  /** At the board of an exercise. */
  function inExercise(room: Parameters<typeof joined>[0], clock = () => 1): BoardSession {
    const session = boardSession({ log: [joined(room)], clock });
    session.do(ENTER, NEXT, NEXT);
    return session;
  }

  test('has no second try', () => {
    const session = inExercise({});
    session.handIn(4, 2, 3, 4);
    expect(session.at()).toBe('board-verdict sort-steps');
  });

  test('counts nothing if the time runs out while it is half sorted', () => {
    let now = 1;
    const session = inExercise({ minutes: 5 }, () => now);
    session.put(1, 2);
    now += 5 * MINUTE;
    session.do(ENTER);
    const page = session.scene();
    if (page.kind !== 'exercise') throw new Error(session.at());
    expect(page.score).toEqual({ answered: 0, right: 0, of: 5 });
    expect(answers(session)).toEqual([]);
  });

  test('with verdicts later goes to the next step, and shows only what was chosen', () => {
    const session = inExercise({ feedback: 'later' });
    session.handIn(4, 2, 3, 4);
    expect(session.at()).toBe('check who-guard');
    session.do({ type: 'back' });
    expect(session.scene()).toMatchObject({
      kind: 'board-pending',
      rows: [{ chosen: 'done' }, {}, {}, {}],
    });
  });

  test('shows its verdict after the hand-in, and statements without an answer as open', () => {
    const session = inExercise({ feedback: 'later' });
    session.do({ type: 'close' });
    const page = session.scene();
    const handIn = 'menu' in page ? page.menu.findIndex(({ id }) => id === 'hand-in') : -1;
    session.do({ type: 'point', at: handIn }, ENTER, { type: 'point', at: 1 }, ENTER);
    expect(session.at()).toBe('exercise');
    session.do({ type: 'point', at: 0 }, ENTER);
    expect(session.scene()).toMatchObject({
      kind: 'board-verdict',
      rows: [{ isOpen: true }, { isOpen: true }, { isOpen: true }, { isOpen: true }],
    });
  });
});
