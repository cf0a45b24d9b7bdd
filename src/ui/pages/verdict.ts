import stringWidth from 'string-width';
import type { Passage } from '../../core/course/ledger.js';
import type { MarkedText } from '../../core/course/marked-words.js';
import { YOUR_ANSWER } from '../../core/messages/verdict.js';
import type { Proof } from '../../core/views/proof.js';
import type { MarkedChoice, MoreOfVerdict, VerdictView } from '../../core/views/verdict.js';
import { BACK, HELP, HOME, LESS, MORE, NEXT, QUIT, WHO } from '../keys/footer-keys.js';
import { GAP, type Line, lineWidth, SOFT_GAP, type Span } from '../layout/line.js';
import type { PageBody } from '../layout/page.js';
import { hangLines, wrapLines } from '../layout/wrap.js';
import { wrapSpans } from '../layout/wrap-spans.js';
import { inSight } from './in-sight.js';
import { MARKS } from './marks.js';

export type VerdictProps = {
  readonly view: VerdictView;
  /** The passages that were in sight at the question. */
  readonly passages: readonly Passage[];
  readonly closedBook: boolean;
  /** Whether there is a step to go back to. */
  readonly inLesson: boolean;
  readonly more: boolean;
};

/**
 * The question with its marked choices, where they were on the question's page; then the verdict, the reasons and the
 * sentences that prove the key. `more` adds the rest, and the page opens there.
 */
export function verdictPage(
  { view, passages, closedBook, inLesson, more }: VerdictProps,
  width: number,
): PageBody {
  return {
    ...inSight(passages),
    before: [
      ...questionLines(view, width),
      GAP,
      ...headLines(view, width),
      ...reasonLines(view, width),
      ...(view.trap === undefined ? [] : [SOFT_GAP, ...wrapLines(view.trap, width)]),
      ...view.proofs.flatMap((proof) => [SOFT_GAP, ...proofLines(proof, width)]),
    ],
    items: [],
    after: more ? moreLines(view.more, width) : [],
    ...(more && { opensAfter: true }),
    footer: [
      NEXT,
      more ? LESS : MORE,
      ...(inLesson ? [BACK] : []),
      ...(closedBook ? [] : [WHO]),
      HELP,
      HOME,
      QUIT,
    ],
  };
}

function questionLines(view: VerdictView, width: number): Line[] {
  const { said, stem, statement, choices } = view;
  const rows = choices.map((choice) => choiceLines(choice, width));
  const isSpaced = rows.some(({ length }) => length > 1);
  return [
    ...(said === undefined ? [] : [...quoteLines(said, width), GAP]),
    ...wrapLines(stem, width, 'strong'),
    ...(statement === undefined ? [] : [GAP, ...quoteLines(statement, width)]),
    GAP,
    ...rows.flatMap((lines, i) => (isSpaced && i > 0 ? [SOFT_GAP, ...lines] : lines)),
  ];
}

const quoteLines = (text: string, width: number): Line[] =>
  hangLines({ text: '▌ ', tone: 'accent' }, text, width, 'plain', '▌ ');

/** The row of the question's page, with the mark in the place of the pointer. */
function choiceLines({ number, text, mark, isYours }: MarkedChoice, width: number): Line[] {
  const lead = MARKS[mark ?? 'none'];
  const rows = hangLines(
    { text: `${number}  `, tone: 'plain' },
    text,
    width - stringWidth(lead.text),
  ).map(({ spans }, i): Line => ({ spans: [i === 0 ? lead : MARKS.none, ...spans] }));
  return isYours ? atRight(rows, YOUR_ANSWER, width) : rows;
}

/** Adds a text at the right of the first row that has room for it, or else in a row of its own. */
function atRight(rows: readonly Line[], text: string, width: number): Line[] {
  const room = (row: Line): number => width - lineWidth(row) - stringWidth(text);
  const at = rows.findIndex((row) => room(row) >= 2);
  const target = rows[at] ?? { spans: [] };
  const added: Line = {
    spans: [...target.spans, { text: ' '.repeat(Math.max(room(target), 0)) + text, tone: 'plain' }],
  };
  return at < 0 ? [...rows, added] : rows.map((row, i) => (i === at ? added : row));
}

function headLines(
  { outcome, headline, corrected, surelyMissed }: VerdictView,
  width: number,
): Line[] {
  const head: Span = { text: headline, tone: 'strong' };
  return [
    { spans: outcome === 'unanswered' ? [head] : [MARKS[outcome], head] },
    ...(corrected === undefined ? [] : wrapLines(corrected, width)),
    ...(surelyMissed === undefined
      ? []
      : wrapLines(surelyMissed, width).map((row): Line => ({ ...row, dropAs: 'aside' }))),
  ];
}

/** After a right answer the headline already has the mark. */
function reasonLines({ outcome, reasons }: VerdictView, width: number): Line[] {
  const isMarked = outcome !== 'right' || reasons.length > 1;
  return reasons.flatMap(({ mark, text }) =>
    hangLines(MARKS[isMarked ? mark : 'none'], text, width),
  );
}

/** The sentences after a bar, the deciding words bold, and their place at the right of the last row. */
export function proofLines({ sentences, place }: Proof, width: number): Line[] {
  const bar: Span = { text: '  ▌', tone: 'accent' };
  const rows = sentences
    .flatMap((parts) => wrapSpans(parts.map(spanOf), width - stringWidth(bar.text)))
    .map(({ spans }): Line => ({ spans: [bar, ...spans] }));
  return [...rows.slice(0, -1), ...atRight(rows.slice(-1), place, width)];
}

const spanOf = ({ text, marked }: MarkedText): Span => ({
  text,
  tone: marked ? 'strong' : 'plain',
});

/** @param gap the empty row before each part */
export const moreLines = (
  { others, said, id }: MoreOfVerdict,
  width: number,
  gap: Line = GAP,
): Line[] => [
  ...others.flatMap(({ number, text, why }) => [
    gap,
    ...hangLines({ text: `  ${number}  `, tone: 'plain' }, text, width, 'strong'),
    ...hangLines({ text: '     ', tone: 'plain' }, why, width),
  ]),
  ...(said ? saidLines(said, width) : []),
  gap,
  ...wrapLines(id, width),
];

const saidLines = (
  { heading, statements, toCome }: NonNullable<MoreOfVerdict['said']>,
  width: number,
): Line[] => [
  GAP,
  ...wrapLines(heading, width),
  ...statements.flatMap((text) => hangLines({ text: '• ', tone: 'plain' }, text, width)),
  ...(toCome === undefined ? [] : wrapLines(toCome, width)),
];
