import { describe, expect, test } from 'vitest';
import type { Board, Check, Lesson, Step } from '../../../src/core/course/course.js';
import type { LogEntry } from '../../../src/core/log/entry.js';
import type { Scene } from '../../../src/core/scene/scene.js';
import { openBoardView } from '../../../src/core/views/board.js';
import { course, courseWith, kinds, lessonWith, steps } from '../../support/kinds-course.js';
import { choosing, type Play, play } from '../../support/play.js';

/** A learner comes back to a course whose author has changed it since. */
const NEXT = { type: 'next' } as const;
const ENTER = { type: 'enter' } as const;

/** Opens the lesson at its first question. */
function atFirstQuestion(): Play {
  const session = play({ of: course, lesson: 'kinds' });
  session.do(NEXT, NEXT);
  return session;
}

/** Sorts the board: one heading for each row, by number from 0. */
const sorting = (...headings: readonly number[]) => [
  ...headings.flatMap((at, row) => [
    { type: 'point', at: row } as const,
    { type: 'put', at } as const,
  ]),
  ENTER,
];

/** At the board, with its first row right, and the others under `refused`: the second is right, the third wrong. */
function boardHandedIn(): Play {
  const session = atFirstQuestion();
  session.do(...choosing(session, 'spokesman'), NEXT);
  session.do(...choosing(session, 's2'), NEXT);
  session.do(...sorting(0, 1, 1));
  return session;
}

/** The lesson with another step in place of the one with its id. */
const withStep = (step: Step): Lesson =>
  lessonWith(
    'kinds',
    kinds.body.map((one) => (one.id === step.id ? step : one)),
  );

const reopened = (log: readonly LogEntry[], lesson: Lesson): Play =>
  play({ of: courseWith([lesson]), log, lesson: 'kinds' });

const withRows = (change: (row: Check, i: number) => Check): Board => ({
  ...steps,
  rows: steps.rows.map(change),
});

const rowsOf = (now: Scene) => {
  if (!('rows' in now)) throw new Error(`no board but ${now.kind}`);
  return now;
};

describe('a board with a miss that the learner may put right', () => {
  test('is open for the row that was wrong as long as nothing changes', () => {
    const now = rowsOf(reopened(boardHandedIn().log, kinds).scene());
    expect(now).toMatchObject({
      ...{ kind: 'board', again: true, toGo: 1 },
      rows: [
        { isFixed: true, right: true, placed: 'demanded' },
        { isFixed: true, right: true, placed: 'refused' },
        { isFixed: false, missed: 'refused' },
      ],
    });
  });

  test('counts the answers that were recorded as right, whatever the key is now', () => {
    const corrected = withRows((row, i) => (i === 0 ? { ...row, key: 'refused' } : row));
    const now = rowsOf(reopened(boardHandedIn().log, withStep(corrected)).scene());
    if (now.kind !== 'board') throw new Error(`no open board but ${now.kind}`);
    const { rows, again } = openBoardView(now);
    expect(rows.map(({ mark }) => mark)).toEqual(['right', 'right', 'wrong']);
    expect(again?.headline).toContain('2 of 3 right');
  });

  test('shows its verdict if the heading of the miss is gone', () => {
    const renamed = withRows((row) => ({
      ...row,
      key: row.key === 'refused' ? 'declined' : row.key,
      choices: row.choices.map((choice) =>
        choice.id === 'refused' ? { ...choice, id: 'declined' } : choice,
      ),
    }));
    const now = rowsOf(reopened(boardHandedIn().log, withStep(renamed)).scene());
    expect(now.kind).toBe('board-verdict');
    expect(now.rows[2]).toMatchObject({ verdict: { right: false, key: { id: 'threatened' } } });
    expect(now.rows[2]).not.toHaveProperty('verdict.chosen');
    // The second row was right, and that still counts.
    expect(now.rows[1]).toMatchObject({ verdict: { right: true }, corrected: true });
  });

  test('shows its verdict if the heading of the miss has become the right one', () => {
    const corrected = withRows((row, i) => (i === 2 ? { ...row, key: 'refused' } : row));
    const now = rowsOf(reopened(boardHandedIn().log, withStep(corrected)).scene());
    expect(now.kind).toBe('board-verdict');
    expect(now.rows[2]).toMatchObject({
      verdict: { right: false },
      corrected: true,
      mended: false,
    });
  });

  test('shows its verdict if the row of the miss is gone', () => {
    const shorter = { ...steps, rows: steps.rows.slice(0, 2) };
    const now = rowsOf(reopened(boardHandedIn().log, withStep(shorter)).scene());
    expect(now).toMatchObject({ kind: 'board-verdict', rows: [{}, {}] });
  });

  test('asks a row that the author has added, and stores only what it asked', () => {
    const [first] = steps.rows;
    if (!first) throw new Error('no row');
    const added = { ...steps, rows: [{ ...first, id: 'row-new' }, ...steps.rows] };
    const session = reopened(boardHandedIn().log, withStep(added));
    expect(rowsOf(session.scene())).toMatchObject({ kind: 'board', toGo: 2 });
    const before = session.log.length;
    session.do({ type: 'put', at: 0 }, { type: 'put', at: 2 }, ENTER);
    expect(session.log.slice(before)).toMatchObject([
      { check: 'row-new', choice: 'demanded', right: true, try: 1 },
      { check: 'row-night', choice: 'threatened', right: true, try: 2 },
    ]);
    expect(rowsOf(session.scene()).rows[3]).toMatchObject({ mended: true });
  });
});

describe('a question with a miss that the learner may put right', () => {
  const who = kinds.body.find(({ id }) => id === 'who') as Check;

  function missed(): readonly LogEntry[] {
    const session = atFirstQuestion();
    session.do(...choosing(session, 'librarian'));
    expect(session.at()).toBe('second-look who');
    return session.log;
  }

  test('shows its verdict if the choice of the miss is gone', () => {
    const choices = who.choices.filter(({ id }) => id !== 'librarian');
    const now = reopened(missed(), withStep({ ...who, choices })).scene();
    expect(now).toMatchObject({ kind: 'verdict', corrected: false, verdict: { right: false } });
    expect(now).not.toHaveProperty('verdict.chosen');
  });

  test('shows its verdict if the choice of the miss has become the right one', () => {
    const now = reopened(missed(), withStep({ ...who, key: 'librarian' })).scene();
    expect(now).toMatchObject({ kind: 'verdict', corrected: true, verdict: { right: false } });
  });

  test('still names the trap if other choices have changed', () => {
    const choices = who.choices.filter(({ id }) => id !== 'left-open');
    const now = reopened(missed(), withStep({ ...who, choices })).scene();
    expect(now).toMatchObject({ kind: 'second-look', missed: { id: 'librarian' } });
  });
});

test('a board from which a row is gone does not ask for it before the hand-in', () => {
  const session = reopened(
    atFirstQuestion().log,
    lessonWith('kinds', [{ ...steps, rows: steps.rows.slice(0, 2) }]),
  );
  expect(session.at()).toBe('board steps');
  session.do(...sorting(0, 1));
  expect(rowsOf(session.scene()).kind).toBe('board-verdict');
});
