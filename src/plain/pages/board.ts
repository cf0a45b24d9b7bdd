import type { CourseMaterial } from '../../core/course/ledger.js';
import { ALL_PUT, rowCount } from '../../core/messages/lesson.js';
import { NOT_ANSWERED } from '../../core/messages/verdict.js';
import type { BoardScene, OpenBoard } from '../../core/scene/board.js';
import { highlightOf } from '../../core/scene/scene.js';
import type { State } from '../../core/state/state.js';
import {
  boardVerdictView,
  headingText,
  type JudgedRowView,
  type OpenBoardView,
  openBoardView,
  pendingRows,
  type RowMark,
} from '../../core/views/board.js';
import { type Block, bullet, indented, MARKS, numbered } from '../block.js';
import { moreBlocks, proofBlock } from './verdict.js';

/** A board: what was missed, if it is the second try, the stem, and the statement to put or the list of all. */
export function boardBlocks(state: State, now: OpenBoard): Block[] {
  const view = openBoardView(now);
  const { again, stem } = view;
  return [...(again ? againBlocks(view) : []), [stem], ...statementBlocks(state, now)];
}

function againBlocks({ again, rows }: OpenBoardView): Block[] {
  if (!again) return [];
  const { headline, habit, next } = again;
  return [
    [`✗ ${headline}`, ...(habit === undefined ? [] : [habit])],
    rows.map(({ mark, statement, isFixed, placed, missed }) => {
      const where = isFixed ? placed && headingText(placed) : missed;
      return withMark(mark, under(statement, where));
    }),
    [next],
  ];
}

/** The highlighted statement with the headings; once all are placed, the list of all. */
export function statementBlocks(state: State, now: OpenBoard): Block[] {
  const { rows, headings } = openBoardView(now);
  if (now.toGo === 0)
    return [
      numbered(
        rows.map(({ mark, isFixed, statement, placed }) =>
          withMark(isFixed ? mark : 'none', under(statement, placed && headingText(placed))),
        ),
      ),
      [ALL_PUT],
    ];
  const at = highlightOf(state, now);
  const row = rows[at];
  if (!row) return [];
  const missed = row.missed === undefined ? '' : ` (${row.missed})`;
  return [
    [
      `${rowCount(at + 1, rows.length)}: ${row.statement}${missed}`,
      headings.map(headingText).join(', '),
    ],
  ];
}

/** The dash is for a heading that the author has taken out of the course. */
const under = (statement: string, heading = '–'): string => `${statement} – ${heading}`;

const withMark = (mark: RowMark, text: string): string => MARKS[mark] + text;

/** Every statement with its explanation, since lines have no highlight to move. */
export function boardVerdictBlocks(
  now: Extract<BoardScene, { kind: 'board-verdict' }>,
  material: CourseMaterial,
): Block[] {
  const { headline, isRight, rows } = boardVerdictView(now, material);
  return [[withMark(isRight ? 'right' : 'wrong', headline)], ...rows.map(judgedBlock)];
}

function judgedBlock(row: JudgedRowView): Block {
  const { mark, statement, isOpen, chosen, key, explanation } = row;
  const { notes, reasons, trap, proofs } = explanation;
  // The statement already has the mark of a right answer.
  const isMarked = mark !== 'right' || reasons.length > 1;
  const right = key ? `, ✓ ${headingText(key)}` : '';
  const answer = isOpen ? NOT_ANSWERED.toLowerCase() : chosen && headingText(chosen);
  return [
    withMark(mark, under(statement, answer) + right),
    ...notes.map(indented),
    ...reasons.map((one) => ({ lead: `  ${isMarked ? MARKS[one.mark] : ''}`, text: one.text })),
    ...(trap === undefined ? [] : [indented(trap)]),
    ...proofs.flatMap(proofBlock),
  ];
}

/** The rest about each statement, after `more`. */
export const boardMoreBlocks = (
  now: Extract<BoardScene, { kind: 'board-verdict' }>,
  material: CourseMaterial,
): Block[] =>
  boardVerdictView(now, material).rows.map(({ statement, explanation }) => [
    statement,
    ...moreBlocks(explanation.more).flat(),
  ]);

/** @param about says what happens next */
export const boardPendingBlocks = (
  now: Extract<BoardScene, { kind: 'board-pending' }>,
  about: string | undefined,
): Block[] => [
  [now.step.stem],
  pendingRows(now).map(({ statement, chosen }) =>
    bullet(under(statement, chosen && headingText(chosen))),
  ),
  ...(about === undefined ? [] : [[about]]),
];
