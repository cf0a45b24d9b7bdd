import stringWidth from 'string-width';
import { headingText, type NumberedHeading, type RowMark } from '../../core/views/board.js';
import { type Line, line, lineWidth, type Span } from '../layout/line.js';
import { hangLines, padTo, wrapLines } from '../layout/wrap.js';
import { MARKS } from './marks.js';

/** A statement of a board, and what is beside it: where it was put, and where it belongs. */
export type ShownRow = {
  readonly statement: string;
  readonly mark: RowMark;
  /** In one row if they fit, otherwise in a row each. */
  readonly beside: readonly Span[];
};

const BETWEEN = '  ';

/** In a narrower text, what is beside a statement goes below it. */
const LEAST_WIDTH = 56;

/** The rows of a board: statements at the left, headings in a column at the right. */
export function boardRows(rows: readonly ShownRow[], width: number, least = 0): Line[][] {
  const widest = Math.max(least, ...rows.map(({ beside }) => stringWidth(textOf(beside))));
  const right = Math.min(widest, Math.floor(width / 2));
  const isMarked = rows.some(({ mark }) => mark !== 'none');
  return rows.map((row) =>
    width < LEAST_WIDTH
      ? belowEachOther(row, width, isMarked)
      : inColumns(row, width, right, isMarked),
  );
}

const textOf = (beside: readonly Span[]): string => beside.map(({ text }) => text).join(BETWEEN);

/** Each row begins with its mark, if any row of the board has one. */
const leadOf = ({ mark }: ShownRow, isMarked: boolean): Span =>
  isMarked ? MARKS[mark] : { text: '', tone: 'plain' };

function inColumns(row: ShownRow, width: number, rightWidth: number, isMarked: boolean): Line[] {
  const lead = leadOf(row, isMarked);
  const leftWidth = width - rightWidth - stringWidth(BETWEEN);
  const left = hangLines(lead, row.statement, leftWidth);
  const right = besideLines(row.beside, rightWidth);
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => {
    const spans = left[i]?.spans ?? [];
    const filled = lineWidth({ spans });
    const gap = { text: padTo('', leftWidth - filled) + BETWEEN, tone: 'plain' as const };
    return { spans: right[i] ? [...spans, gap, ...right[i].spans] : spans };
  });
}

function belowEachOther(row: ShownRow, width: number, isMarked: boolean): Line[] {
  const lead = leadOf(row, isMarked);
  const indent = ' '.repeat(stringWidth(lead.text) + 2);
  return [
    ...hangLines(lead, row.statement, width),
    ...besideLines(row.beside, width - indent.length).map(({ spans }) => ({
      spans: [{ text: indent, tone: 'plain' as const }, ...spans],
    })),
  ];
}

function besideLines(beside: readonly Span[], width: number): Line[] {
  if (stringWidth(textOf(beside)) > width)
    return beside.flatMap(({ text, tone }) => wrapLines(text, width, tone));
  const spans = beside.flatMap((span, i): Span[] =>
    i === 0 ? [span] : [{ text: BETWEEN, tone: 'plain' }, span],
  );
  return [{ spans }];
}

const BETWEEN_HEADINGS = '   ';

/** "1 done   2 threatened", in as many rows as needed. */
export function headingLines(headings: readonly NumberedHeading[], width: number): Line[] {
  const rows: NumberedHeading[][] = [];
  for (const heading of headings) {
    const row = rows.at(-1);
    if (row && headingsWidth([...row, heading]) <= width) row.push(heading);
    else rows.push([heading]);
  }
  return rows.flatMap((row) =>
    headingsWidth(row) > width
      ? row.flatMap((heading) => wrapLines(headingText(heading), width))
      : [{ spans: row.flatMap(headingSpans) }],
  );
}

const headingsWidth = (row: readonly NumberedHeading[]): number =>
  stringWidth(row.map(headingText).join(BETWEEN_HEADINGS));

const headingSpans = ({ number, text }: NumberedHeading, i: number): Span[] => [
  ...(i === 0 ? [] : [{ text: BETWEEN_HEADINGS, tone: 'plain' as const }]),
  { text: String(number), tone: 'strong' },
  { text: ` ${text}`, tone: 'plain' },
];

/** The marks of all rows, for a page that shows one of them: "✓ ✗ ✓". */
export const markLine = (count: string, marks: readonly RowMark[]): Line => ({
  spans: [
    ...line(count).spans,
    ...marks.flatMap((mark): Span[] => [
      { text: ' ', tone: 'plain' },
      mark === 'none'
        ? { text: '·', tone: 'plain' }
        : { ...MARKS[mark], text: MARKS[mark].text.trim() },
    ]),
  ],
});
