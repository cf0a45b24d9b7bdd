import { readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { setTimeout as later } from 'node:timers/promises';
import { spawn } from '@lydell/node-pty';
import { isStill } from './process-state.mjs';
import { PROGRAM } from './program.mjs';
import { FRAME_END, verdictsIn } from './verdicts.mjs';

/** Far longer than anything here takes: what has not come by then hangs. In milliseconds. */
export const LONGEST = 10_000;

const SIZE = { cols: 80, rows: 24 };

/** Answers, and goes on. */
const KEYS = ['1', '\r', ' '];

/** Far more keys than it takes to fill a terminal. */
const MOST_KEYS = 4000;

/** The program in a pseudo-terminal that is read only when it is asked for, and by as many bytes. */
export function openUnread(folder, args) {
  const errors = path.join(folder, 'errors');
  const { CI: _, NO_COLOR: __, FORCE_COLOR: ___, ...env } = process.env;
  const command = [errors, process.execPath, PROGRAM, ...args];
  const pty = spawn('sh', ['-c', 'exec "$@" 2> "$0"', ...command], {
    ...SIZE,
    name: 'xterm-256color',
    env: { ...env, LANG: 'C.UTF-8' },
  });
  const socket = pty._socket;
  socket._read = () => {}; // node-pty would read whatever is there
  let end;
  const ended = new Promise((resolve) =>
    pty.onExit((how) => {
      end = how;
      resolve(how);
    }),
  );
  const decoder = new StringDecoder('utf8');
  const buffer = Buffer.alloc(64 * 1024);
  let output = '';

  /** @returns how many bytes there were, of so many at most */
  const read = (most = buffer.length) => {
    if (socket.destroyed) return 0;
    try {
      const count = readSync(pty.fd, buffer, 0, Math.min(most, buffer.length), null);
      output += decoder.write(buffer.subarray(0, count));
      return count;
    } catch {
      return 0; // nothing is there, or the program's end is closed
    }
  };

  let typed = 0;
  const type = () => {
    if (end === undefined) pty.write(KEYS[typed++ % KEYS.length]);
  };

  return {
    pid: pty.pid,
    read,
    type,
    ended,
    output: () => output,
    verdicts: () => verdictsIn(output, SIZE),
    errors: () => readFileSync(errors, 'utf8'),
    write: (keys) => pty.write(keys),
    kill: (signal) => process.kill(pty.pid, signal),
    /** Closes the window. */
    close: () => socket.destroy(),
    /** Reads as far as the first frame: what is typed before it is echoed, and belongs to nobody's screen. */
    begin: async () => {
      const until = performance.now() + LONGEST;
      while (!output.includes(FRAME_END) && performance.now() < until)
        if (read() === 0) await later(5);
    },
    /** Types without reading until the program can write no more. @returns whether that was seen */
    fill: async () => {
      while (typed < MOST_KEYS && end === undefined) {
        for (let n = 0; n < 40; n++) {
          type();
          await later(5);
        }
        if (await isStill(pty.pid, type)) return true;
      }
      if (end !== undefined) throw new Error(`it ended by itself: ${JSON.stringify(end)}`);
      return false;
    },
    /** Reads all there is until the program ends. @returns how it ended, or nothing where it hangs */
    readToTheEnd: async () => {
      const until = performance.now() + LONGEST;
      while (end === undefined && performance.now() < until) if (read() === 0) await later(5);
      if (end === undefined) process.kill(pty.pid, 'SIGKILL');
      return end;
    },
  };
}
