import { type Key, useInput, usePaste, useWindowSize } from 'ink';
import { type ReactElement, useRef, useState } from 'react';
import type { Size } from '../../core/window.js';
import { Glyphs } from '../components/glyphs.js';
import { MakeRoom } from '../components/make-room.js';
import { PageView } from '../components/page-view.js';
import { type Layout, layOut } from '../layout/fit.js';
import { isTooSmall, textWidth } from '../layout/window.js';
import type { Slides } from './slide.js';
import { type SlidePlace, slidePage } from './slide-page.js';

type Props = Pick<Slides, 'slides' | 'glyphs'> & { readonly quit: () => void };

type SlidePosition = Omit<SlidePlace, 'of'> & { readonly scroll: number };

const FIRST: SlidePosition = { index: 0, isRevealed: false, scroll: 0 };

/** A room's answers, one question at a time, for a projector. */
export function Present({ slides, glyphs, quit }: Props): ReactElement | null {
  const size = useWindowSize();
  const [drawn, setDrawn] = useState(FIRST);
  // Keys can come faster than frames. Each key starts from the position after the previous key.
  const position = useRef(FIRST);
  useInput((input, key) => {
    const layout = layoutOf(position.current, slides, size);
    const to = isEnd(input, key)
      ? undefined
      : moved(position.current, input, key, layout, slides.length);
    if (!to) return quit();
    position.current = { ...to, scroll: layoutOf(to, slides, size)?.offset ?? 0 };
    setDrawn(position.current);
  });
  usePaste(() => {});
  const slide = slides[drawn.index];
  if (!slide || isTooSmall(size)) return <MakeRoom {...size} instead="--html" />;
  const width = textWidth(size);
  const page = slidePage(slide, { ...drawn, of: slides.length }, width);
  const layout = layOut(page, size, { highlight: 0, scroll: drawn.scroll }, []);
  return (
    <Glyphs value={glyphs}>
      <PageView page={page} layout={layout} width={width} highlight={0} glides={false} />
    </Glyphs>
  );
}

const isEnd = (input: string, key: Key): boolean => input === 'q' || key.escape;

/** Returns undefined after the last slide. Pages through an overflowing slide before advancing. */
function moved(
  from: SlidePosition,
  input: string,
  key: Key,
  layout: Layout | undefined,
  of: number,
): SlidePosition | undefined {
  const isMore = layout !== undefined && layout.offset < layout.lastOffset;
  const page = Math.max(1, (layout?.bodyHeight ?? 1) - 1);
  if (input === ' ' || key.return || key.rightArrow || key.pageDown)
    return isMore ? { ...from, scroll: from.scroll + page } : forward(from, of);
  if (key.leftArrow || key.backspace || key.delete || key.pageUp) return back(from);
  if (key.downArrow || input === 'j') return { ...from, scroll: from.scroll + 1 };
  if (key.upArrow || input === 'k') return { ...from, scroll: Math.max(0, from.scroll - 1) };
  return from;
}

function forward({ index, isRevealed }: SlidePosition, of: number): SlidePosition | undefined {
  if (!isRevealed) return { index, isRevealed: true, scroll: 0 };
  return index + 1 < of ? { index: index + 1, isRevealed: false, scroll: 0 } : undefined;
}

function back({ index, isRevealed }: SlidePosition): SlidePosition {
  if (isRevealed) return { index, isRevealed: false, scroll: 0 };
  return index > 0 ? { index: index - 1, isRevealed: true, scroll: 0 } : FIRST;
}

/** The layout of the slide at a position. Undefined if the window is too small. */
function layoutOf(
  position: SlidePosition,
  slides: Slides['slides'],
  size: Size,
): Layout | undefined {
  const slide = slides[position.index];
  if (!slide || isTooSmall(size)) return undefined;
  const page = slidePage(slide, { ...position, of: slides.length }, textWidth(size));
  return layOut(page, size, { highlight: 0, scroll: position.scroll }, []);
}
