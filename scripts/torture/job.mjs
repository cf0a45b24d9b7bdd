import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PROGRAM } from './program.mjs';
import { openTerminal } from './terminal.mjs';

/** What the shell says when the job is stopped, and when all is over. */
export const STOPPED = 'THE-STOP';
export const OVER = 'THE-END';

/**
 * A shell with job control (set -m: without it a program in a new terminal cannot be stopped) that runs the program as
 * its job. It keeps the settings of the terminal before, while the job is stopped and after, and the job's state and
 * exit code; a stopped job goes on at once. The trap keeps a Ctrl-C that comes too late from ending the shell.
 */
const SHELL = `
trap : INT
set -m
cd "$1" || exit 1
shift
stty -g > before
"$@" 2> err
code=$?
while [ "$code" -gt 128 ] && [ "$(kill -l "$code")" = TSTP ]; do
  stty -g > stopped
  jobs -p > job
  read -r job < job
  cat "/proc/$job/stat" > stat
  echo ${STOPPED}
  fg %+
  code=$?
done
echo "$code" > code
stty -g > after
echo ${OVER}
`;

/** The program as the job of a shell, in a terminal whose notes are in the folder. */
export function openJob(folder, words) {
  const whole = [process.execPath, PROGRAM, ...words];
  const terminal = openTerminal([], { command: ['sh', ['-c', SHELL, 'sh', folder, ...whole]] });
  const isOver = () => terminal.isEnded() || terminal.output().includes(OVER);
  return { ...terminal, isOver };
}

/** A note of the shell's; nothing where it had no time for it. */
export function note(folder, name) {
  try {
    return readFileSync(path.join(folder, name), 'utf8').trim();
  } catch {
    return '';
  }
}
