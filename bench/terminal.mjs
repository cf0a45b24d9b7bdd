import { readFileSync } from 'node:fs';
import { spawn } from '@lydell/node-pty';
import { framesOf } from './frames.mjs';

/** Without CI, with which Ink draws its last frame only, and without settings of colour. */
function environment() {
  const { CI: _, NO_COLOR: __, FORCE_COLOR: ___, ...rest } = process.env;
  return { ...rest, TERM: 'xterm-256color', LANG: 'C.UTF-8' };
}

function open(args, { columns: cols = 80, rows = 24, node = process.execPath } = {}) {
  const start = performance.now();
  const pty = spawn(node, args, { cols, rows, name: 'xterm-256color', env: environment() });
  const exit = new Promise((resolve) => pty.onExit(resolve));
  const kill = async () => {
    pty.kill('SIGKILL');
    await exit;
  };
  return { pty, start, exit, kill };
}

/** Milliseconds from the start of a program to its end. */
export async function timeToEnd(args, options) {
  const { start, exit } = open(args, options);
  const { exitCode } = await exit;
  const ms = performance.now() - start;
  assertSuccess(args, exitCode);
  return ms;
}

/** Milliseconds from the start of a program to the first frame with a text, and its peak memory in MB until then. */
export async function timeToFrame(args, text, options) {
  const { pty, start, kill } = open(args, options);
  const { at } = await framesOf(pty).showing(text);
  const peak = peakMemory(pty.pid);
  await kill();
  return { ms: at - start, peak };
}

/** Starts a program and quits it with a key, once it has drawn a text. */
export async function runAndQuit(args, text, options) {
  const { pty, exit } = open(args, options);
  await framesOf(pty).showing(text);
  await quiet(pty);
  pty.write('q');
  assertSuccess(args, (await exit).exitCode);
}

/** Starts a program and waits until it writes nothing more after its first frame. */
export async function openProgram(args, text, options) {
  const { pty, kill } = open(args, options);
  const frames = framesOf(pty);
  const first = await frames.showing(text);
  await quiet(pty);
  return { frames, first: first.text, end: kill };
}

function assertSuccess(args, exitCode) {
  if (exitCode !== 0) throw new Error(`${args.join(' ')} ended with exit code ${exitCode}`);
}

/** undefined if the system does not report it. */
function peakMemory(pid) {
  try {
    const [, kb] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kb ? Number(kb) / 1024 : undefined;
  } catch {
    return undefined;
  }
}

const QUIET_MS = 50;

/** Resolves once nothing has been written for a while. */
const quiet = (pty) =>
  new Promise((resolve) => {
    let timer = setTimeout(done, QUIET_MS);
    const listener = pty.onData(() => {
      clearTimeout(timer);
      timer = setTimeout(done, QUIET_MS);
    });
    function done() {
      listener.dispose();
      resolve();
    }
  });
