import { describe, expect, test } from 'vitest';
import { highlightOf } from '../../../src/core/scene/scene.js';
import { layOut } from '../../../src/ui/layout/fit.js';
import type { Line } from '../../../src/ui/layout/line.js';
import { linesOf } from '../../../src/ui/layout/page.js';
import { textWidth } from '../../../src/ui/layout/window.js';
import { pageOf } from '../../../src/ui/pages/page.js';
import {
  atBoard,
  type BoardSession,
  boardCourse,
  boardSession,
  practising,
  RIGHT,
} from '../../support/board-course.js';

const LARGE = { columns: 80, rows: 24 };
const SMALL = { columns: 40, rows: 12 };
const STATEMENTS = [
  'a fee for readers',
  'The head librarian',
  'an end to night',
  'the order for a',
];

const textOf = ({ spans }: Line): string => spans.map(({ text }) => text).join('');

/** The page on screen in its window, before it is scrolled. */
function laidOut({ store, scene }: BoardSession, size: typeof LARGE, notice: Line[] = []) {
  const state = store.state();
  const page = pageOf(state, () => boardCourse.material, textWidth(size));
  const highlight = highlightOf(state, scene());
  return layOut(page, size, { highlight }, notice);
}

function rows(session: BoardSession, size: typeof LARGE): string[] {
  const { before, items, after } = laidOut(session, size);
  return [...before, ...items.flatMap(({ lines }) => linesOf(lines)), ...after].map(textOf);
}

const statementsIn = (text: readonly string[]): number =>
  STATEMENTS.filter((statement) => text.join(' ').includes(statement)).length;

/** A board being sorted, at its second try, and after it. */
const BOARDS: Readonly<Record<string, () => BoardSession>> = {
  'a new board': () => atBoard(),
  'a board at its second try': () => {
    const session = atBoard();
    session.handIn(3, 2, 4, 4);
    return session;
  },
  'the verdict on a board': () => {
    const session = atBoard();
    session.handIn(3, 2, 4, 4);
    session.handIn(1, 1);
    return session;
  },
};

describe.each(Object.entries(BOARDS))('%s', (_, board) => {
  test('shows all statements in a large window, and in a small one the highlighted one', () => {
    const session = board();
    expect(statementsIn(rows(session, LARGE))).toBe(4);
    session.do({ type: 'point', at: 1 });
    expect(statementsIn(rows(session, SMALL))).toBe(1);
    expect(rows(session, SMALL).join('\n')).toMatch(/2 of 4(.|\n)*The head librarian/);
  });

  test('has no row wider than its window, at any width', () => {
    const session = board();
    for (let columns = 40; columns <= 90; columns += 1)
      for (const height of [12, 24, 60]) {
        const size = { columns, rows: height };
        // The pointer is in a column of its own before the entries.
        for (const row of rows(session, size))
          expect(row.length).toBeLessThanOrEqual(textWidth(size));
      }
  });

  test('keeps its form while the highlight moves and when a notice appears', () => {
    const session = board();
    for (const size of [LARGE, SMALL]) {
      const shapes = RIGHT.map((_heading, at) => {
        session.do({ type: 'point', at });
        return [
          laidOut(session, size).items.length,
          laidOut(session, size, [{ spans: [] }]).items.length,
        ];
      });
      expect(new Set(shapes.flat()).size).toBe(1);
    }
  });

  test('lets Enter work in a small window', () => {
    expect(laidOut(board(), SMALL).showsHighlight).toBe(true);
  });
});

test('a statement is beside the number and the text of its heading, or beside a dash', () => {
  const session = atBoard();
  session.put(3);
  const [first, second] = rows(session, LARGE).filter((row) => row.includes('a fee for readers'));
  expect(first).toMatch(/stay late +3 threatened$/);
  expect(second).toMatch(/stay late +–$/);
});

