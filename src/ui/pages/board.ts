import stringWidth from 'string-width';
import type { CourseMaterial } from '../../core/course/ledger.js';
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
  NEXT,
  putUnder,
  QUIT,
  SHOW_ANSWER,
  WHO,
} from '../keys/footer-keys.js';
import { GAP, type Line, line, POINTER_WIDTH, type Span } from '../layout/line.js';
import type { FooterKey, PageBody } from '../layout/page.js';
import { hangLines, wrapLines } from '../layout/wrap.js';
import { boardRows, headingLines, markLine, type ShownRow } from './board-rows.js';
import { inSight, lookBackLines } from './in-sight.js';
import { hintLines } from './question.js';

/** Statements to put under headings. If not all of them fit, only the highlighted one. */
export function boardPage(
  state: State,
  now: OpenBoard,
  material: CourseMaterial,
  width: number,
): PageBody {
  const shownHints = boardHints(state, now, material);
  const view = openBoardView(now, shownHints);
  const at = highlightOf(state, now);
  const hints = hintLines({ hints: shownHints }, width);
  const stem = wrapLines(view.stem, width, 'strong');
  const headings = [
    ...headingLines(view.headings, width),
    ...(canLookBack(state, now) ? lookBackLines(width) : []),
  ];
  return {
    ...inSight(passagesInSight(state, now, material)),
    before: [...againLines(view, width), ...stem, ...headings, GAP],
    items: itemsOf(view, width - POINTER_WIDTH),
    after: hints,
    compact: {
      before: [
        ...(view.again ? [...scoreLines(view.again.score, width), ...stem.map(asAside)] : stem),
        ...headings,
        GAP,
        ...oneRow(view, at, width),
      ],
      after: [...hints, ...againBelow(view, width)],
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

const asAside = (row: Line): Line => ({ ...row, dropAs: 'aside' });

const scoreLines = (score: string, width: number): Line[] =>
  hangLines({ text: '✗ ', tone: 'bad' }, score, width);

function againLines({ again }: OpenBoardView, width: number): Line[] {
  if (!again) return [];
  return [...scoreLines(again.headline, width), ...whatNowLines(again, width)];
}

/** The habit, and what to do. */
const whatNowLines = (
  { habit, next }: NonNullable<OpenBoardView['again']>,
  width: number,
): Line[] => [
  ...(habit === undefined ? [] : wrapLines(habit, width, 'strong')),
  ...wrapLines(next, width).map(asAside),
  GAP,
];

/** Below the only statement in view: what the score above it leaves out. */
function againBelow({ again }: OpenBoardView, width: number): Line[] {
  if (!again) return [];
  const traps = again.traps === undefined ? [] : wrapLines(again.traps, width);
  return [GAP, ...traps, ...whatNowLines(again, width), SHOW_ANSWER_LINE];
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
    markedCount(view, at),
    ...[first, ...rest].flat().map(
      ({ spans }, i): Line => ({
        spans: [i === 0 ? { text: '❯ ', tone: 'accent' } : margin, ...spans],
      }),
    ),
  ];
}

/** At the second try with the marks of all statements: the others that are wrong are out of view. */
function markedCount({ rows, again }: OpenBoardView, at: number): Line {
  const count = rowCount(at + 1, rows.length);
  return again
    ? markLine(
        count,
        rows.map(({ mark }) => mark),
      )
    : line(count);
}

const footerOf = (view: OpenBoardView, closedBook: boolean, hint: boolean): FooterKey[] => [
  putUnder(view.headings.length),
  handIn(view.handIn),
  ...(view.again ? [SHOW_ANSWER] : []),
  ...(closedBook ? [] : [view.again ? LOOK_AGAIN : LOOK, ...(hint ? [HINT] : []), WHO]),
  HELP,
  HOME,
];

/** A board that was handed in, in an exercise that hides verdicts. @param about says what happens next */
export function boardPendingPage(
  now: Extract<BoardScene, { kind: 'board-pending' }>,
  about: string | undefined,
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
      ...(about === undefined ? [] : [GAP, ...wrapLines(about, width)]),
    ],
    items: [],
    after: [],
    footer: [NEXT, BACK, HELP, HOME, QUIT],
  };
}
