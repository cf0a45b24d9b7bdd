import type { AttributionMap, MapCell, MapRow } from '../../core/course/attribution-map.js';
import { MAP_KINDS, type MapKind } from '../../core/course/attribution-map.js';
import { sentenceText } from '../../core/course/evidence.js';
import type { CourseMaterial } from '../../core/course/ledger.js';
import {
  actorText,
  cellText,
  cellTitle,
  KIND_NAMES,
  MAP_ABOUT,
  mapText,
  sideText,
  tellersText,
} from '../../core/messages/ledger.js';
import { claimText } from '../../core/messages/verdict.js';
import { HELP, MOVE, MOVE_ON_MAP, OPEN_CELL, QUIT, SCROLL, TO_CELLS } from '../keys/footer-keys.js';
import { GRID_WIDTH } from '../keys/map-navigation.js';
import { GAP, type Line, line, POINTER_WIDTH, type Span } from '../layout/line.js';
import type { FooterKey, Page } from '../layout/page.js';
import { cut, hangLines, padTo, wrapLines } from '../layout/wrap.js';

type MapProps = {
  readonly map: AttributionMap;
  /** The highlighted cell, from 0. */
  readonly highlight: number;
  /** The key that goes back. */
  readonly leave: FooterKey;
};

type MapBody = Pick<Page, 'before' | 'items' | 'after' | 'footer'>;

/** The attribution map: actors, kinds of act, and the sources that report them. A grid, or a list in a narrow window. */
export function mapPage(props: MapProps, width: number): MapBody {
  const { map, leave } = props;
  if (map.cells.length === 0)
    return { before: wrapLines(mapText(map), width), items: [], after: [], footer: [HELP, leave] };
  return width >= GRID_WIDTH ? gridBody(props, width) : listBody(props, width);
}

const aboutLines = (width: number): Line[] => [...wrapLines(MAP_ABOUT, width), GAP];

/** Each entry names its sources, since a narrow window has no room to name them below the list. */
function listBody({ map, leave }: MapProps, width: number): MapBody {
  const room = width - POINTER_WIDTH;
  return {
    before: aboutLines(width),
    items: map.cells.map((cell) => ({
      id: `${cell.actor} ${cell.kind}`,
      lines: [
        ...wrapLines(cellTitle(cell), room),
        ...hangLines({ text: '  ', tone: 'plain' }, tellersText(cell), room),
      ],
    })),
    after: [GAP, ...wrapLines(mapText(map), width)],
    footer: [MOVE, OPEN_CELL, HELP, leave],
  };
}

function gridBody({ map, highlight, leave }: MapProps, width: number): MapBody {
  const highlighted = map.cells[highlight];
  return {
    before: [
      ...aboutLines(width),
      headLine(),
      ...map.sides.flatMap(({ side, rows }) => [
        line(sideText(side)),
        ...rows.map((row) => rowLine(row, highlighted)),
      ]),
      GAP,
      ...sourceLines(map, highlight, width),
    ],
    items: [],
    after: [],
    footer: [MOVE_ON_MAP, OPEN_CELL, HELP, leave, QUIT],
  };
}

/** A column's width: its name and one space. The actors' names take the rest. */
const columnOf = (kind: MapKind): number => KIND_NAMES[kind].column.length + 1;
const NAMES = GRID_WIDTH - MAP_KINDS.reduce((sum, kind) => sum + columnOf(kind), 0);

const headLine = (): Line => ({
  spans: [
    { text: ' '.repeat(NAMES), tone: 'plain' },
    ...MAP_KINDS.map((kind) => ({
      text: KIND_NAMES[kind].column.padStart(columnOf(kind)),
      tone: 'plain' as const,
    })),
  ],
});

function rowLine({ actor, cells }: MapRow, highlighted: MapCell | undefined): Line {
  const name = padTo(`  ${cut(actorText(actor), NAMES - 2)}`, NAMES);
  return {
    spans: [
      { text: name, tone: 'plain' },
      ...MAP_KINDS.map((kind) => {
        const cell = cells.find((candidate) => candidate.kind === kind);
        return cellSpan(kind, cell, cell !== undefined && cell === highlighted);
      }),
    ],
  };
}

/** Brackets mark the highlighted cell, for terminals without colour. */
function cellSpan(kind: MapKind, cell: MapCell | undefined, isHighlighted: boolean): Span {
  const width = columnOf(kind);
  if (!cell) return { text: centred('·', width), tone: 'plain' };
  const count = String(cell.claims.length);
  return {
    text: centred(isHighlighted ? `[${count}]` : count, width),
    tone: isHighlighted ? 'strong' : 'plain',
  };
}

/** Centres a text in its column. An odd space goes to the left. */
function centred(text: string, width: number): string {
  const left = Math.ceil((width - text.length) / 2);
  return padTo(' '.repeat(left) + text, width);
}

function sourceLines(map: AttributionMap, highlight: number, width: number): Line[] {
  const highlighted = map.cells[highlight];
  return [
    ...(highlighted ? wrapLines(cellText(highlighted), width) : []),
    ...wrapLines(mapText(map), width).map((row): Line => ({ ...row, dropAs: 'aside' })),
  ];
}

/** The claims of a cell, each with the sentence that proves it. */
export function cellPage(cell: MapCell, material: CourseMaterial, width: number): MapBody {
  return {
    before: [
      ...wrapLines(cellText(cell), width, 'strong'),
      ...cell.claims.flatMap((claim) => [
        GAP,
        ...wrapLines(claimText(claim, material), width),
        ...hangLines(
          { text: '  ▌ ', tone: 'accent' },
          sentenceText(claim, material),
          width,
          'plain',
          '  ▌ ',
        ),
      ]),
    ],
    items: [],
    after: [],
    footer: [SCROLL, TO_CELLS, HELP, QUIT],
  };
}
