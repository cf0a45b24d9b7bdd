import stringWidth from 'string-width';
import type { CourseMaterial } from '../../core/course/ledger.js';
import type { LearnerReport } from '../../core/learner-report/report.js';
import { REPORT_ABOUT } from '../../core/messages/report.js';
import { BAR_WIDTH } from '../../core/text/bar.js';
import {
  partsOf,
  type ReportPart,
  reportView,
  type ShareRow,
} from '../../core/views/learner-report.js';
import { HELP, QUIT, SCROLL, TO_MAP } from '../keys/footer-keys.js';
import { barSpans } from '../layout/bar.js';
import { GAP, type Line, line } from '../layout/line.js';
import type { FooterKey, PageBody } from '../layout/page.js';
import { cut, hangLines, padTo, wrapLines } from '../layout/wrap.js';

/**
 * Skills, traps, certainty, memory and lessons of a learner. In a wide window they are in two columns.
 * @param leave the key that goes back
 */
export function learnerReportPage(
  report: LearnerReport,
  material: CourseMaterial,
  leave: FooterKey,
  width: number,
): PageBody {
  const view = reportView(report, material);
  const about = [...wrapLines(REPORT_ABOUT, width), GAP];
  const { skills, memory, lessons, ...beside } = view;
  return {
    before: [...about, ...partsLines(partsOf(view), width)],
    items: [],
    after: [],
    columns: {
      before: [...about, ...partsLines([skills, memory, lessons], width)],
      beside: (room) => partsLines(Object.values(beside), room),
    },
    footer: [SCROLL, TO_MAP, HELP, leave, QUIT],
  };
}

const partsLines = (parts: readonly ReportPart[], width: number): Line[] =>
  parts.flatMap((part, i) => [...(i > 0 ? [GAP] : []), ...partLines(part, width)]);

const partLines = (part: ReportPart, width: number): Line[] => [
  line(part.heading, 'strong'),
  ...shareLines(part.shares ?? [], width),
  ...(part.points ?? []).flatMap(({ text, example }) => [
    ...hangLines({ text: '• ', tone: 'plain' }, text, width),
    ...(example === undefined ? [] : hangLines({ text: '  ', tone: 'plain' }, example, width)),
  ]),
  ...(part.texts ?? []).flatMap((text) => wrapLines(text, width)),
];

/** The least width of names beside their bars. */
const LEAST_NAMES = 16;

/** Names, bars and texts in columns. Without room for bars, only names and texts. */
function shareLines(rows: readonly ShareRow[], width: number): Line[] {
  const longest = (texts: readonly string[]): number =>
    Math.max(0, ...texts.map((text) => stringWidth(text)));
  const room = width - BAR_WIDTH - 4 - longest(rows.map(({ text }) => text));
  const names = Math.min(longest(rows.map(({ name }) => name)), room);
  return names < LEAST_NAMES && names === room
    ? rows.flatMap(({ name, text }) => wrapLines(`${name}: ${text}`, width))
    : rows.map((row) => barLine(row, names));
}

const barLine = ({ name, share, reached, text }: ShareRow, names: number): Line => ({
  spans: [
    { text: padTo(cut(name, names), names + 2), tone: 'plain' },
    ...barSpans(share, BAR_WIDTH, reached),
    { text: `  ${text}`, tone: 'plain' },
  ],
});
