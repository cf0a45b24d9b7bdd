import xterm from '@xterm/headless';
import { rowsOn } from '../../support/screen.js';

/** What Ink writes after each frame (synchronized output). */
const FRAME_END = '\x1b[?2026l';

/** How many verdicts of the drill a terminal of 80 by 24 has shown, given everything that it received. */
export async function verdictsShown(output: string): Promise<number> {
  const screen = new xterm.Terminal({ cols: 80, rows: 24, allowProposedApi: true });
  const rounds = new Set<string>();
  const frames = output.split(FRAME_END);
  const unfinished = frames.length - 1;
  let wasVerdict = false;
  for (const [n, frame] of frames.entries()) {
    await new Promise<void>((resolve) => screen.write(frame, resolve));
    const text = rowsOn(screen).join('\n');
    const isVerdict = /✓ Right|✗ Not this time/.test(text);
    // A kill can cut the last frame off: the next round's number is then above the verdict before.
    const isOld = n === unfinished && wasVerdict;
    // Each round has a number, so a verdict that is drawn twice counts once.
    if (isVerdict && !isOld) rounds.add(/closed book.*?(\d+)/.exec(text)?.[1] ?? '');
    wasVerdict = isVerdict;
  }
  return rounds.size;
}
