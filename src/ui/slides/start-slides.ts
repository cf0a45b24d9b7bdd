import { takeOverTerminal } from '../terminal/take-over.js';
import type { LeaveReason } from '../terminal/terminal.js';
import type { Slides } from './slide.js';

/** Shows the slides until the facilitator leaves them. */
export const startSlides = (slides: Slides): Promise<LeaveReason> =>
  takeOverTerminal(slides, async (keys, quit) => {
    const { showSlides } = await import('./run-slides.js');
    return showSlides(slides, keys, quit);
  });
