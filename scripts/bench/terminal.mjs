import { readFileSync } from 'node:fs';
import { spawn } from '@lydell/node-pty';

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

/** Milliseconds from the start of a program until a text has been written; the program is then ended. */
export async function untilShown(args, text, options) {
  const { pty, began, ended } = open(args, options);
  const frame = await shown(pty, text);
  const ms = performance.now() - began;
  const peak = peakMemory(pty.pid);
  pty.kill('SIGKILL');
  await ended;
  return { ms, peak, frame };
}

/** A program that is left, as its user leaves it, once a text has been written. */
export async function untilLeft(args, text, options) {
  const { pty, ended } = open(args, options);
  await shown(pty, text);
  await quiet(pty);
  pty.write('q');
  const { exitCode } = await ended;
  if (exitCode !== 0) throw new Error(`${args.join(' ')} ended with ${exitCode}`);
}

/** All that is written until a text has been. */
const shown = (pty, text) =>
  new Promise((resolve, reject) => {
    let seen = '';
    const listener = pty.onData((data) => {
      seen += data;
      if (!seen.includes(text)) return;
      listener.dispose();
      resolve(seen);
    });
    pty.onExit(() => reject(new Error(`ended before it showed ${text}:\n${seen}`)));
  });

/** The most memory that a process has had, in megabytes; nothing where the system does not tell. */
function peakMemory(pid) {
  try {
    const [, kb] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kb ? Number(kb) / 1024 : undefined;
  } catch {
    return undefined;
  }
}

const QUIET = 25;

/** Resolves when nothing has been written for a while, to how many bytes were until then. */
const quiet = (pty) =>
  new Promise((resolve) => {
    let timer = setTimeout(done, QUIET);
    let bytes = 0;
    const listener = pty.onData((data) => {
      bytes += Buffer.byteLength(data);
      clearTimeout(timer);
      timer = setTimeout(done, QUIET);
    });
    function done() {
      listener.dispose();
      resolve(bytes);
    }
  });

/** Milliseconds from a key until something is written. */
const keyToScreen = (pty, key) =>
  new Promise((resolve) => {
    const began = performance.now();
    const listener = pty.onData((data) => done(Buffer.byteLength(data)));
    const late = setTimeout(() => done(0), LOST);
    function done(bytes) {
      clearTimeout(late);
      listener.dispose();
      resolve({ ms: performance.now() - began, bytes });
    }
    pty.write(key);
  });

/** A key that shows nothing for so long has been lost; it counts as that long. */
const LOST = 1_000;

const DOWN = '\x1b[B';
const UP = '\x1b[A';

/** A program on screen, whose highlight can be moved. */
async function opened(args, text, options) {
  const { pty, ended } = open(args, options);
  const frame = await shown(pty, text);
  await quiet(pty);
  const end = async () => {
    pty.kill('SIGKILL');
    await ended;
  };
  return { pty, frame: Buffer.byteLength(frame), end };
}

const KEYS_ONE_WAY = 4;

/**
 * So many moves of the highlight in each of two programs, in turns, each waited for; spaced, or the next at once.
 * @returns milliseconds from each key to the first that is written
 */
export async function keysInTurns(programs, { count, spaced, ...options }) {
  const all = await Promise.all(programs.map(([args, text]) => opened(args, text, options)));
  const measured = all.map(() => []);
  for (let n = 0; n < count; n++)
    for (const [i, { pty }] of all.entries()) {
      measured[i].push((await keyToScreen(pty, keyAt(n))).ms);
      if (spaced) await quiet(pty);
    }
  for (const { end } of all) await end();
  return measured;
}

/** Bytes that are written for each of so many moves, and for the first frame. */
export async function bytesOfMoves(args, text, { count, ...options }) {
  const { pty, frame, end } = await opened(args, text, options);
  const bytes = [];
  for (let n = 0; n < count; n++) {
    const first = await keyToScreen(pty, keyAt(n));
    bytes.push(first.bytes + (await quiet(pty)));
  }
  await end();
  return { bytes, frame };
}

const keyAt = (n) => (n % (2 * KEYS_ONE_WAY) < KEYS_ONE_WAY ? DOWN : UP);
