import { isCrash } from '../plain-program.js';
import { OVER, type ShellJob, STOPPED } from './shell-job.js';
import type { Ending } from './terminal-plan.js';

/** What switches each mode on and off, and its name. */
const MODES = [
  ['\x1b[?1049h', '\x1b[?1049l', 'alternate screen'],
  ['\x1b[?25l', '\x1b[?25h', 'hidden cursor'],
  ['\x1b[?2004h', '\x1b[?2004l', 'bracketed paste'],
] as const;

/** The modes that were not switched off after they were last switched on. */
export const modesOn = (output: string): string[] =>
  MODES.filter(([on, off]) => output.lastIndexOf(on) > output.lastIndexOf(off)).map(
    ([, , name]) => name,
  );

/** Whether the program has taken over the screen. */
export const isOnScreen = (output: string): boolean => modesOn(output).includes('alternate screen');

/** The exit codes after each ending. A program that the learner left just before it ends with 0. */
const EXIT_CODES: Readonly<Record<Ending, string>> = {
  SIGHUP: '129',
  SIGINT: '130',
  SIGQUIT: '131',
  SIGTERM: '143',
  'Ctrl-C': '130',
};

/** What the terminal keeps of the program that it should not, and whether the exit code fits the ending. */
export function restoreFaults(job: ShellJob, ending: Ending): string[] {
  // If the shell's last word was never read, the program's was not either. Such runs are counted elsewhere.
  if (!job.output.includes(OVER)) return [];
  const code = job.note('code') || 'none';
  const err = job.note('err');
  return [
    ...modesOn(job.output).map((mode) => `${mode} after ${ending} (exit code ${code})`),
    ...stopFaults(job),
    ...settingsFaults(job, 'after'),
    ...(code === '0' || code === EXIT_CODES[ending] ? [] : [`exit code ${code} after ${ending}`]),
    ...(isCrash(err) ? [`crashed: ${err.slice(0, 300)}`] : []),
  ];
}

/** The same at the first stop, if there was one. */
function stopFaults(job: ShellJob): string[] {
  const at = job.output.indexOf(STOPPED);
  if (at < 0) return [];
  const state = job.note('stat').replace(/^.*\) /, '');
  return [
    ...modesOn(job.output.slice(0, at)).map((mode) => `${mode} while the program is stopped`),
    ...settingsFaults(job, 'stopped'),
    ...(state.startsWith('T') ? [] : [`stopped, but in state ${state.slice(0, 1) || 'unknown'}`]),
  ];
}

function settingsFaults(job: ShellJob, when: 'stopped' | 'after'): string[] {
  const [before, then] = [job.note('before'), job.note(when)];
  return before === then ? [] : [`terminal settings ${when}: ${before} became ${then}`];
}
