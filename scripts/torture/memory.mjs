import { setTimeout as later } from 'node:timers/promises';
import { memoryOf, tellsOfProcesses } from './process-state.mjs';
import { goneThrough } from './program.mjs';
import { openTerminal } from './terminal.mjs';
import { LONGEST } from './unread.mjs';

/** What may come to be in use while Node gets going, in megabytes. */
const MOST_GROWTH = 60;

const MOVES = '\x1b[B\x1b[A'.repeat(15);
const KEYS_A_ROUND = 33;

/** Thousands of keys, each seen by the program: what each leaves behind piles up. */
export const manyKeys = (rounds) => async (data) => {
  if (!tellsOfProcesses) return { notTried: 'nothing tells how much memory a process takes' };
  goneThrough(data);
  const terminal = openTerminal(['drill', '--data-dir', data], { rows: 50 }); // no page is longer
  try {
    await answerOnScreen(terminal, Math.ceil(rounds / 5));
    const early = memoryOf(terminal.pty.pid);
    await answerOnScreen(terminal, rounds);
    const growth = memoryOf(terminal.pty.pid) - early;
    if (growth <= MOST_GROWTH) return undefined;
    return { fault: `${growth.toFixed(0)} MB more after ${rounds * KEYS_A_ROUND} keys` };
  } finally {
    terminal.kill('SIGKILL');
    await terminal.ended;
  }
};

async function answerOnScreen(terminal, rounds) {
  for (let n = 0; n < rounds; n++) {
    terminal.write(`${MOVES}1\r`);
    await until(() => isVerdict(terminal), terminal);
    terminal.write(' ');
    await until(() => !isVerdict(terminal), terminal);
  }
}

const isVerdict = (terminal) => /✓ Right|✗ Not this time/.test(terminal.text());

async function until(isThere, terminal) {
  const last = performance.now() + LONGEST;
  while (!isThere()) {
    if (terminal.isEnded()) throw new Error(`it ended: ${terminal.output().slice(-300)}`);
    if (performance.now() > last) throw new Error(`nothing more comes: ${terminal.text()}`);
    await later(2);
  }
}
