import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { anySize, tooSmall } from './any-size.mjs';
import { heightsIn, latestHeight } from './frames.mjs';
import { hasEndedWithNought, isOnScreen, wrongEnd } from './given-back.mjs';
import { keptSince, lengthsOf } from './graded.mjs';
import { OVER, openJob, STOPPED } from './job.mjs';
import { goneThrough, logOf } from './program.mjs';
import { inPieces, typed } from './typed.mjs';

/** How long the program may take for what it is asked to do, in milliseconds: far longer than it does. */
const LONGEST_WAIT = 8_000;

const WORDS = [[], ['learn', '1'], ['drill'], ['review']];
const ENDS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'Ctrl-C', 'Ctrl-C', 'Ctrl-C', 'Ctrl-C'];
const AMID = ['SIGTSTP', 'Ctrl-Z', 'SIGWINCH', undefined];

/** One run: keys, a window of another size, perhaps a stop, and an end. @returns what was seen, and what is wrong */
export async function oneTerminal(folder, mine) {
  const data = path.join(folder, 'data');
  beginWith(data, mine);
  const lengths = lengthsOf(data);
  const job = openJob(folder, [...mine.pick(WORDS), '--data-dir', data]);
  const run = { job, mine, wrong: [], rows: 24, tallest: 24, late: 0 };
  await until(() => latestHeight(job.output()) !== undefined || job.isOver());
  await press(run);
  if (heightsIn(job.output()).some((rows) => rows > run.tallest))
    run.wrong.push(`a frame higher than any window until then (${run.tallest} rows)`);
  await settle(run);
  const amid = mine.pick(AMID);
  if (amid !== undefined) await meet(run, amid);
  const how = mine.pick(ENDS);
  const wasOnScreen = await end(run, how);
  const output = job.output();
  if (heightsIn(output.slice(run.settled)).some((rows) => rows > run.rows))
    run.wrong.push(`a frame higher than its window of ${run.rows} rows`);
  run.wrong.push(...wrongEnd(output, folder, how));
  const { answers, wrong } = keptSince(data, lengths);
  return {
    wrong: [...run.wrong, ...wrong],
    answers,
    frames: heightsIn(output).length,
    late: run.late,
    stops: output.includes(STOPPED),
    unseen: !output.includes(OVER),
    byChoice: wasOnScreen && hasEndedWithNought(folder),
  };
}

/** The course new or done, with or without being asked how sure one is. */
function beginWith(data, mine) {
  if (mine.next() < 0.5) goneThrough(data);
  if (mine.next() < 0.6) return;
  mkdirSync(path.dirname(logOf(data)), { recursive: true });
  const on = { k: 'set', key: 'certainty', value: 'on', id: 'on', t: Date.now() - 1000 };
  appendFileSync(logOf(data), `\n${JSON.stringify(on)}\n`);
}

/** Keys as they come, and in half the runs resizes faster than the program can draw: too small it takes no keys. */
async function press(run) {
  const { job, mine } = run;
  const resizes = mine.pick([0, 0.12]);
  for (let n = mine.whole(5, 25); n > 0 && !job.isOver(); n--) {
    if (mine.next() < resizes) resize(run);
    await type(run);
  }
}

async function type({ job, mine }) {
  for (const piece of inPieces(mine, typed(mine, mine.whole(1, 6)))) {
    job.write(piece);
    if (mine.next() < 0.2) await later(mine.whole(1, 25));
  }
}

function resize(run, { columns, rows } = anySize(run.mine)) {
  Object.assign(run, { rows, tallest: Math.max(run.tallest, rows) });
  run.job.resize(columns, rows);
}

/** Rows that no other window here has: what takes as many is drawn in knowledge of the latest size. */
const NO_OTHER = { columns: 80, rows: 14 };

/** Another window, until what is drawn fits it: the first frame is still of the window before. */
async function settle(run) {
  await drawnFor(run, NO_OTHER, (height) => height === NO_OTHER.rows);
  const from = run.job.output().length;
  const size = run.mine.next() < 0.5 ? anySize(run.mine) : tooSmall(run.mine);
  await drawnFor(run, size, (height) => height <= run.rows);
  run.settled = run.job.output().length;
  run.late = heightsIn(run.job.output().slice(from)).filter((rows) => rows > run.rows).length;
}

async function drawnFor(run, size, fits) {
  const { job, wrong } = run;
  resize(run, size);
  const height = () => latestHeight(job.output()) ?? 0;
  if (!(await until(() => fits(height()) || job.isOver())))
    wrong.push(`${height()} rows are drawn in a window of ${run.rows}`);
}

/** Ends a paste or a sequence that was left open: it would take what follows into itself. */
const NOTHING_OPEN = '\x1b[201~';

/** A signal that the program outlives. */
async function meet(run, what) {
  const { job } = run;
  if (what === 'Ctrl-Z') job.write(`${NOTHING_OPEN}\x1a`);
  else send(programOf(job.pty.pid), what);
  if (what !== 'SIGWINCH') await expectBack(run, what);
  await type(run);
}

/** The job's shell has it go on as soon as it is stopped. */
async function expectBack({ job, wrong }, what) {
  const since = () => job.output().split(STOPPED)[1];
  if (!(await until(() => since() !== undefined || job.isOver())))
    wrong.push(`not stopped by ${what}`);
  else if (!(await until(() => isOnScreen(since() ?? '') || job.isOver())))
    wrong.push(`not back after ${what}`);
}

/** @returns whether it was on screen when it was told to end */
async function end({ job, wrong }, how) {
  const wasOnScreen = isOnScreen(job.output()) && !job.isOver();
  if (how === 'Ctrl-C') job.write(`${NOTHING_OPEN}\x03`);
  else send(programOf(job.pty.pid), how);
  if (!(await until(job.isOver))) {
    wrong.push(`it did not end after ${how}`);
    send(programOf(job.pty.pid), 'SIGKILL');
    job.kill('SIGKILL');
  }
  await job.ended;
  return wasOnScreen;
}

/** It may have left meanwhile. */
function send(pid, signal) {
  try {
    if (pid !== undefined) process.kill(pid, signal);
  } catch {}
}

/** The program's own process: the shell's only child. */
function programOf(shell) {
  try {
    const found = execFileSync('pgrep', ['-P', String(shell), 'node'], { encoding: 'utf8' });
    return Number(found.trim().split('\n')[0]) || undefined;
  } catch {
    return undefined;
  }
}

async function until(is) {
  const end = performance.now() + LONGEST_WAIT;
  while (performance.now() < end) {
    if (is()) return true;
    await later(10);
  }
  return false;
}
