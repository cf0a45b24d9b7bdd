import { orderedChoices } from '../../core/choice-order.js';
import { markedPassages } from '../../core/course/evidence.js';
import { ROUND_LABELS } from '../../core/messages/live-room/host.js';
import { secondAnswersTexts, secondVoteTexts } from '../../core/messages/live-room/second-vote.js';
import {
  handsTexts,
  mostTookText,
  questionOfText,
  rightText,
  SLIDE_LABELS,
} from '../../core/messages/room-report.js';
import { evidenceHeading } from '../../core/messages/verdict.js';
import type { CheckReport } from '../../core/room-report/report.js';
import { counted } from '../../core/text/english.js';
import { askedOf } from '../../core/views/asked.js';
import { BACK, HELP, LOOK, NEXT, QUIT, SCROLL } from '../keys/footer-keys.js';
import { barSpans } from '../layout/bar.js';
import { GAP, type Line, line, lineWidth, SOFT_GAP } from '../layout/line.js';
import type { FooterKey, Page } from '../layout/page.js';
import { isWide } from '../layout/window.js';
import { hangLines, wrapLines } from '../layout/wrap.js';
import { NO_BREAK, wrapSpans } from '../layout/wrap-spans.js';
import type { Slide } from './slide.js';

export type SlidePlace = {
  /** The slide's index, from 0. */
  readonly index: number;
  /** How many slides there are. */
  readonly of: number;
  /** Whether the slide reveals which answer is right, and why. */
  readonly isRevealed: boolean;
};

/** A question with the room's answers. When `isRevealed`, also the key and the sentences that prove it. */
export function slidePage(slide: Slide, place: SlidePlace, width: number): Page {
  const { report, questions, order } = slide;
  const { index, of, isRevealed } = place;
  // The number of right answers would give the key away.
  const result = isRevealed ? rightText(report) : counted(report.answered, 'answer');
  return {
    id: `${report.check} ${isRevealed}`,
    title: `${questionOfText(report, questions)} · ${result}`,
    // In a narrow window, the result is more useful.
    ...{ where: order, whereShort: '' },
    done: (index + (isRevealed ? 1 : 0)) / of,
    before: [
      ...questionLines(slide, width),
      GAP,
      ...choiceLines(slide, isRevealed, width),
      ...[...handsTexts(report), ...secondTexts(report, isRevealed)].flatMap((text) => [
        ...wrapLines(text, width),
        GAP,
      ]),
      ...(isRevealed ? proofLines(slide, width) : []),
    ],
    ...{ items: [], after: [] },
    footer: footerOf(slide, place),
  };
}

const footerOf = ({ questions }: Slide, { index, of, isRevealed }: SlidePlace): FooterKey[] => [
  { ...NEXT, ...(!isRevealed && { label: SLIDE_LABELS.answer }) },
  // Of the keys that do something, it goes first where the row is too short: people try an arrow anyway.
  ...(index > 0 || isRevealed ? [{ ...BACK, weight: 3 }] : []),
  { ...LOOK, label: SLIDE_LABELS.passage },
  ...toNumber(of, questions),
  HELP,
  { ...QUIT, weight: 5 },
  // The next key scrolls too.
  { ...SCROLL, weight: 2 },
];

/** @param of how many slides there are */
export const toNumber = (of: number, questions: number): FooterKey[] =>
  of > 1 ? [{ keys: `1-${questions}`, label: SLIDE_LABELS.number, weight: 7 }] : [];

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

const secondTexts = (report: CheckReport, isRevealed: boolean): string[] =>
  isRevealed ? secondVoteTexts(report) : secondAnswersTexts(report);

/** Choices in the text, such as "[3 limiting]": each in one row if it fits. */
const heldTogether = (about: string, width: number): string =>
  about.replace(/\[[^\]]*\]/g, (choice) =>
    lineWidth(line(choice)) <= width ? choice.replaceAll(' ', NO_BREAK) : choice,
  );

function choiceLines(
  { report: { item, choices, answered, second }, seed }: Slide,
  isRevealed: boolean,
  width: number,
): Line[] {
  const longest = String(Math.max(answered, second?.answered ?? 0)).length;
  return orderedChoices(item, seed).flatMap(({ id, text }, i) => {
    const { count = 0, share = 0, isKey } = choices.find((choice) => choice.id === id) ?? {};
    const lead = `${i + 1} ${isRevealed ? (isKey ? '✓ ' : '✗ ') : '  '}`;
    const tone = isRevealed ? (isKey ? 'good' : 'bad') : 'plain';
    const bars = second
      ? [
          barLine({ label: ROUND_LABELS[1], count, share }, longest, width),
          barLine({ label: ROUND_LABELS[2], ...voteOf(second, id) }, longest, width),
        ]
      : onlyBar({ count, share }, longest, width);
    return [...hangLines({ text: lead, tone }, text, width), ...bars, GAP];
  });
}

/** A count of people, and its share of all who answered, from 0 to 1. The label names the vote if there are two. */
type VoteBar = { readonly label?: string; readonly count: number; readonly share: number };

function voteOf(second: NonNullable<CheckReport['second']>, id: string): VoteBar {
  const count = second.counts.get(id) ?? 0;
  return { count, share: count / second.answered };
}

const LABEL_WIDTH = 13;

/** As wide as the text, so that the last row of seats can see the difference. @param longest digits of a count */
function barLine({ label, count, share }: VoteBar, longest: number, width: number): Line {
  const lead = `    ${label?.padEnd(LABEL_WIDTH) ?? ''}`;
  return {
    spans: [
      { text: lead, tone: 'plain' },
      ...barSpans(share, width - lead.length - longest - 2),
      { text: `  ${count}`, tone: 'plain' },
    ],
  };
}

/** Without a second vote, a wide bar is higher, too. */
function onlyBar(bar: VoteBar, longest: number, width: number): Line[] {
  const first = barLine(bar, longest, width);
  if (!isWide(width)) return [first];
  return [first, { spans: first.spans.slice(0, -1), dropAs: 'aside' }, SOFT_GAP];
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
