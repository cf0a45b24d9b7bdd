import { orderedChoices } from '../../core/choice-order.js';
import { markedPassages } from '../../core/course/evidence.js';
import { mostTookText, rightText } from '../../core/messages/room-report.js';
import { evidenceHeading } from '../../core/messages/verdict.js';
import { counted } from '../../core/text/english.js';
import { askedOf } from '../../core/views/asked.js';
import { BACK, NEXT, QUIT } from '../keys/footer-keys.js';
import { barSpans } from '../layout/bar.js';
import { GAP, type Line, line, lineWidth } from '../layout/line.js';
import type { Page } from '../layout/page.js';
import { hangLines, wrapLines } from '../layout/wrap.js';
import { NO_BREAK, wrapSpans } from '../layout/wrap-spans.js';
import type { Slide } from './slide.js';

export type SlidePlace = {
  /** The slide's index, from 0. */
  readonly index: number;
  readonly of: number;
  /** Whether the slide reveals which answer is right, and why. */
  readonly isRevealed: boolean;
};

/** A question with the room's answers. When `isRevealed`, also the key and the sentences that prove it. */
export function slidePage(
  slide: Slide,
  { index, of, isRevealed }: SlidePlace,
  width: number,
): Page {
  const { report } = slide;
  return {
    id: `${report.check} ${isRevealed}`,
    // The number of right answers would give the key away.
    title: isRevealed ? rightText(report) : counted(report.answered, 'answer'),
    where: `${index + 1} of ${of}`,
    whereShort: `${index + 1}/${of}`,
    done: (index + (isRevealed ? 1 : 0)) / of,
    before: [
      ...questionLines(slide, width),
      GAP,
      ...choiceLines(slide, isRevealed, width),
      ...(isRevealed ? proofLines(slide, width) : []),
    ],
    items: [],
    after: [],
    footer: [
      {
        ...NEXT,
        label: isRevealed ? (index + 1 < of ? NEXT.label : 'end') : 'the answer',
      },
      BACK,
      QUIT,
    ],
  };
}

/** A row of a sort board and a question in the text need more than their stem where they stand alone. */
function questionLines({ report: { item }, material }: Slide, width: number): Line[] {
  const { stem, about } = askedOf(item, material);
  return [
    ...wrapLines(stem, width, 'strong'),
    ...(about === undefined
      ? []
      : [GAP, ...wrapSpans([{ text: heldTogether(about, width), tone: 'plain' }], width)]),
  ];
}

/** Choices in the text, such as "[3 limiting]": each in one row if it fits. */
const heldTogether = (about: string, width: number): string =>
  about.replace(/\[[^\]]*\]/g, (choice) =>
    lineWidth(line(choice)) <= width ? choice.replaceAll(' ', NO_BREAK) : choice,
  );

/** Bars as wide as the text, so that the last row of seats can see the difference. */
function choiceLines(
  { report: { item, choices, answered }, seed }: Slide,
  isRevealed: boolean,
  width: number,
): Line[] {
  return orderedChoices(item, seed).flatMap(({ id, text }, i) => {
    const { count = 0, share = 0, isKey } = choices.find((choice) => choice.id === id) ?? {};
    const lead = `${i + 1} ${isRevealed ? (isKey ? '✓ ' : '✗ ') : '  '}`;
    const tone = isRevealed ? (isKey ? 'good' : 'bad') : 'plain';
    const room = width - 4 - String(answered).length - 2;
    return [
      ...hangLines({ text: lead, tone }, text, width),
      {
        spans: [
          { text: '    ', tone: 'plain' as const },
          ...barSpans(share, room),
          { text: `  ${count}`, tone: 'plain' as const },
        ],
      },
      GAP,
    ];
  });
}

function proofLines({ report, material }: Slide, width: number): Line[] {
  const { item } = report;
  const most = mostTookText(report);
  return [
    ...(most === undefined ? [] : [...wrapLines(most, width), GAP]),
    ...markedPassages(item, material).flatMap((marked) => [
      line(evidenceHeading(marked)),
      ...marked.sentences
        .filter((sentence) => sentence.marked)
        .flatMap(({ sentence }) =>
          hangLines({ text: '▌ ', tone: 'accent' }, sentence.text, width, 'plain', '▌ '),
        ),
    ]),
  ];
}