test('a wrong heading has the right one beside it, and the explanation is below', () => {
  const session = atBoard();
  session.handIn(1, 2, 4, 4);
  session.do({ type: 'show-answer' });
  const text = rows(session, LARGE);
  expect(text).toContainEqual(
    expect.stringMatching(/^✗ .*night opening +4 done {2}✓ 3 threatened$/),
  );
  expect(text.join('\n')).toContain('In ¶2 night opening has not ended.');
});

test('more about a statement is in view in a small window, and gone at another statement', () => {
  const session = atBoard();
  session.handIn(...RIGHT);
  session.do({ type: 'more' });
  const visible = (): string => {
    const { before, after, offset, bodyHeight } = laidOut(session, SMALL);
    return [...before, ...after]
      .slice(offset, offset + bodyHeight)
      .map(textOf)
      .join(' ');
  };
  expect(visible()).toContain('steps/fee-council');
  session.do({ type: 'move', by: 1 });
  expect(visible()).not.toContain('steps/');
  expect(visible()).toContain('2 of 4');
});

test('more about a statement says why another heading is wrong, before its id', () => {
  const session = atBoard();
  session.handIn(...RIGHT);
  session.do({ type: 'point', at: 2 });
  const text = (): string => rows(session, LARGE).join('\n');
  expect(text()).not.toContain('In ¶2 night opening has not ended.');
  session.do({ type: 'more' });
  expect(text()).toMatch(
    /\n {2}4 {2}done\n {5}In ¶2 night opening has not ended\.\n(.*\n)*?.*steps\/end-night/,
  );
});

test('a statement that is asked alone is below the question of its board, which is about one', () => {
  const text = rows(practising(), LARGE);
  const stem = text.indexOf('What does the story report about this step?');
  expect(stem).toBeGreaterThanOrEqual(0);
  expect(text.slice(stem + 1).join('\n')).toMatch(/^\n▌ The council: an end to night opening\n/);
  expect(text).toContainEqual(expect.stringContaining('3  threatened'));
});

test('an example has its deciding words in bold, below what the lessons before have told', () => {
  const session = boardSession({ opening: { does: 'open', lesson: 'steps' } });
  const { before } = laidOut(session, LARGE);
  expect(before.map(textOf).join('\n')).toMatch(/^So far\nThe town council(.|\n)*An example/);
  const bold = before.flatMap(({ spans }) => spans.filter(({ tone }) => tone === 'strong'));
  expect(bold.map(({ text }) => text).join(' ')).toBe(
    'So far a city engineer told reporters the mayor called that unlikely',
  );
});

describe('a board at its second try in a window for one statement', () => {
  const HIGH = { columns: 80, rows: 24 };

  /** At the second try, with both hints. */
  function again(): BoardSession {
    const session = atBoard();
    session.handIn(3, 2, 4, 4);
    session.do({ type: 'hint' }, { type: 'hint' });
    return session;
  }

  /** What is in view before the learner scrolls. */
  function inView(session: BoardSession, size: typeof LARGE): string {
    const { before, items, after, offset, bodyHeight } = laidOut(session, size);
    return [...before, ...items.flatMap(({ lines }) => linesOf(lines)), ...after]
      .slice(offset, offset + bodyHeight)
      .map(textOf)
      .join('\n');
  }

  test('begins with the score, and marks every statement', () => {
    const session = BOARDS['a board at its second try']?.() ?? atBoard();
    const text = inView(session, SMALL);
    expect(text).toMatch(/^✗ Not this time: 2 of 4 right\./);
    expect(text).toContain('Statement 1 of 4 ✗ ✓ ✗ ✓');
    expect(text).toContain('not 3 threatened');
  });

  test('asks the question of the habit once, also with hints', () => {
    for (const size of [HIGH, SMALL]) {
      const text = rows(again(), size).join(' ').toLowerCase();
      expect(text.match(/done, +threatened, +demanded +or +refused/g) ?? []).toHaveLength(1);
    }
  });

  test('offers the arrows beside the digits in the footer', () => {
    const page = pageOf(again().store.state(), () => boardCourse.material, 76);
    expect(page.footer.map(({ keys }) => keys)).toContain('↑↓ 1-4');
  });
});
