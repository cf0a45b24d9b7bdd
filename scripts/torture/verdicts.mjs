import xterm from '@xterm/headless';

/** What ends a frame: what is between is no screen yet. */
export const FRAME_END = '\x1b[?2026l';

/** How many verdicts somebody at a terminal has seen, from all that it was sent: each once, however long it stood. */
export async function verdictsIn(output, { cols, rows }) {
  const screen = new xterm.Terminal({ cols, rows, allowProposedApi: true });
  let seen = 0;
  let last = '';
  for (const frame of output.split(FRAME_END)) {
    await new Promise((resolve) => screen.write(frame, resolve));
    const now = textOf(screen);
    if (!/✓ Right|✗ Not this time/.test(now)) continue;
    if (questionOf(now) !== last) seen += 1;
    last = questionOf(now);
  }
  return seen;
}

/** The rounds are numbered: help may stand over a verdict meanwhile. */
const questionOf = (text) => /closed book.*?(\d+)/.exec(text)?.[1] ?? '';

function textOf({ rows, buffer: { active } }) {
  const row = (y) => active.getLine(active.viewportY + y)?.translateToString(true) ?? '';
  return Array.from({ length: rows }, (_, y) => row(y)).join('\n');
}
