import { takeAlongText } from '../../core/messages/lesson.js';
import {
  AFTER_THE_END,
  EACH_NAMES_ONE,
  LAST_QUESTION,
  noSlideText,
  SLIDE_HELP_TITLE,
  SLIDE_KEYS,
  SLIDE_LABELS,
  SLIDES_END_TITLE,
  toQuestionText,
} from '../../core/messages/room-report.js';
import type { Size } from '../../core/window.js';
import { BACK, CLOSE, HELP, OPEN, QUIT, SCROLL } from '../keys/footer-keys.js';
import { type Layout, layOut } from '../layout/fit.js';
import { GAP, type Line, line } from '../layout/line.js';
import type { Page } from '../layout/page.js';
import { slideWidth } from '../layout/window.js';
import { hangLines, padTo, wrapLines } from '../layout/wrap.js';
import { passagePage } from './passage-page.js';
import type { Position } from './position.js';
import type { SlideShow } from './slide.js';
import { slidePage, toNumber } from './slide-page.js';

/** The page that is in view at a position, in its window. */
export function arranged(
  at: Position,
  show: SlideShow,
  size: Size,
): { readonly page: Page; readonly layout: Layout } {
  const width = slideWidth(size);
  const { before, ...rest } = pageAt(at, show, width);
  const isRoomy = fitsWithAnswer(pageAt({ ...at, isRevealed: true }, show, width), size);
  const page = { ...rest, before: isRoomy ? before : before.filter(isNeeded) };
  const { scroll } = at.cover ?? at;
  return { page, layout: layOut(page, size, { highlight: 0, scroll }, noticeAt(at, show, width)) };
}

const isNeeded = ({ dropAs }: Line): boolean => dropAs !== 'aside';

/** Otherwise bars would change when the answer appears, or when somebody types a number. */
function fitsWithAnswer(revealed: Page, size: Size): boolean {
  const { before, lastOffset } = layOut(revealed, size, { highlight: 0 }, [GAP]);
  return lastOffset === 0 && before.length === revealed.before.length;
}

export function pageAt(at: Position, show: SlideShow, width: number): Page {
  const page = at.cover?.page === 'help' ? helpPage(width) : openPage(at, show, width);
  return { ...page, fillsWindow: true, ...(at.typed !== undefined && { footer: TYPING }) };
}

const TYPING: Page['footer'] = [
  { ...OPEN, label: SLIDE_LABELS.go },
  { ...CLOSE, label: SLIDE_LABELS.cancel },
];

const questionsOf = ([slide]: SlideShow['slides']): number => slide?.questions ?? 0;

/** The number that is being typed, or that it has no slide. */
function noticeAt({ typed, missing }: Position, show: SlideShow, width: number): Line[] {
  if (typed !== undefined) return [line(toQuestionText(typed))];
  if (missing === undefined) return [];
  const text = noSlideText(missing, questionsOf(show.slides));
  return hangLines({ text: '! ', tone: 'bad' }, text, width);
}

function openPage(at: Position, show: SlideShow, width: number): Page {
  const slide = show.slides[at.index];
  if (!slide) return endPage(show, width);
  const place = { index: at.index, of: show.slides.length, isRevealed: at.isRevealed };
  return at.cover ? passagePage(slide, place, width) : slidePage(slide, place, width);
}

function endPage({ slides, habit }: SlideShow, width: number): Page {
  const texts = [...(habit ? [takeAlongText(habit)] : []), ...[EACH_NAMES_ONE, AFTER_THE_END]];
  return {
    ...{ id: 'end', title: SLIDES_END_TITLE, where: '', whereShort: '', done: 1 },
    before: [
      ...wrapLines(LAST_QUESTION, width, 'strong'),
      ...texts.flatMap((text) => [GAP, ...wrapLines(text, width)]),
    ],
    ...{ items: [], after: [] },
    footer: [SCROLL, BACK, ...toNumber(slides.length, questionsOf(slides)), HELP, QUIT],
  };
}

const KEY_COLUMN = 15;

const helpPage = (width: number): Page => ({
  ...{ id: 'help', title: SLIDE_HELP_TITLE, where: '', whereShort: '' },
  before: SLIDE_KEYS.flatMap(([keys, does]) =>
    hangLines({ text: padTo(keys, KEY_COLUMN), tone: 'strong' }, does, width),
  ),
  ...{ items: [], after: [] },
  footer: [SCROLL, CLOSE, QUIT],
});
