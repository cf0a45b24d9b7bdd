import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { loadTool } from '../load-tool.mjs';
import {
  acknowledged,
  answersIn,
  COURSE,
  goneThrough,
  inFolder,
  inLines,
  isCrash,
  logOf,
} from './program.mjs';

const INPUT = `${'1\n'.repeat(60)}q\n`;

/** What a disk can do to a program: nothing that was saved is lost, it is said once, and the session goes on. */
export async function disk({ say, short }) {
  const faults = [];
  const cases = [full, readOnly, removed, noHome, fileInTheWay, clockSetBack];
  for (const one of cases) {
    say(`disk, ${one.name}`);
    const fault = await inFolder(one);
    if (fault) faults.push(`${one.name}: ${fault}`);
  }
  say('disk, cut at every byte');
  const cut = await inFolder((data) => cutEverywhere(data, short ? 97 : 1));
  faults.push(...cut.faults);
  return { tried: cases.length + cut.tried, faults, told: `${cut.tried} places to cut a store at` };
}

const learn = (data, options) =>
  inLines(['--plain', 'learn', '1', '--data-dir', data], { input: INPUT, ...options }).ended;

/** What is wrong with how a session went that could not save everything. */
function verdict({ code, out, err }, said) {
  if (isCrash(err)) return `crashed: ${err.slice(0, 300)}`;
  if (code !== 0) return `ended with ${code}: ${err.slice(0, 200)}`;
  if (acknowledged(out) === 0) return 'the session did not go on';
  const times = out.replace(/\s+/g, ' ').split(said).length - 1;
  return times === 1 ? undefined : `said ${times} times: ${said}`;
}

/** A file system of 8 kB where one can be mounted, else a limit on the size of files. */
async function full(folder) {
  const data = path.join(folder, 'small');
  mkdirSync(data);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8k', 'tmpfs', data], { stdio: 'ignore' });
  } catch {
    return undefined; // told in docs/performance.md: only where one may mount
  }
  try {
    writeFileSync(path.join(data, 'ballast'), Buffer.alloc(4096));
    goneSmall(data);
    const before = answersIn(data).length;
    const end = await learn(data);
    const after = answersIn(data);
    if (after.length < before) return 'lost what was saved before';
    return verdict(end, 'the disk is full');
  } finally {
    execFileSync('umount', [data]);
  }
}

/** Most of what there is room for. */
function goneSmall(data) {
  mkdirSync(path.join(data, COURSE), { recursive: true });
  const line = (n) => ({
    ...{ k: 'answer', lesson: 'the-dispute', check: `check-${n}`, choice: 'x', right: true },
    ...{ try: 1, lookUps: [], course: '0', offset: 0, t: n + 1, id: `a${n}` },
  });
  const lines = Array.from({ length: 20 }, (_, n) => `\n${JSON.stringify(line(n))}\n`);
  writeFileSync(logOf(data), lines.join(''));
}

/** Root may write anywhere: then there is only to see that nothing breaks. */
async function readOnly(folder) {
  const data = path.join(folder, 'data');
  mkdirSync(path.join(data, COURSE), { recursive: true });
  chmodSync(path.join(data, COURSE), 0o500);
  const end = await learn(data);
  chmodSync(path.join(data, COURSE), 0o700);
  if (process.getuid?.() === 0) return isCrash(end.err) ? end.err : undefined;
  return verdict(end, 'you have no right to it');
}

/** What is removed under a program is made anew with the next answer. */
async function removed(folder) {
  const data = path.join(folder, 'data');
  goneThrough(data);
  const { ended } = inLines(['--plain', 'drill', '--data-dir', data], {
    input: `${'1\n\n'.repeat(400)}q\n`,
  });
  await later(250);
  for (let n = 0; n < 5; n++) tryTo(() => rmSync(data, { recursive: true, force: true }));
  const { code, err } = await ended;
  return isCrash(err) || code !== 0 ? `ended with ${code}: ${err.slice(0, 200)}` : undefined;
}

/** The program may be writing there at that very moment. */
function tryTo(work) {
  try {
    work();
  } catch {}
}

async function noHome(folder) {
  const { code, err } = await inLines(['--plain'], {
    input: 'q\n',
    env: { HOME: '', XDG_DATA_HOME: folder, ON_THE_RECORD_HOME: '' },
  }).ended;
  return isCrash(err) || code !== 0 ? `ended with ${code}: ${err.slice(0, 200)}` : undefined;
}

async function fileInTheWay(folder) {
  const data = path.join(folder, 'data');
  writeFileSync(data, 'a file');
  const fault = verdict(await learn(data), 'Could not save in');
  return fault ?? (readFileSync(data, 'utf8') === 'a file' ? undefined : 'the file was changed');
}

/** Times in the log rise all the same, and every answer counts. */
async function clockSetBack(folder) {
  const data = path.join(folder, 'data');
  await learn(data);
  const back = path.join(folder, 'back.mjs');
  writeFileSync(back, 'const now = Date.now; Date.now = () => now() - 10 * 365 * 86_400_000;');
  const before = answersIn(data).length;
  const { out, err } = await inLines(['--plain', 'learn', '2', '--data-dir', data], {
    input: INPUT,
    node: ['--import', back],
  }).ended;
  if (isCrash(err)) return err.slice(0, 300);
  const entries = readFileSync(logOf(data), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const falls = entries.some(({ t }, i) => i > 0 && t <= entries[i - 1].t);
  if (falls) return 'times fall';
  const kept = answersIn(data).length - before;
  return kept < acknowledged(out) ? `${acknowledged(out)} said, ${kept} kept` : undefined;
}

/** Log and fold as a crash of the machine may leave them: what stands before the cut is read. */
async function cutEverywhere(data, step) {
  const { openProgressStore } = await loadTool('src/io/progress-store.ts');
  await learn(data);
  await learn(data, { input: `${'1\n'.repeat(10)}q\n` });
  const folder = path.join(data, COURSE);
  const log = readFileSync(logOf(data));
  const faults = [];
  let tried = 0;
  for (let at = 0; at <= log.length; at += step) {
    tried += 1;
    writeFileSync(logOf(data), log.subarray(0, at));
    const lines = log.subarray(0, at).toString().split('\n').slice(0, -1).filter(Boolean);
    const wanted = new Set(
      lines
        .map((line) => JSON.parse(line))
        .filter(({ k }) => k === 'answer')
        .map(({ check }) => check),
    );
    try {
      const store = openProgressStore({ folder, now: Date.now, newId: () => 'x' });
      const kept = [...store.progress().checks].map(([check]) => check);
      if (kept.length !== wanted.size)
        faults.push(`cut at ${at}: ${kept.length} of ${wanted.size}`);
    } catch (error) {
      faults.push(`cut at ${at}: ${error.message}`);
    }
  }
  return { tried, faults };
}
