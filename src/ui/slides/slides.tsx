import { useInput, usePaste, useWindowSize } from 'ink';
import { type ReactElement, useRef, useState } from 'react';
import { Glyphs } from '../components/glyphs.js';
import { MakeRoom } from '../components/make-room.js';
import { PageView } from '../components/page-view.js';
import { isTooSmall, slideWidth } from '../layout/window.js';
import { arranged } from './page-at.js';
import { afterKey, FIRST } from './position.js';
import type { SlideShow, Slides } from './slide.js';

type Props = SlideShow & Pick<Slides, 'glyphs'> & { readonly quit: () => void };

/** A room's answers, one question at a time, for a projector. */
export function Present({ glyphs, quit, ...show }: Props): ReactElement | null {
  const size = useWindowSize();
  const [drawn, setDrawn] = useState(FIRST);
  // Keys can come faster than frames. Each key starts from the position after the previous key.
  const position = useRef(FIRST);
  useInput((input, key) => {
    if (isTooSmall(size)) return input === 'q' || key.escape ? quit() : undefined;
    const { layout } = arranged(position.current, show, size);
    const to = afterKey(position.current, input, key, { layout, slides: show.slides });
    if (!to) return quit();
    position.current = to;
    setDrawn(to);
  });
  usePaste(() => {});
  if (isTooSmall(size)) return <MakeRoom {...size} instead="--html" />;
  const { page, layout } = arranged(drawn, show, size);
  return (
    <Glyphs value={glyphs}>
      <PageView page={page} layout={layout} width={slideWidth(size)} highlight={0} glides={false} />
    </Glyphs>
  );
}
