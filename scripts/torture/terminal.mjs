import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { PROGRAM } from './program.mjs';

/** How long the end of a terminal may take that was read to its end, in milliseconds. */
const LONGEST_WAIT = 8_000;

/** The program in a pseudo-terminal whose screen can be read. */
export function openTerminal(args, { columns = 80, rows = 24, command, env = {} } = {}) {
  const screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  const { CI: _, NO_COLOR: __, FORCE_COLOR: ___, ...rest } = process.env;
  const [file, words] = command ?? [process.execPath, [PROGRAM, ...args]];
  const pty = spawn(file, words, {
    cols: columns,
    rows,
    name: 'xterm-256color',
    env: { ...rest, TERM: 'xterm-256color', LANG: 'C.UTF-8', ...env },
  });
  readToTheEnd(pty);
  let output = '';
  let end;
  pty.onData((data) => {
    output += data;
    if (output.length > 4_000_000) output = output.slice(-1_000_000);
    screen.write(data);
  });
  const ended = new Promise((resolve) =>
    pty.onExit((how) => {
      end = how;
      resolve(how);
    }),
  );
  return {
    pty,
    ended,
    isEnded: () => end !== undefined,
    output: () => output,
    write: (keys) => {
      if (end === undefined) pty.write(keys);
    },
    kill: (signal) => {
      try {
        pty.kill(signal);
      } catch {}
    },
    resize: (cols, lines) => {
      try {
        pty.resize(cols, lines);
        screen.resize(Math.max(cols, 2), Math.max(lines, 1));
      } catch {}
    },
    text: () => {
      const { active } = screen.buffer;
      return Array.from(
        { length: screen.rows },
        (_, y) => active.getLine(active.viewportY + y)?.translateToString(true) ?? '',
      ).join('\n');
    },
  };
}

/**
 * node-pty closes its end 200 ms after the program has ended, read or not: on a busy machine what a program says last
 * is lost. The end comes by itself once all is read; only where it does not is it closed.
 */
function readToTheEnd(pty) {
  const { _socket: socket } = pty;
  const destroy = socket.destroy.bind(socket);
  socket.destroy = (error) => {
    if (error || socket.readableEnded) return destroy(error);
    setTimeout(destroy, LONGEST_WAIT).unref();
    return socket;
  };
}
