import { type Key, useInput, usePaste, useWindowSize } from 'ink';
import { type ReactElement, useRef, useState } from 'react';
import { Glyphs } from '../components/glyphs.js';
import { MakeRoom } from '../components/make-room.js';
import { PageView } from '../components/page-view.js';
import { type Layout, layOut } from '../layout/fit.js';
import { isTooSmall, type Size, textWidth } from '../layout/window.js';
import type { Slides } from './slide.js';
import { type SlidePlace, slidePage } from './slide-page.js';

type Props = Pick<Slides, 'slides' | 'glyphs'> & { readonly quit: () => void };

type SlidePosition = Omit<SlidePlace, 'of'> & { readonly scroll: number };

const FIRST: SlidePosition = { at: 0, isTold: false, scroll: 0 };

/** What a room made of its exercise, one question at a time, for a projector. */
export function Present({ slides, glyphs, quit }: Props): ReactElement | null {
  const size = useWindowSize();
  const [shown, setShown] = useState(FIRST);
  // Keys can come faster than frames: each goes on from where the one before has led.
  const now = useRef(FIRST);
  useInput((input, key) => {
    const view = viewOf(now.current, slides, size);
    const to = isEnd(input, key) ? undefined : moved(now.current, input, key, view, slides.length);
    if (!to) return quit();
    now.current = { ...to, scroll: viewOf(to, slides, size)?.offset ?? 0 };
    setShown(now.current);
  });
  usePaste(() => {});
  const slide = slides[shown.at];
  if (!slide || isTooSmall(size)) return <MakeRoom rows={size.rows} />;
  const width = textWidth(size);
  const page = slidePage(slide, { ...shown, of: slides.length }, width);
  const layout = layOut(page, size, { highlight: 0, scroll: shown.scroll }, []);
  return (
    <Glyphs value={glyphs}>
      <PageView page={page} layout={layout} width={width} highlight={0} glides={false} />
    </Glyphs>
  );
}

const isEnd = (input: string, key: Key): boolean => input === 'q' || key.escape;

/** Nothing behind the last. What does not fit is paged through before going on. */
function moved(
  at: SlidePosition,
  input: string,
  key: Key,
  view: Layout | undefined,
  of: number,
): SlidePosition | undefined {
  const isMore = view !== undefined && view.offset < view.lastOffset;
  const page = Math.max(1, (view?.bodyHeight ?? 1) - 1);
  if (input === ' ' || key.return || key.rightArrow || key.pageDown)
    return isMore ? { ...at, scroll: at.scroll + page } : forward(at, of);
  if (key.leftArrow || key.backspace || key.delete || key.pageUp) return back(at);
  if (key.downArrow || input === 'j') return { ...at, scroll: at.scroll + 1 };
  if (key.upArrow || input === 'k') return { ...at, scroll: Math.max(0, at.scroll - 1) };
  return at;
}

function forward({ at, isTold }: SlidePosition, of: number): SlidePosition | undefined {
  if (!isTold) return { at, isTold: true, scroll: 0 };
  return at + 1 < of ? { at: at + 1, isTold: false, scroll: 0 } : undefined;
}

function back({ at, isTold }: SlidePosition): SlidePosition {
  if (isTold) return { at, isTold: false, scroll: 0 };
  return at > 0 ? { at: at - 1, isTold: true, scroll: 0 } : FIRST;
}

/** How a slide lies in the window; nothing where the window is too small. */
function viewOf(at: SlidePosition, slides: Slides['slides'], size: Size): Layout | undefined {
  const slide = slides[at.at];
  if (!slide || isTooSmall(size)) return undefined;
  const page = slidePage(slide, { ...at, of: slides.length }, textWidth(size));
  return layOut(page, size, { highlight: 0, scroll: at.scroll }, []);
}
