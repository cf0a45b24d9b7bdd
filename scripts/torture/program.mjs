import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readCourseParts } from '../build/course-parts.mjs';
import { fromRoot } from '../paths.mjs';
import { checksOf, DAY, rightAnswer, stampsFrom, wentThrough, writeEntries } from './past.mjs';

export const PROGRAM = fromRoot('dist', 'cli.js');
export const COURSE = 'claude-contract';

const course = readCourseParts(fromRoot('dist', 'courses', COURSE));
export const index = course.get('index');
export const record = course.get('record');
export const lessons = index.lessons.map(({ id }) => course.get(`lesson-${id}`));

/** A folder that is gone when the work is done. */
export async function inFolder(work) {
  const folder = mkdtempSync(path.join(tmpdir(), 'on-the-record-torture-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const logOf = (data) => path.join(data, COURSE, 'answers-1.jsonl');

/** What a log holds, as text; nothing where there is none yet. */
export function logText(data) {
  try {
    return readFileSync(logOf(data), 'utf8');
  } catch {
    return '';
  }
}

/** The entries of a log's text in its order: lines that cannot be read are none. */
export const entriesOf = (text) =>
  text.split('\n').flatMap((line) => {
    try {
      const entry = JSON.parse(line);
      return typeof entry?.k === 'string' ? [entry] : [];
    } catch {
      return [];
    }
  });

export const entriesIn = (data) => entriesOf(logText(data));

export const isAnswer = ({ k }) => ['answer', 'review', 'drill'].includes(k);

/** The answers in a log, of whatever kind. */
export const answersIn = (data) => entriesIn(data).filter(isAnswer);

/** A log of somebody who has been through every lesson, and came back often enough that it is worth a fold. */
export function goneThrough(data, reviews = 0) {
  const stamp = stampsFrom(Date.now() - 30 * DAY, 'past');
  const checks = lessons.flatMap(checksOf);
  const entries = lessons.flatMap((lesson) => wentThrough(lesson, stamp));
  for (let n = 0; n < reviews; n++)
    entries.push({ k: 'review', ...rightAnswer(checks[n % checks.length]), ...stamp() });
  writeEntries(logOf(data), entries);
}

/**
 * The program in lines.
 * @param typed whether the input is left open, for keys that come later
 * @returns the process, what it has said so far, and how it ends
 */
export function inLines(args, { input = '', typed = false, env = {}, node = [], shell } = {}) {
  const whole = [...node, PROGRAM, ...args];
  const child = shell
    ? spawn('sh', ['-c', shell(whole.map((word) => `'${word}'`).join(' '))], {
        env: { ...process.env, ...env },
      })
    : spawn(process.execPath, whole, { env: { ...process.env, ...env } });
  const said = { out: '', err: '' };
  child.stdout.on('data', (data) => {
    said.out += data;
  });
  child.stderr.on('data', (data) => {
    said.err += data;
  });
  child.stdin.on('error', () => {}); // it may be gone before it has read all
  if (!typed) child.stdin.end(input);
  const ended = new Promise((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal, ...said })),
  );
  return { child, said, ended };
}

/** How many answers the program has said were taken. */
export const acknowledged = (out) => (out.match(/^(Right|Not this time)$/gm) ?? []).length;

/** A trace of a fault that should have been one line. */
export const isCrash = (err) => /\n\s+at .*:\d+:\d+|node:internal|failed: /.test(err);

/** As many at a time as there are cores. */
export async function together(count, work, width = 2) {
  let next = 0;
  const one = async () => {
    while (next < count) {
      const n = next;
      next += 1;
      await work(n);
    }
  };
  await Promise.all(Array.from({ length: width }, one));
}
