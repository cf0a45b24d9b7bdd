import assert from 'node:assert/strict';
import { isVerdict } from '../../support/learner.js';
import { KEY, Terminal } from '../../support/terminal.js';
import type { Case } from '../cases.js';
import { wentThroughAll } from '../history.js';
import { MOST_GROWTH, memoryOf, needProcessState } from './process-state.js';

const MOVES = `${KEY.down}${KEY.up}`.repeat(15);
const KEYS_A_ROUND = 33;

/** Thousands of keys: memory must not grow with each. @param rounds how many questions are answered */
export const manyKeys =
  (rounds: number): Case =>
  async (data) => {
    needProcessState();
    wentThroughAll(data);
    // No page is longer than this window.
    const terminal = new Terminal({ args: ['drill', '--data-dir', data], rows: 50 });
    try {
      await terminal.shows('enter answer');
      await answerRounds(terminal, Math.ceil(rounds / 5));
      const early = memoryOf(terminal.pid);
      await answerRounds(terminal, rounds);
      const growth = memoryOf(terminal.pid) - early;
      const message = `${growth.toFixed(0)} MB more after ${rounds * KEYS_A_ROUND} keys`;
      assert.ok(growth <= MOST_GROWTH, message);
    } finally {
      terminal.kill('SIGKILL');
      await terminal.ended;
    }
  };

async function answerRounds(terminal: Terminal, rounds: number): Promise<void> {
  for (let n = 0; n < rounds; n++) {
    terminal.press(`${MOVES}1${KEY.enter}`);
    await terminal.shows(isVerdict);
    terminal.press(KEY.space);
    await terminal.shows((now) => !isVerdict(now));
    if (!terminal.text().includes('Another round')) continue;
    terminal.press(KEY.enter);
    await terminal.shows('enter answer');
  }
}
