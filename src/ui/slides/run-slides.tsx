import { draw } from '../terminal/draw.js';
import type { KeyStream } from '../terminal/key-stream.js';
import type { Drawing } from '../terminal/terminal.js';
import type { Slides } from './slide.js';
import { Present } from './slides.js';

/** Draws the slides of a room's report. */
export function showSlides(
  { slides, habit, glyphs, ...terminal }: Slides,
  keys: KeyStream,
  quit: () => void,
): Drawing {
  return draw(
    <Present slides={slides} habit={habit} glyphs={glyphs} quit={quit} />,
    terminal,
    keys,
  );
}
