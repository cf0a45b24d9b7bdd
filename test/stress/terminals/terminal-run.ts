import path from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { KEY } from '../../support/terminal.js';
import { appendEntries } from '../answer-log.js';
import { frameHeights, latestHeight } from '../frame-height.js';
import { gradedSince, logLengths } from '../graded-log.js';
import { wentThroughAll } from '../history.js';
import { inPieces } from '../typed-keys.js';
import type { WindowSize } from '../window-size.js';
import { OVER, ShellJob, STOPPED } from './shell-job.js';
import type { Ending, Interruption, Stroke, TerminalPlan } from './terminal-plan.js';
import { isOnScreen, restoreFaults } from './terminal-restored.js';

export type TerminalResult = {
  readonly faults: readonly string[];
  readonly counts: {
    readonly answers: number;
    readonly frames: number;
    /** Frames for the window as it was before a resize. */
    readonly late: number;
    readonly stops: number;
    /** Runs whose end was not read. */
    readonly unseen: number;
    /** Runs that ended with 0, although the program was on screen when the signal or Ctrl-C came. */
    readonly byChoice: number;
  };
};

/** The window that a pseudo-terminal begins with. */
const FIRST_ROWS = 24;

/** A run under way. */
type Run = {
  readonly job: ShellJob;
  readonly faults: string[];
  /** The window's rows now, and the most that it ever had. */
  rows: number;
  mostRows: number;
  late: number;
};

/** Types, resizes, perhaps stops the program, and ends it. The folder is empty. */
export async function terminalRun(folder: string, plan: TerminalPlan): Promise<TerminalResult> {
  const data = path.join(folder, 'data');
  writeProgress(data, plan);
  const lengths = logLengths(data);
  const job = new ShellJob(folder, [...plan.args, '--data-dir', data]);
  const run: Run = { job, faults: [], rows: FIRST_ROWS, mostRows: FIRST_ROWS, late: 0 };
  const isDrawn = await job.becomes(() => latestHeight(job.output) !== undefined);
  if (!isDrawn && !job.isOver) run.faults.push('no frame was drawn');
  await takeSteps(run, plan);
  await settle(run, plan.size);
  const settled = job.output.length;
  if (plan.interruption) await interrupt(run, plan.interruption, plan.after);
  const wasOnScreen = await end(run, plan.ending);
  if (frameHeights(job.output.slice(settled)).some((rows) => rows > run.rows))
    run.faults.push(`a frame higher than its window of ${run.rows} rows`);
  const graded = gradedSince(data, lengths);
  return {
    faults: [...run.faults, ...restoreFaults(job, plan.ending), ...graded.faults],
    counts: {
      answers: graded.answers,
      frames: frameHeights(job.output).length,
      late: run.late,
      stops: Number(job.output.includes(STOPPED)),
      unseen: Number(!job.output.includes(OVER)),
      byChoice: Number(wasOnScreen && job.note('code') === '0'),
    },
  };
}

function writeProgress(data: string, { isDone, asksForCertainty }: TerminalPlan): void {
  if (isDone) wentThroughAll(data);
  const t = Date.now() - 1000;
  if (asksForCertainty)
    appendEntries(data, [{ id: 'on', t, k: 'set', key: 'certainty', value: 'on' }]);
}

async function takeSteps(run: Run, { steps }: TerminalPlan): Promise<void> {
  const { job } = run;
  for (const step of steps) {
    if (job.isOver) break;
    if (step.resize) resize(run, step.resize);
    await type(job, step);
  }
  if (frameHeights(job.output).some((rows) => rows > run.mostRows))
    run.faults.push(`a frame higher than any window so far (${run.mostRows} rows)`);
}

async function type({ terminal }: ShellJob, { text, lengths, pauses }: Stroke): Promise<void> {
  for (const [n, piece] of inPieces(text, lengths).entries()) {
    terminal.send(piece);
    const pause = pauses[n % pauses.length] ?? 0;
    if (pause > 0) await later(pause);
  }
}

function resize(run: Run, { columns, rows }: WindowSize): void {
  run.rows = rows;
  run.mostRows = Math.max(run.mostRows, rows);
  run.job.terminal.resize(columns, rows);
}

/** No other window here has so many rows: a frame of that height was drawn after this resize. */
const UNIQUE = { columns: 80, rows: 14 };

/** Resizes the window until a frame fits. The first frame after a resize is still for the window before. */
async function settle(run: Run, size: WindowSize): Promise<void> {
  const { job } = run;
  await resizeUntil(run, UNIQUE, (height) => height === UNIQUE.rows);
  const from = job.output.length;
  await resizeUntil(run, size, (height) => height <= size.rows);
  run.late = frameHeights(job.output.slice(from)).filter((rows) => rows > size.rows).length;
}

async function resizeUntil(
  run: Run,
  size: WindowSize,
  fits: (height: number) => boolean,
): Promise<void> {
  const { job, faults } = run;
  resize(run, size);
  const height = (): number => latestHeight(job.output) ?? 0;
  const isDrawn = await job.becomes(() => fits(height()));
  if (!isDrawn && !job.isOver) faults.push(`${height()} rows in a window of ${size.rows}`);
}

/** Ends a paste or a sequence that the keys before have begun, which would swallow the next key. */
const END_OF_PASTE = '\x1b[201~';

/** Sends a signal that the program survives. */
async function interrupt(run: Run, interruption: Interruption, after: Stroke): Promise<void> {
  const { job } = run;
  if (interruption === 'Ctrl-Z') job.terminal.press(END_OF_PASTE, KEY.ctrlZ);
  else job.signal(interruption);
  if (interruption !== 'SIGWINCH') await expectReturn(run, interruption);
  await type(job, after);
}

/** The shell continues the job as soon as it has stopped. */
async function expectReturn({ job, faults }: Run, interruption: Interruption): Promise<void> {
  const sinceStop = (): string | undefined => job.output.split(STOPPED)[1];
  const isStopped = await job.becomes(() => sinceStop() !== undefined);
  if (job.isOver) return;
  if (!isStopped) faults.push(`not stopped by ${interruption}`);
  else if (!(await job.becomes(() => isOnScreen(sinceStop() ?? ''))) && !job.isOver)
    faults.push(`not on screen again after ${interruption}`);
}

/** @returns whether the program was on screen when the signal or Ctrl-C came */
async function end({ job, faults }: Run, ending: Ending): Promise<boolean> {
  const wasOnScreen = isOnScreen(job.output) && !job.isOver;
  if (ending === 'Ctrl-C') job.terminal.press(END_OF_PASTE, KEY.ctrlC);
  else job.signal(ending);
  if (!(await job.ends())) {
    faults.push(`it did not end after ${ending}`);
    job.signal('SIGKILL');
    job.terminal.kill('SIGKILL');
  }
  await job.terminal.ended;
  return wasOnScreen;
}
