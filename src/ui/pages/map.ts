import type { CourseRecord } from '../../core/course.js';
import type { LedgerMap, MapCell, MapRow } from '../../core/ledger-map.js';
import { MAP_KINDS } from '../../core/ledger-map.js';
import {
  actorText,
  cellText,
  cellTitle,
  KIND_NAMES,
  mapText,
  sideText,
} from '../../core/study-words.js';
import { claimText } from '../../core/words.js';
import { POINTER_WIDTH } from '../choice-list.js';
import { GAP, type Line, line, type Span } from '../line.js';
import { GRID_WIDTH } from '../map-grid.js';
import type { Page } from '../page.js';
import { cut, hangLines, padTo, wrapLines } from '../wrap.js';
import { HELP, HOME, MOVE, MOVE_ON_MAP, OPEN_CELL, QUIT, SCROLL, TO_CELLS } from './footer-keys.js';

type Shown = {
  readonly map: LedgerMap;
  /** The highlighted cell, from 0. */
  readonly highlight: number;
};

type Body = Pick<Page, 'before' | 'items' | 'after' | 'footer'>;

/** Whose acts, of which kind, and who tells of them: a grid, or where there is no room for one a list. */
export function mapBody({ map, highlight }: Shown, width: number): Body {
  if (map.cells.length === 0)
    return { before: wrapLines(mapText(map), width), items: [], after: [], footer: [HELP, HOME] };
  return width >= GRID_WIDTH ? gridBody(map, highlight, width) : listBody(map, highlight, width);
}

function listBody(map: LedgerMap, highlight: number, width: number): Body {
  return {
    before: [],
    items: map.cells.map((cell) => ({
      id: `${cell.actor} ${cell.kind}`,
      lines: [line(cut(cellTitle(cell), width - POINTER_WIDTH))],
    })),
    after: [GAP, ...tellingLines(map, highlight, width)],
    footer: [MOVE, OPEN_CELL, HELP, HOME],
  };
}

function gridBody(map: LedgerMap, highlight: number, width: number): Body {
  const chosen = map.cells[highlight];
  return {
    before: [
      headLine(),
      ...map.sides.flatMap(({ side, rows }) => [
        line(sideText(side), 'quiet'),
        ...rows.map((row) => rowLine(row, chosen)),
      ]),
      GAP,
      ...tellingLines(map, highlight, width),
    ],
    items: [],
    after: [],
    footer: [MOVE_ON_MAP, OPEN_CELL, HELP, HOME, QUIT],
  };
}

const COLUMN = 7;
const NAMES = GRID_WIDTH - COLUMN * MAP_KINDS.length;

const headLine = (): Line => ({
  spans: [
    { text: ' '.repeat(NAMES), tone: 'plain' },
    ...MAP_KINDS.map((kind) => ({
      text: centred(KIND_NAMES[kind].column),
      tone: 'quiet' as const,
    })),
  ],
});

function rowLine({ actor, cells }: MapRow, chosen: MapCell | undefined): Line {
  const name = padTo(`  ${cut(actorText(actor), NAMES - 3)}`, NAMES);
  return {
    spans: [
      { text: name, tone: 'plain' },
      ...MAP_KINDS.map((kind) => {
        const cell = cells.find((one) => one.kind === kind);
        return cellSpan(cell, cell !== undefined && cell === chosen);
      }),
    ],
  };
}

/** In brackets where it is chosen: to be seen without colour, too. */
function cellSpan(cell: MapCell | undefined, isChosen: boolean): Span {
  if (!cell) return { text: centred('·'), tone: 'quiet' };
  const count = String(cell.claims.length);
  return { text: centred(isChosen ? `[${count}]` : count), tone: isChosen ? 'accent' : 'plain' };
}

function centred(text: string): string {
  const left = Math.floor((COLUMN - text.length) / 2);
  return padTo(' '.repeat(left) + text, COLUMN);
}

function tellingLines(map: LedgerMap, highlight: number, width: number): Line[] {
  const chosen = map.cells[highlight];
  return [
    ...(chosen ? wrapLines(cellText(chosen), width) : []),
    ...wrapLines(mapText(map), width, 'quiet').map((row) => ({ ...row, gives: 'aside' as const })),
  ];
}

/** What stands in a cell: each claim, with the sentence that proves it. */
export function cellBody(cell: MapCell, record: CourseRecord, width: number): Body {
  const sentences = record.passages.flatMap((passage) => passage.sentences);
  return {
    before: [
      ...wrapLines(cellText(cell), width, 'strong'),
      ...cell.claims.flatMap((claim) => [
        GAP,
        ...wrapLines(claimText(claim, record), width),
        ...hangLines(
          { text: '  ▌ ', tone: 'accent' },
          sentences.find(({ id }) => id === claim.sentence)?.text ?? '',
          width,
          'quiet',
          '  ▌ ',
        ),
      ]),
    ],
    items: [],
    after: [],
    footer: [SCROLL, TO_CELLS, HELP, QUIT],
  };
}
