import type { HostStop, HostView } from '../../core/views/live-room/host-view.js';
import type { PassageView } from '../../core/views/live-room/person-view.js';
import { GAP, type Line } from '../layout/line.js';
import { wrapLines } from '../layout/wrap.js';
import { choiceLines, headingLines, statementLines } from './choice-lines.js';
import { verdictLines } from './verdict-lines.js';

/** What everyone is at: a question with its choices, a sort board, or a text to read. */
export function stopLines({ message }: HostView, stop: HostStop, width: number): Line[] {
  return [
    ...wrapLines(`${stop.label} · ${message}`, width),
    GAP,
    ...(stop.stem === undefined ? [] : [...wrapLines(stop.stem, width, 'strong'), GAP]),
    ...askedLines(stop, width),
  ];
}

function askedLines({ kind, passages, rows }: HostStop, width: number): Line[] {
  if (kind === 'text') return passageLines(passages, width);
  if (kind === 'question') return rows.flatMap((row) => questionLines(row, width));
  const [first] = rows;
  return [
    ...(first ? [...headingLines(first.choices, width), GAP] : []),
    ...rows.flatMap((row) => [...statementLines(row, width), ...reasonsOf(row, width)]),
  ];
}

const questionLines = (row: HostStop['rows'][number], width: number): Line[] => [
  ...(row.about === undefined ? [] : [...wrapLines(row.about, width), GAP]),
  ...choiceLines(row, width),
  ...verdictLines(row, width),
];

function reasonsOf(row: HostStop['rows'][number], width: number): Line[] {
  const lines = verdictLines(row, width);
  return lines.length === 0 ? [] : [GAP, ...lines, GAP];
}

/** Passages, as we retell them. */
export const passageLines = (passages: readonly PassageView[], width: number): Line[] =>
  passages.flatMap(({ heading, sentences }, i) => [
    ...(i > 0 ? [GAP] : []),
    ...wrapLines(heading, width),
    ...wrapLines(sentences.map(({ text }) => text).join(' '), width),
  ]);
