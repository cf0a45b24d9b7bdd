import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readCourseParts } from '../course-parts.mjs';
import { fromRoot } from '../paths.mjs';

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

/** The answers in a log, of whatever kind: lines that cannot be read are none. */
export function answersIn(data) {
  let text = '';
  try {
    text = readFileSync(logOf(data), 'utf8');
  } catch {}
  return text.split('\n').flatMap((line) => {
    try {
      const entry = JSON.parse(line);
      return ['answer', 'review', 'drill'].includes(entry.k) ? [entry] : [];
    } catch {
      return [];
    }
  });
}

/** A log of somebody who has been through every lesson, and came back often enough that it is worth a fold. */
export function goneThrough(data, reviews = 0) {
  let t = Date.now() - 30 * 86_400_000;
  const stamp = () => {
    t += 1000;
    return { t, id: `past${t}` };
  };
  const given = (check) => ({
    check: check.id,
    choice: check.key,
    right: true,
    course: '0',
    offset: 0,
  });
  const checks = lessons.flatMap(({ body }) => body.filter(({ kind }) => kind === 'check'));
  const entries = lessons.flatMap((lesson) => [
    { k: 'start', lesson: lesson.id, seed: 'past', ...stamp() },
    ...lesson.body
      .filter(({ kind }) => kind === 'check')
      .map((check) => ({
        k: 'answer',
        lesson: lesson.id,
        try: 1,
        lookUps: [],
        ...given(check),
        ...stamp(),
      })),
    { k: 'at', lesson: lesson.id, step: 'end', ...stamp() },
  ]);
  for (let n = 0; n < reviews; n++)
    entries.push({ k: 'review', ...given(checks[n % checks.length]), ...stamp() });
  mkdirSync(path.join(data, COURSE), { recursive: true });
  writeFileSync(logOf(data), entries.map((entry) => `\n${JSON.stringify(entry)}\n`).join(''));
}

/**
 * The program in lines.
 * @returns the process, what it has said so far, and how it ends
 */
export function inLines(args, { input = '', env = {}, node = [], shell } = {}) {
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
  child.stdin.end(input);
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
