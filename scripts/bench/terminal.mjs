import { readFileSync } from 'node:fs';
import { spawn } from '@lydell/node-pty';

/** Without what makes Ink draw its last frame only, or without colour. */
function environment(more) {
  const { CI: _, NO_COLOR: __, FORCE_COLOR: ___, ...rest } = process.env;
  return { ...rest, TERM: 'xterm-256color', LANG: 'C.UTF-8', ...more };
}

function open(args, { columns = 80, rows = 24, env = {} } = {}) {
  const began = performance.now();
  const pty = spawn(process.execPath, args, {
    cols: columns,
    rows,
    name: 'xterm-256color',
    env: environment(env),
  });
  return { pty, began, ended: new Promise((resolve) => pty.onExit(resolve)) };
}

/** Milliseconds from the start of a program to its end. */
export async function untilEnd(args) {
  const { began, ended } = open(args);
  await ended;
  return performance.now() - began;
}

/** Milliseconds from the start of a program until a text has been written; the program is then ended. */
export async function untilShown(args, text, options) {
  const { pty, began, ended } = open(args, options);
  const ms = await new Promise((resolve, reject) => {
    let seen = '';
    pty.onData((data) => {
      seen += data;
      if (seen.includes(text)) resolve(performance.now() - began);
    });
    pty.onExit(() => reject(new Error(`ended before it showed ${text}:\n${seen}`)));
  });
  const peak = peakMemory(pty.pid);
  pty.kill('SIGKILL');
  await ended;
  return { ms, peak };
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

/** So many moves of the highlight, each waited for; spaced, or the next at once. */
export async function keys(args, text, { count, spaced, ...options }) {
  const { pty, ended } = open(args, options);
  let frame = '';
  await new Promise((resolve) => {
    const listener = pty.onData((data) => {
      frame += data;
      if (frame.includes(text)) {
        listener.dispose();
        resolve();
      }
    });
  });
  await quiet(pty);
  const measured = [];
  for (let i = 0; i < count; i++) {
    const one = await keyToScreen(pty, i % 8 < 4 ? DOWN : UP);
    measured.push(spaced ? { ...one, bytes: one.bytes + (await quiet(pty)) } : one);
  }
  pty.kill('SIGKILL');
  await ended;
  return {
    ms: measured.map((one) => one.ms),
    bytes: measured.map((one) => one.bytes),
    frame: Buffer.byteLength(frame),
  };
}
