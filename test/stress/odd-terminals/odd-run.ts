import path from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { KEY } from '../../support/terminal.js';
import { gradedSince, logLengths } from '../graded-log.js';
import { isCrash } from '../plain-program.js';
import { OVER, ShellJob, STOPPED } from '../terminals/shell-job.js';
import { isOnScreen, modesOn } from '../terminals/terminal-restored.js';
import { inPieces } from '../typed-keys.js';
import type { OddPlan, OddStroke, Stop } from './odd-plan.js';

export type OddResult = {
  readonly faults: readonly string[];
  readonly counts: {
    readonly answers: number;
    readonly stops: number;
    readonly unseen: number;
    /** Runs that a key has ended before the Ctrl-C that should end them: Enter on Quit in the menu. */
    readonly byChoice: number;
  };
};

/** How often to press the key that leaves. A key may be dropped after an answer, or end a sequence without an end. */
const MOST_PRESSES = 20;
/** In milliseconds; longer than the program waits for more of a sequence. */
const BETWEEN_KEYS = 250;
const BETWEEN_PRESSES = 500;

/** To draw again, the program leaves the alternate screen for a moment and comes back. */
const isDrawn = (output: string): boolean =>
  isOnScreen(output) && output.lastIndexOf('\x1b[?2026l') > output.lastIndexOf('\x1b[?1049h');

/** Types, stops and continues the program in an odd terminal, and leaves it. The folder is empty. */
export async function oddRun(folder: string, plan: OddPlan): Promise<OddResult> {
  const data = path.join(folder, 'data');
  const lengths = logLengths(data);
  const env = { TERM: plan.term, SIZE: plan.size, SIZE_AT_STOP: plan.sizeAtStop };
  const job = new ShellJob(folder, [...plan.args, '--data-dir', data], { env });
  const faults: string[] = [];
  const isInLines = plan.term === 'dumb' || plan.args.includes('--plain');
  const isShown = (output: string): boolean =>
    isInLines ? /quit: /.test(output) : isOnScreen(output);
  if (plan.early) faults.push(...(await stopAndContinue(job, plan.early, () => true)));
  if (!(await job.becomes(() => isShown(job.output))) && !job.isOver)
    faults.push('nothing was shown');
  await typeAll(job, plan, (output) => isInLines || isDrawn(output), faults);
  await leave(job, isInLines ? plan.leave.line : plan.leave.key, faults);
  const graded = gradedSince(data, lengths);
  return {
    faults: [...faults, ...endFaults(job, plan), ...graded.faults],
    counts: {
      answers: graded.answers,
      stops: job.output.split(STOPPED).length - 1,
      unseen: Number(!job.output.includes(OVER)),
      byChoice: Number(plan.leave.code !== '0' && job.note('code') === '0'),
    },
  };
}

async function typeAll(
  job: ShellJob,
  { strokes, late }: OddPlan,
  isBack: (output: string) => boolean,
  faults: string[],
): Promise<void> {
  for (const [n, stroke] of strokes.entries()) {
    if (job.isOver) return;
    const isStop = late !== undefined && n === Math.floor(strokes.length / 2);
    const [stopFaults = []] = await Promise.all([
      isStop ? stopAndContinue(job, late, isBack) : [],
      type(job, stroke),
    ]);
    faults.push(...stopFaults);
  }
}

async function type({ terminal }: ShellJob, { bytes, lengths, pauses }: OddStroke): Promise<void> {
  for (const [n, piece] of inPieces(bytes, lengths).entries()) {
    terminal.send(piece);
    const pause = pauses[n % pauses.length] ?? 0;
    if (pause > 0) await later(pause);
  }
}

/** The shell continues the job as soon as it has stopped. @returns what went wrong */
async function stopAndContinue(
  job: ShellJob,
  { signal, after }: Stop,
  isBack: (output: string) => boolean,
): Promise<string[]> {
  await later(after);
  const from = job.output.length;
  // In the background, the program may be stopped once more.
  const sinceStop = (): string | undefined => job.output.slice(from).split(STOPPED).slice(1).at(-1);
  if (!job.signal(signal)) return [];
  const isStopped = await job.becomes(() => sinceStop() !== undefined);
  if (job.isOver) return [];
  if (!isStopped) return [`not stopped by ${signal}`];
  if (signal === 'SIGTSTP') {
    const modes = modesOn(job.output.slice(0, job.output.lastIndexOf(STOPPED)));
    if (modes.length > 0) return [`${modes.join(', ')} while stopped by SIGTSTP`];
    if (job.note('stopped') !== job.note('before')) return ['raw mode while stopped by SIGTSTP'];
  }
  if (!(await job.becomes(() => isBack(sinceStop() ?? ''))) && !job.isOver)
    return [`not on screen again after ${signal}`];
  return [];
}

/** The program always takes keys. Esc ends a paste that has no end. */
async function leave(job: ShellJob, key: string, faults: string[]): Promise<void> {
  for (let n = 0; n < MOST_PRESSES && !job.isOver; n++) {
    for (const one of [KEY.esc, key]) {
      await Promise.race([job.ends(), later(BETWEEN_KEYS)]);
      job.terminal.press(one);
    }
    await Promise.race([job.ends(), later(BETWEEN_PRESSES)]);
  }
  if (!job.isOver) {
    faults.push(`${JSON.stringify(key)} did not leave`);
    job.signal('SIGKILL');
    job.terminal.kill('SIGKILL');
  }
  await job.terminal.ended;
}

function endFaults(job: ShellJob, { leave: { code } }: OddPlan): string[] {
  // If the shell's last word was never read, the program's was not either. Such runs are counted elsewhere.
  if (!job.output.includes(OVER)) return [];
  const [before, after, ended, err] = (['before', 'after', 'code', 'err'] as const).map((name) =>
    job.note(name),
  );
  return [
    ...modesOn(job.output).map((mode) => `${mode} after the end`),
    ...(before === after ? [] : [`terminal settings: ${before} became ${after}`]),
    ...(ended === code || ended === '0' ? [] : [`exit code ${ended}, not ${code}`]),
    ...(isCrash(err ?? '') ? [`crashed: ${err?.slice(0, 300)}`] : []),
  ];
}
