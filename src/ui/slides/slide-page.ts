import { orderedChoices } from '../../core/choice-order.js';
import { markedPassages } from '../../core/course/evidence.js';
import { mostTookText, rightText } from '../../core/messages/room-report.js';
import { evidenceHeading } from '../../core/messages/verdict.js';
import { counted } from '../../core/text/english.js';
import { BACK, QUIT } from '../keys/footer-keys.js';
import { barSpans } from '../layout/bar.js';
import { GAP, type Line, line } from '../layout/line.js';
import type { Page } from '../layout/page.js';
import { hangLines, wrapLines } from '../layout/wrap.js';
import type { Slide } from './slide.js';

export type SlidePlace = {
  /** From 0. */
  readonly at: number;
  readonly of: number;
  /** Whether it is shown which answer is right, and why. */
  readonly isTold: boolean;
};

/** One question with what the room chose; then which answer is right, with the sentence to read out. */
export function slidePage(slide: Slide, { at, of, isTold }: SlidePlace, width: number): Page {
  const { report } = slide;
  return {
    id: `${report.check} ${isTold}`,
    // How many were right would give the answer away.
    title: isTold ? rightText(report) : counted(report.answered, 'answer'),
    where: `${at + 1} of ${of}`,
    whereShort: `${at + 1}/${of}`,
    done: (at + (isTold ? 1 : 0)) / of,
    before: [
      ...wrapLines(report.item.stem, width, 'strong'),
      GAP,
      ...choiceLines(slide, isTold, width),
      ...(isTold ? toldLines(slide, width) : []),
    ],
    items: [],
    after: [],
    footer: [
      {
        keys: 'space',
        label: isTold ? (at + 1 < of ? 'next' : 'end') : 'the answer',
        weight: 9,
        goesOn: true,
      },
      BACK,
      QUIT,
    ],
  };
}

/** As wide as the text, so that the difference is seen from the last row of seats. */
function choiceLines(
  { report: { item, choices, answered }, seed }: Slide,
  isTold: boolean,
  width: number,
): Line[] {
  return orderedChoices(item, seed).flatMap(({ id, text }, i) => {
    const { count = 0, share = 0, isKey } = choices.find((one) => one.id === id) ?? {};
    const lead = `${i + 1} ${isTold ? (isKey ? '✓ ' : '✗ ') : '  '}`;
    const tone = isTold ? (isKey ? 'good' : 'bad') : 'quiet';
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

function toldLines({ report: { item, misreading }, material }: Slide, width: number): Line[] {
  return [
    ...(misreading ? [...wrapLines(mostTookText(misreading), width), GAP] : []),
    ...markedPassages(item, material).flatMap((marked) => [
      line(evidenceHeading(marked), 'quiet'),
      ...marked.sentences
        .filter((one) => one.marked)
        .flatMap(({ sentence }) =>
          hangLines({ text: '▌ ', tone: 'accent' }, sentence.text, width, 'plain', '▌ '),
        ),
    ]),
  ];
}
