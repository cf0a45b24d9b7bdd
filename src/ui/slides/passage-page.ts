import { type MarkedPassage, markedPassages } from '../../core/course/evidence.js';
import { questionOfText, SLIDE_LABELS } from '../../core/messages/room-report.js';
import { DOWN, HELP, LOOK, QUIT, SCROLL } from '../keys/footer-keys.js';
import { GAP, type Line } from '../layout/line.js';
import type { Page } from '../layout/page.js';
import { hangLines, wrapLines } from '../layout/wrap.js';
import type { Slide } from './slide.js';
import { type SlidePlace, toNumber } from './slide-page.js';

/** Our retelling of the paragraphs with the evidence of a question. Marks the evidence only if it is `isRevealed`. */
export function passagePage(
  { report, material, questions, heading }: Slide,
  { of, isRevealed }: SlidePlace,
  width: number,
): Page {
  return {
    id: `${report.check} passage`,
    title: questionOfText(report, questions),
    ...{ where: SLIDE_LABELS.passage, whereShort: SLIDE_LABELS.passage },
    before: markedPassages(report.item, material).flatMap((marked, i) => [
      ...(i > 0 ? [GAP] : []),
      ...wrapLines(heading(marked.passage), width),
      GAP,
      ...(isRevealed ? markedLines(marked, width) : plainLines(marked, width)),
    ]),
    ...{ items: [], after: [] },
    footer: [
      DOWN,
      { ...LOOK, label: SLIDE_LABELS.question, weight: 9 },
      ...toNumber(of, questions),
      HELP,
      { ...QUIT, weight: 5 },
      { ...SCROLL, weight: 2 },
    ],
  };
}

const textOf = (sentences: MarkedPassage['sentences']): string =>
  sentences.map(({ sentence }) => sentence.text).join(' ');

/** As wide as the marked lines, so that the text stays where it is. */
const plainLines = ({ sentences }: MarkedPassage, width: number): Line[] =>
  hangLines({ text: '  ', tone: 'plain' }, textOf(sentences), width);

/** The evidence begins a line of its own, with a bar before it. */
const markedLines = ({ sentences }: MarkedPassage, width: number): Line[] =>
  runs(sentences).flatMap((run) =>
    run[0]?.marked
      ? hangLines({ text: '▌ ', tone: 'accent' }, textOf(run), width, 'strong', '▌ ')
      : hangLines({ text: '  ', tone: 'plain' }, textOf(run), width),
  );

/** The sentences in runs that are marked, or not. */
function runs(sentences: MarkedPassage['sentences']): MarkedPassage['sentences'][] {
  const starts = sentences.flatMap(({ marked }, i) =>
    marked === sentences[i - 1]?.marked ? [] : [i],
  );
  return starts.map((from, i) => sentences.slice(from, starts[i + 1]));
}
