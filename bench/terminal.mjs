import { readFileSync } from 'node:fs';
import { spawn } from '@lydell/node-pty';
import { framesOf } from './frames.mjs';

/** Without what makes Ink draw its last frame only, or without colour. */
function environment() {
  const { CI: _, NO_COLOR: __, FORCE_COLOR: ___, ...rest } = process.env;
  return { ...rest, TERM: 'xterm-256color', LANG: 'C.UTF-8' };
}

function open(args, { columns = 80, rows = 24, node = process.execPath } = {}) {
  const began = performance.now();
  const pty = spawn(node, args, {
    cols: columns,
    rows,
    name: 'xterm-256color',
    env: environment(),
  });
  return { pty, began, ended: new Promise((resolve) => pty.onExit(resolve)) };
}

/** Milliseconds from the start of a program to its end. */
export async function untilEnd(args, options) {
  const { began, ended } = open(args, options);
  await ended;
  return performance.now() - began;
}

/** Milliseconds from the start of a program until the frame with a text is there; the program is then ended. */
export async function untilShown(args, text, options) {
  const { pty, began, ended } = open(args, options);
  const { at } = await framesOf(pty).showing(text);
  const peak = peakMemory(pty.pid);
  pty.kill('SIGKILL');
  await ended;
  return { ms: at - began, peak };
}

/** A program that is left, as its user leaves it, once a text has been written. */
export async function untilLeft(args, text, options) {
  const { pty, ended } = open(args, options);
  await framesOf(pty).showing(text);
  await quiet(pty);
  pty.write('q');
  const { exitCode } = await ended;
  if (exitCode !== 0) throw new Error(`${args.join(' ')} ended with ${exitCode}`);
}

/** A program whose first frame is there, and that has settled. */
export async function untilSettled(args, text, options) {
  const { pty, ended } = open(args, options);
  const frames = framesOf(pty);
  const first = await frames.showing(text);
  await quiet(pty);
  const end = async () => {
    pty.kill('SIGKILL');
    await ended;
  };
  return { frames, first: first.text, end };
}

/** The most memory that a process has had, in megabytes; nothing where the system does not tell. */
function peakMemory(pid) {
  try {
    const [, kb] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kb ? Number(kb) / 1024 : undefined;
  } catch {
    return undefined;
  }
}

const QUIET = 50;

/** Resolves when nothing has been written for a while. */
const quiet = (pty) =>
  new Promise((resolve) => {
    let timer = setTimeout(done, QUIET);
    const listener = pty.onData(() => {
      clearTimeout(timer);
      timer = setTimeout(done, QUIET);
    });
    function done() {
      listener.dispose();
      resolve();
    }
  });
