import { describe, expect, test } from 'vitest';
import type { Board, Course } from '../../src/core/course/course.js';
import { layOut } from '../../src/plain/block.js';
import { replyOnBoard } from '../../src/plain/board-reply.js';
import { boardVerdictBlocks } from '../../src/plain/pages/board.js';
import {
  atBoard,
  type BoardSession,
  boardCourse,
  boardSession,
  joined,
} from '../support/board-course.js';
import { runTyped } from '../support/plain-session.js';

/** The lesson with the board in lines. The first two lines leave the example and the reading. */
const typed = (...lines: readonly string[]) =>
  runTyped(['', '', ...lines], { lesson: 'steps', of: boardCourse });

/** Replies to the lines typed at the board. The first is the board itself. */
const replies = async (...lines: readonly string[]): Promise<readonly string[]> =>
  (await typed(...lines)).replies.slice(2);

/** The course with another version of its board. */
const withBoard = (change: (board: Board) => Board): Course => ({
  ...boardCourse,
  lessons: boardCourse.lessons.map((lesson) => ({
    ...lesson,
    body: lesson.body.map((step) => (step.kind === 'board' ? change(step) : step)),
  })),
});

/** The verdict on the board in lines, which are long enough for every statement. */
function verdictOf(session: BoardSession): string {
  const now = session.scene();
  if (now.kind !== 'board-verdict') throw new Error(session.at());
  return layOut(boardVerdictBlocks(now, boardCourse.material), 200);
}

describe('an example in lines', () => {
  test('says that its sentence is invented, marks the deciding words with stars, and applies the habit', async () => {
    const [page = ''] = (await typed()).replies;
    expect(page).toContain('So far\nThe town council wants a fee');
    expect(page).toContain(
      'An example. This sentence is invented, and not from the story:\n“The bridge will close',
    );
    expect(page.replaceAll('\n', ' ')).toContain('*the mayor called that unlikely*');
    expect(page).toContain('The deciding words are between stars.');
    expect(page).toContain('Ask: who says this, and how are they named?\nTwo people:');
  });
});

