import xterm from '@xterm/headless';
import { rowsOn } from '../../support/screen.js';

/** What Ink writes after each frame (synchronized output). */
const FRAME_END = '\x1b[?2026l';

/** How many verdicts of the drill a terminal of 80 by 24 has shown, given everything that it received. */
export async function verdictsShown(output: string): Promise<number> {
  const screen = new xterm.Terminal({ cols: 80, rows: 24, allowProposedApi: true });
  const rounds = new Set<string>();
  for (const frame of output.split(FRAME_END)) {
    await new Promise<void>((resolve) => screen.write(frame, resolve));
    const text = rowsOn(screen).join('\n');
    // Each round has a number, so a verdict that is drawn twice counts once.
    if (/✓ Right|✗ Not this time/.test(text))
      rounds.add(/closed book.*?(\d+)/.exec(text)?.[1] ?? '');
  }
  return rounds.size;
}
