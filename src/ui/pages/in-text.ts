import type { Choice } from '../../core/course/course.js';
import type { CourseMaterial, Passage } from '../../core/course/ledger.js';
import { passageParts, sentenceParts, type TextPart } from '../../core/views/in-text.js';
import { GAP, type Line, POINTER_WIDTH, type Span } from '../layout/line.js';
import { NO_BREAK, withLead, wrapSpans } from '../layout/wrap-spans.js';
import { withParagraph } from './in-sight.js';

/** In a narrower page the choices are listed below the text. */
const IN_TEXT_WIDTH = 56;

export const hasRoomInText = (width: number): boolean => width >= IN_TEXT_WIDTH;

/** What the text shows of the choices. */
type Pointing = {
  /** The highlighted choice, from 0; -1 if there is none. */
  readonly highlight: number;
  /** The wrong choice of the first try, from 0; -1 if there is none. */
  readonly missed: number;
};

export const NO_POINTING: Pointing = { highlight: -1, missed: -1 };

const PLAIN_MARGIN: Span = { text: ' '.repeat(POINTER_WIDTH), tone: 'plain' };

/** The sentence of the question, with its choices numbered and in brackets. */
export function wordsLines(
  { choices, material }: WordsQuestion,
  pointing: Pointing,
  width: number,
): Line[] {
  const spans = sentenceParts(choices, material).flatMap((part) => partSpans(part, pointing));
  return wrapSpans(spans, width - POINTER_WIDTH).map((row) =>
    pointedRow({ ...row, spans: [PLAIN_MARGIN, ...row.spans] }),
  );
}

type WordsQuestion = {
  readonly choices: readonly Choice[];
  readonly material: CourseMaterial;
};

/** Pointers instead of the brackets show the highlight without colours, and the text does not move. */
function partSpans({ text, choice }: TextPart, { highlight, missed }: Pointing): Span[] {
  if (choice === undefined) return [{ text, tone: 'plain' }];
  const isPointed = choice === highlight;
  const mark: Span[] = choice === missed ? [{ text: `✗${NO_BREAK}`, tone: 'bad' }] : [];
  const [open, close] = isPointed ? ['❯', '❮'] : ['[', ']'];
  return [
    { text: open, tone: 'accent' },
    ...mark,
    { text: `${choice + 1}${NO_BREAK}`, tone: 'accent' },
    { text, tone: isPointed ? 'pointed' : 'plain' },
    { text: close, tone: 'accent' },
  ];
}

const pointedRow = (row: Line): Line =>
  row.spans.some(({ tone }) => tone === 'pointed') ? { ...row, isPointed: true } : row;

/** The passages, a sentence below the other. Those that can be chosen are numbered and in brackets. */
export const sentencesLines = (
  passages: readonly Passage[],
  choices: readonly Choice[],
  pointing: Pointing,
  width: number,
): Line[] =>
  passages.flatMap((passage, i) => [
    ...(i > 0 ? [GAP] : []),
    ...withParagraph(
      passageParts(passage, choices).flatMap((part) => sentenceLines(part, pointing, width)),
      passage.paragraph,
      width,
    ),
  ]);

function sentenceLines({ text, choice }: TextPart, pointing: Pointing, width: number): Line[] {
  const { highlight, missed } = pointing;
  const isPointed = choice !== undefined && choice === highlight;
  const isMissed = choice !== undefined && choice === missed;
  const lead: Span[] = [
    { text: isPointed ? '❯' : '', tone: 'accent' },
    { text: isMissed ? '✗' : '', tone: 'bad' },
    { text: ' '.repeat(POINTER_WIDTH - Number(isPointed) - Number(isMissed)), tone: 'plain' },
    {
      text: choice === undefined ? '   ' : `[${choice + 1} `,
      tone: 'accent',
    },
  ];
  const rows = wrapSpans(
    [
      { text, tone: isPointed ? 'pointed' : 'plain' },
      { text: choice === undefined ? '' : ']', tone: 'accent' },
    ],
    width - lead.reduce((sum, span) => sum + span.text.length, 0),
  );
  return withLead(lead, rows).map((row) => ({ ...row, ...(isPointed && { isPointed }) }));
}
