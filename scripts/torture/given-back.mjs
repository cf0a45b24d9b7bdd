import { note, OVER, STOPPED } from './job.mjs';
import { isCrash } from './program.mjs';

/** Each mode that was turned on is turned off again after it was last on. */
const MODES = [
  ['\x1b[?1049h', '\x1b[?1049l', 'alternate screen'],
  ['\x1b[?25l', '\x1b[?25h', 'cursor'],
  ['\x1b[?2004h', '\x1b[?2004l', 'bracketed paste'],
];

const leftOn = (output) =>
  MODES.filter(([on, off]) => output.lastIndexOf(on) > output.lastIndexOf(off)).map(
    ([, , name]) => name,
  );

/** Whether the program has the screen. */
export const isOnScreen = (output) => leftOn(output).includes('alternate screen');

function wrongSettings(folder, when) {
  const [before, then] = [note(folder, 'before'), note(folder, when)];
  return before === then ? [] : [`settings ${when}: ${before} became ${then}`];
}

/** @returns what is wrong with the terminal while the program was stopped, and with how it stopped */
function wrongStop(output, folder) {
  const at = output.indexOf(STOPPED);
  if (at < 0) return [];
  const state = note(folder, 'stat').replace(/^.*\) /, '');
  return [
    ...leftOn(output.slice(0, at)).map((name) => `${name} is left while it is stopped`),
    ...wrongSettings(folder, 'stopped'),
    ...(state.startsWith('T') ? [] : [`stopped, and in state ${state.slice(0, 1) || 'unknown'}`]),
  ];
}

const CODES = { SIGHUP: '129', SIGINT: '130', SIGQUIT: '131', SIGTERM: '143', 'Ctrl-C': '130' };

/** Nought is for who has left by choice: how many have, though they were told to end, is counted elsewhere. */
const wrongCode = (code, how) =>
  code === '0' || code === CODES[how] ? [] : [`exit code ${code} after ${how}`];

export const hasEndedWithNought = (folder) => note(folder, 'code') === '0';

/**
 * Whether the terminal is as it was, when it was stopped and at the end, and the program ended as it was told to.
 * @param how the signal, or Ctrl-C
 */
export function wrongEnd(output, folder, how) {
  const code = note(folder, 'code') || 'none';
  // Where the shell's own last word was not read, the program's was not either: how many such there are is told.
  if (!output.includes(OVER)) return [];
  const modes = leftOn(output).map((name) => `${name} is left after ${how} (exit code ${code})`);
  const err = note(folder, 'err');
  return [
    ...modes,
    ...wrongStop(output, folder),
    ...wrongSettings(folder, 'after'),
    ...wrongCode(code, how),
    ...(isCrash(err) ? [`crashed: ${err.slice(0, 300)}`] : []),
  ];
}