describe('a board in lines', () => {
  test('asks one statement after the other, with the same numbers', async () => {
    const [first, second] = await replies('1');
    expect(first).toContain(
      [
        'What does the story report about each step?',
        '',
        'Statement 1 of 4: The council: a fee for readers who stay late',
        '1 demanded, 2 refused, 3 threatened, 4 done',
      ].join('\n'),
    );
    expect(second).toContain('2 of 4: The head librarian: a fee for readers who stay late');
    expect(second).toContain('1 demanded, 2 refused, 3 threatened, 4 done');
  });

  test('lists all statements after the last, and Enter hands them in', async () => {
    const { answers, replies: all } = await typed('1', '2', '3', '4', '');
    expect(all[6]).toContain('3. The council: an end to night opening – 3 threatened');
    expect(all[7]).toContain('✓ Right, all 4');
    expect(answers.map(({ right }) => right)).toEqual([true, true, true, true]);
  });

  test('says how many are to go if Enter comes too early', async () => {
    const { answers, replies: all } = await typed('1', '');
    expect(all[4]).toContain('3 statements still need a heading.');
    expect(answers).toEqual([]);
  });

  test('changes the statement whose number is typed in the list', async () => {
    const all = await replies('1', '2', '4', '4', '3', '3');
    expect(all[5]).toContain('3 of 4: The council: an end to night opening');
    expect(all[6]).toContain('3. The council: an end to night opening – 3 threatened');
  });

  test('goes back with b, statement by statement, and from the first to the step before', async () => {
    const all = await replies('1', '2', 'b', 'b', 'b');
    expect(all[3]).toContain('2 of 4:');
    expect(all[4]).toContain('1 of 4:');
    expect(all[5]).toContain('step 2 of 4');
  });

  test('goes back from the list to the last statement', async () => {
    const all = await replies('1', '2', '3', '4', 'b', '4');
    expect(all[5]).toContain('4 of 4:');
    expect(all[6]).toContain('4. The council: the order for a second guard cancelled – 4 done');
  });

  test('asks at the second try only what was wrong, and explains every statement at the end', async () => {
    const { answers, replies: all } = await typed('3', '2', '4', '4', '', '1', '3', '');
    const [again = '', next = '', , verdict = ''] = all.slice(7);
    expect(again).toContain('✗ Not this time: 2 of 4 right.');
    expect(again).toContain('✗ The council: an end to night opening – not 4 done');
    expect(again).toContain('1 of 4: The council: a fee');
    expect(next).toContain('3 of 4: The council: an end to night opening (not 4 done)');
    expect(verdict).toContain('✓ 2 of 4 on first try, 2 mended');
    expect(verdict).toContain('¶2, sentence 1');
    expect(answers).toHaveLength(6);
  });

  test('says at the second try that a heading was tried', async () => {
    const { answers, replies: all } = await typed('3', '2', '4', '4', '', '3');
    expect(all[8]).toContain(
      'You tried this heading already. Choose another heading.\n\nStatement 1 of 4',
    );
    expect(answers).toHaveLength(4);
  });

  test('says at the second try why a statement that was right cannot be changed', async () => {
    const all = await replies('3', '2', '4', '4', '', '1', '3', '2');
    expect(all[8]).toContain(
      'That statement is already under the right heading.\n\n1. The council: a fee',
    );
  });

  test('does not say whether a statement is right before every statement is handed in', () => {
    const session = atBoard();
    session.handIn(1, 2, 4, 4);
    const log = session.log.slice(0, -2);
    const again = boardSession({ log, opening: { does: 'open', lesson: 'steps' } });
    again.put(3, 4);
    const now = again.scene();
    if (now.kind !== 'board') throw new Error(again.at());
    const { store } = again;
    const material = () => boardCourse.material;
    const reply =
      replyOnBoard('1', 1, now, { store, material, inLesson: true, isTyped: true }) ?? [];
    expect(layOut(reply, 200)).toMatch(/^That statement is done\. Its heading stays\.\n/);
  });

  test('shows the answer instead of a second try, and the ids with m', async () => {
    const all = await replies('1', '2', '4', '4', '', 's', 'm');
    expect(all[6]).toContain('✗ The council: an end to night opening – 4 done, ✓ 3 threatened');
    expect(all[7]).toContain('steps/end-night');
  });

  test('adds with m why another heading is wrong, below the statement', async () => {
    const all = await replies('1', '2', '3', '4', '', 'm');
    expect(all[5]).not.toContain('In ¶2 night opening has not ended.');
    expect(all[6]).toContain(
      [
        'The council: an end to night opening',
        '4. done',
        '   In ¶2 night opening has not ended.',
        'To report this question, give its id: steps/end-night',
      ].join('\n'),
    );
  });

  test('offers the answer only at the second try', async () => {
    const all = await replies('s');
    expect(all[1]).toContain("“s” isn't one of these");
  });

  test('gives hints about the statement that it asks', async () => {
    const all = await replies('1', 'h', 'h');
    expect(all[2]).toContain('Look at sentence 2 of ¶1.');
    expect(all[3]).toContain('Ask: what was done, threatened');
  });

  test('explains in help how to change and hand in', async () => {
    const all = await replies('?');
    expect(all[1]?.replace(/\s+/g, ' ')).toContain(
      'a number, when you sort statements: put the statement under that heading',
    );
  });
});

describe('the verdict on a board in lines', () => {
  test('has a dash for an answer whose heading is gone from the course', () => {
    const before = atBoard();
    before.handIn(1, 2, 4, 4);
    const renamed = <T extends { readonly id: string }>(one: T): T =>
      one.id === 'done' ? { ...one, id: 'finished' } : one;
    const course = withBoard((board) => ({
      ...board,
      headings: board.headings.map(renamed),
      rows: board.rows.map((row) => ({
        ...row,
        key: row.key === 'done' ? 'finished' : row.key,
        choices: row.choices.map(renamed),
      })),
    }));
    const { log } = before;
    const text = verdictOf(
      boardSession({ course, log, opening: { does: 'open', lesson: 'steps' } }),
    );
    expect(text).toContain('✗ The council: an end to night opening – –, ✓ 3 threatened\n');
    expect(text).not.toContain('not answered');
  });

  test('says of a statement without an answer that it is not answered', () => {
    const session = boardSession({ log: [joined({ feedback: 'later' })] });
    session.do({ type: 'enter' }, { type: 'close' });
    const page = session.scene();
    const handIn = 'menu' in page ? page.menu.findIndex(({ id }) => id === 'hand-in') : -1;
    session.do({ type: 'point', at: handIn }, { type: 'enter' });
    session.do({ type: 'point', at: 1 }, { type: 'enter' });
    session.do({ type: 'point', at: 0 }, { type: 'enter' });
    expect(verdictOf(session)).toContain('an end to night opening – not answered, ✓ 3 threatened');
  });
});
