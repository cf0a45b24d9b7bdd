import type { CourseMaterial } from '../../core/course/ledger.js';
import { rowCount } from '../../core/messages/lesson.js';
import { type BoardScene, nextWrongRow } from '../../core/scene/board.js';
import { highlightOf, isClosedBook } from '../../core/scene/scene.js';
import type { State } from '../../core/state/state.js';
import {
  type BoardVerdictView,
  boardVerdictView,
  headingText,
  type JudgedRowView,
  type RowExplanation,
} from '../../core/views/board.js';
import {
  BACK,
  HELP,
  HOME,
  LESS,
  MORE,
  MOVE_ON_BOARD,
  NEXT,
  QUIT,
  TO_WRONG,
  WHO,
} from '../keys/footer-keys.js';
import { GAP, type Line, line, POINTER_WIDTH, SOFT_GAP } from '../layout/line.js';
import type { PageBody } from '../layout/page.js';
import { hangLines, wrapLines } from '../layout/wrap.js';
import { boardRows, markLine, type ShownRow } from './board-rows.js';
import { MARKS } from './marks.js';
import { moreLines, proofLines } from './verdict.js';

/** A board after the last try: what was right, and why for the highlighted row. */
export function boardVerdictPage(
  state: State,
  now: Extract<BoardScene, { kind: 'board-verdict' }>,
  material: CourseMaterial,
  width: number,
): PageBody {
  const view = boardVerdictView(now, material);
  const more = 'more' in state.route && state.route.more;
  const at = highlightOf(state, now);
  const explained = view.rows.map(({ explanation }) => explanationLines(explanation, width));
  const explanation = explained[at] ?? [];
  const stem = wrapLines(view.stem, width, 'strong');
  const row = view.rows[at];
  const added = more && row ? moreLines(row.explanation.more, width, SOFT_GAP) : [];
  // As tall for each row, so that the page keeps its form when the highlight moves.
  const tallest = Math.max(...explained.map(leastHeight));
  const filling = Array.from({ length: tallest - leastHeight(explanation) }, () => line(''));
  return {
    before: [...stem, headLine(view), GAP],
    items: boardRows(view.rows.map(rowOf), width - POINTER_WIDTH).map((lines, i) => ({
      id: view.rows[i]?.id ?? '',
      lines,
    })),
    after: [GAP, ...explanation, ...added, ...filling],
    compact: {
      before: [...stem.map(asAside), ...oneRow(view, at, width), GAP, ...explanation],
      after: added,
    },
    ...(more && { opensAfter: true }),
    footer: [
      MOVE_ON_BOARD,
      nextWrongRow(now, at, state.explained) === undefined ? NEXT : TO_WRONG,
      more ? LESS : MORE,
      BACK,
      ...(isClosedBook(now) ? [] : [WHO]),
      HELP,
      HOME,
      QUIT,
    ],
  };
}

const asAside = (row: Line): Line => ({ ...row, dropAs: 'aside' });

const leastHeight = (lines: readonly Line[]): number =>
  lines.filter(({ dropAs }) => dropAs === undefined).length;

const headLine = ({ isRight, headline }: BoardVerdictView): Line => ({
  spans: [isRight ? MARKS.right : MARKS.wrong, { text: headline, tone: 'strong' }],
});

const rowOf = ({ statement, mark, chosen, key }: JudgedRowView): ShownRow => ({
  statement,
  mark,
  beside: [
    { text: chosen ? headingText(chosen) : '–', tone: 'plain' },
    ...(key ? [{ text: `✓ ${headingText(key)}`, tone: 'strong' as const }] : []),
  ],
});

function oneRow(view: BoardVerdictView, at: number, width: number): Line[] {
  const row = view.rows[at];
  const marks = view.rows.map(({ mark }) => mark);
  return [
    headLine(view),
    markLine(rowCount(at + 1, view.rows.length), marks),
    GAP,
    ...(row ? boardRows([rowOf(row)], width).flat() : []),
  ];
}

function explanationLines(explanation: RowExplanation, width: number): Line[] {
  const { notes, reasons, trap, proofs } = explanation;
  return [
    ...notes.flatMap((note) => wrapLines(note, width)),
    ...reasons.flatMap(({ mark, text }) => hangLines(MARKS[mark], text, width)),
    ...(trap === undefined ? [] : [SOFT_GAP, ...wrapLines(trap, width)]),
    ...proofs.flatMap((proof) => [SOFT_GAP, ...proofLines(proof, width)]),
  ];
}
