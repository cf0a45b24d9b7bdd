import stringWidth from 'string-width';
import type { CourseMaterial } from '../../core/course/ledger.js';
import { BOARD_PENDING } from '../../core/messages/exercise.js';
import { rowCount } from '../../core/messages/lesson.js';
import type { BoardScene, OpenBoard } from '../../core/scene/board.js';
import { highlightOf, isClosedBook } from '../../core/scene/scene.js';
import { canLookBack, passagesInSight } from '../../core/scene/visible-passages.js';
import type { State } from '../../core/state/state.js';
import {
  boardHints,
  headingText,
  type NumberedHeading,
  type OpenBoardView,
  type OpenRowView,
  openBoardView,
  pendingRows,
} from '../../core/views/board.js';
import { hasHint } from '../../core/views/hints.js';
import {
  BACK,
  HELP,
  HINT,
  HOME,
  handIn,
  LOOK,
  LOOK_AGAIN,
  MOVE_ON_BOARD,
  NEXT,
  putUnder,
  QUIT,
  SHOW_ANSWER,
  WHO,
} from '../keys/footer-keys.js';
import { GAP, type Line, line, POINTER_WIDTH, type Span } from '../layout/line.js';
import type { FooterKey, PageBody } from '../layout/page.js';
import { hangLines, wrapLines } from '../layout/wrap.js';
import { boardRows, headingLines, type ShownRow } from './board-rows.js';
import { inSight, lookBackLines } from './in-sight.js';
import { hintLines } from './question.js';

/** Statements to put under headings. If not all of them fit, only the highlighted one. */
export function boardPage(
  state: State,
  now: OpenBoard,
  material: CourseMaterial,
  width: number,
): PageBody {
  const view = openBoardView(now);
  const at = highlightOf(state, now);
  const hints = hintLines({ hints: boardHints(state, now, material) }, width);
  const question = [
    ...wrapLines(view.stem, width, 'strong'),
    ...headingLines(view.headings, width),
    ...(canLookBack(state, now) ? lookBackLines(width) : []),
  ];
  return {
    ...inSight(passagesInSight(state, now, material)),
    before: [...againLines(view, width), ...question, GAP],
    items: itemsOf(view, width - POINTER_WIDTH),
    after: hints,
    compact: {
      before: [...question, GAP, ...oneRow(view, at, width)],
      after: [...hints, ...(view.again ? [GAP, ...againLines(view, width), SHOW_ANSWER_LINE] : [])],
    },
    isHeld: hints.length > 0,
    footer: footerOf(view, isClosedBook(now), hasHint(state, now, material)),
  };
}

/** For a window whose footer has no room for it. */
const SHOW_ANSWER_LINE: Line = {
  spans: [
    { text: `${SHOW_ANSWER.keys} `, tone: 'strong' },
    { text: SHOW_ANSWER.label, tone: 'plain' },
  ],
};

function againLines({ again }: OpenBoardView, width: number): Line[] {
  if (!again) return [];
  return [
    ...hangLines({ text: '✗ ', tone: 'bad' }, again.headline, width),
    ...(again.habit === undefined ? [] : wrapLines(again.habit, width, 'strong')),
    ...wrapLines(again.next, width).map((row): Line => ({ ...row, dropAs: 'aside' })),
    GAP,
  ];
}

function itemsOf(view: OpenBoardView, width: number) {
  const rows = view.rows.map(rowOf);
  const labels = [...view.headings.map(headingText), ...view.rows.map(({ missed = '' }) => missed)];
  const widest = Math.max(...labels.map((label) => stringWidth(label)));
  return boardRows(rows, width, widest).map((lines, i) => ({ id: view.rows[i]?.id ?? '', lines }));
}

const rowOf = ({ statement, mark, placed, missed }: OpenRowView): ShownRow => ({
  statement,
  mark,
  beside: [placed || missed === undefined ? placedSpan(placed) : { text: missed, tone: 'plain' }],
});

const placedSpan = (placed: NumberedHeading | undefined): Span => ({
  text: placed ? headingText(placed) : '–',
  tone: 'plain',
});

function oneRow(view: OpenBoardView, at: number, width: number): Line[] {
  const row = view.rows[at];
  if (!row) return [];
  const [first = [], ...rest] = boardRows([rowOf(row)], width - POINTER_WIDTH);
  const margin = { text: ' '.repeat(POINTER_WIDTH), tone: 'plain' } as const;
  return [
    line(rowCount(at + 1, view.rows.length)),
    ...[first, ...rest].flat().map(
      ({ spans }, i): Line => ({
        spans: [i === 0 ? { text: '❯ ', tone: 'accent' } : margin, ...spans],
      }),
    ),
  ];
}

const footerOf = (view: OpenBoardView, closedBook: boolean, hint: boolean): FooterKey[] => [
  MOVE_ON_BOARD,
  putUnder(view.headings.length),
  handIn(view.handIn),
  ...(view.again ? [SHOW_ANSWER] : []),
  ...(closedBook ? [] : [view.again ? LOOK_AGAIN : LOOK, ...(hint ? [HINT] : []), WHO]),
  HELP,
  HOME,
];

/** A board that was handed in, in an exercise that hides verdicts. */
export function boardPendingPage(
  now: Extract<BoardScene, { kind: 'board-pending' }>,
  width: number,
): PageBody {
  const rows = pendingRows(now).map(
    ({ statement, chosen }): ShownRow => ({
      statement,
      mark: 'none',
      beside: [placedSpan(chosen)],
    }),
  );
  return {
    before: [
      ...wrapLines(now.step.stem, width, 'strong'),
      GAP,
      ...boardRows(rows, width).flat(),
      GAP,
      ...wrapLines(BOARD_PENDING, width),
    ],
    items: [],
    after: [],
    footer: [NEXT, BACK, HELP, HOME, QUIT],
  };
}
