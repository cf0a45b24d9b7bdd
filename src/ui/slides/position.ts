import type { Key } from 'ink';
import { BINDINGS } from '../../core/messages/bindings.js';
import type { Layout } from '../layout/fit.js';
import type { Slide } from './slide.js';

/** Where a facilitator is in the slides. */
export type Position = {
  /** The slide's index, from 0. After the last slide comes the end. */
  readonly index: number;
  /** Whether the slide shows which answer is right, and why. */
  readonly isRevealed: boolean;
  /** The first row in view, from 0. */
  readonly scroll: number;
  /** What covers the slide until it is closed. */
  readonly cover?: Cover;
  /** The digits of a question's number, if more can follow. */
  readonly typed?: string;
  /** The number of a question without a slide, until the next key. */
  readonly missing?: number;
  /** Whether the last digit went to the question at once. Enter after it must not show the answer. */
  readonly needsNoEnter?: true;
};

export type CoverName = 'passage' | 'help';

type Cover = { readonly page: CoverName; readonly scroll: number };

export const FIRST: Position = { index: 0, isRevealed: false, scroll: 0 };

export type InView = {
  /** The layout of the page in view. */
  readonly layout: Layout;
  readonly slides: readonly Slide[];
};

/** @returns where a key leads; undefined if it leaves the slides */
export function afterKey(
  from: Position,
  input: string,
  key: Key,
  context: InView,
): Position | undefined {
  if (key.ctrl || key.meta) return from;
  const { needsNoEnter, ...now } = from;
  if (needsNoEnter && key.return) return now;
  const { typed = '', missing: _, ...calm } = now;
  if (/^\d$/.test(input)) {
    if (isMistake(from, input, context)) return from;
    return digitsTyped(calm, typed + input, context);
  }
  const corrected = typed === '' ? undefined : whileTyping(calm, typed, input, key, context);
  if (corrected) return corrected;
  if (input === BINDINGS.quit.keys) return undefined;
  const opened = COVERS.get(input);
  if (opened) return covered(calm, opened, context);
  return (calm.cover ? onCover : onSlide)(calm, input, key, context);
}

/** @returns undefined if the key has nothing to do with the number */
function whileTyping(
  from: Position,
  typed: string,
  input: string,
  key: Key,
  context: InView,
): Position | undefined {
  if (input === ' ' || key.return) return jump(from, Number(typed), context);
  if (key.escape) return from;
  if (!key.backspace && !key.delete) return undefined;
  return typed.length > 1 ? { ...from, typed: typed.slice(0, -1) } : from;
}

const COVERS: ReadonlyMap<string, CoverName> = new Map([
  [BINDINGS.lookBack.keys, 'passage'],
  [BINDINGS.help.keys, 'help'],
]);

/** Whether a digit after a digit makes no number of a question. In front of everyone, it is ignored. */
const isMistake = (
  { typed, needsNoEnter }: Position,
  input: string,
  { slides }: InView,
): boolean =>
  typed === undefined
    ? needsNoEnter === true && input === '0'
    : Number(typed + input) > (slides[0]?.questions ?? 0);

/** Goes to the question at once, unless another digit could make the number of another question. */
function digitsTyped(from: Position, typed: string, context: InView): Position {
  const number = Number(typed);
  const canGrow = number > 0 && number * 10 <= (context.slides[0]?.questions ?? 0);
  return canGrow ? { ...from, typed } : { ...jump(from, number, context), needsNoEnter: true };
}

function jump(from: Position, number: number, { slides }: InView): Position {
  const index = slides.findIndex(({ report }) => report.number === number);
  return index < 0 ? { ...from, missing: number } : { ...FIRST, index };
}

/** The same key closes a cover again. The end has no passage. */
function covered(from: Position, page: CoverName, { slides }: InView): Position {
  const { cover, ...open } = from;
  if (cover?.page === page || (page === 'passage' && from.index >= slides.length)) return open;
  return { ...open, cover: { page, scroll: 0 } };
}

function onCover(from: Position, input: string, key: Key, { layout }: InView): Position {
  const { cover, ...open } = from;
  if (!cover || key.escape || isBack(key)) return open;
  const scroll = scrolled(input, key, layout) ?? layout.offset + pages(input, key, layout);
  return { ...open, cover: { ...cover, scroll: within(scroll, layout) } };
}

function onSlide(
  from: Position,
  input: string,
  key: Key,
  { layout, slides }: InView,
): Position | undefined {
  if (key.escape) return undefined;
  if (isBack(key)) return back(from);
  const scroll = scrolled(input, key, layout);
  if (scroll !== undefined) return { ...from, scroll: within(scroll, layout) };
  const rows = pages(input, key, layout);
  if (rows > 0 && layout.offset >= layout.lastOffset) return forward(from, slides.length);
  if (rows < 0 && layout.offset === 0) return back(from);
  return { ...from, scroll: within(layout.offset + rows, layout) };
}

const isBack = (key: Key): boolean => key.leftArrow || key.backspace || key.delete;

/** Where a key scrolls to, if it does nothing else. */
function scrolled(input: string, key: Key, { offset, lastOffset }: Layout): number | undefined {
  if (key.downArrow || input === 'j') return offset + 1;
  if (key.upArrow || input === 'k') return offset - 1;
  if (key.home) return 0;
  return key.end ? lastOffset : undefined;
}

/** Rows to page by, forward or back; 0 if the key does not page. */
function pages(input: string, key: Key, { bodyHeight }: Layout): number {
  const rows = Math.max(1, bodyHeight - 1);
  if (input === ' ' || key.return || key.rightArrow || key.pageDown) return rows;
  return key.pageUp ? -rows : 0;
}

const within = (scroll: number, { lastOffset }: Layout): number =>
  Math.max(0, Math.min(scroll, lastOffset));

/** The answer, the next slide, and after the last one the end. */
function forward(from: Position, of: number): Position {
  if (from.index >= of) return from;
  return from.isRevealed
    ? { ...FIRST, index: from.index + 1 }
    : { ...FIRST, index: from.index, isRevealed: true };
}

function back({ index, isRevealed }: Position): Position {
  if (isRevealed) return { ...FIRST, index };
  return index > 0 ? { ...FIRST, index: index - 1, isRevealed: true } : FIRST;
}
