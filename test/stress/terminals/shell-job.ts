import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PROGRAM, Terminal, testNode } from '../../support/terminal.js';

/** What the shell prints when the job has stopped, and when it has ended. */
export const STOPPED = 'THE-STOP';
export const OVER = 'THE-END';

/**
 * A shell with job control (set -m: without it, a program in a new terminal cannot be stopped) that runs the program as
 * its job. It notes the terminal's settings before, during a stop and after, the job's state, and the exit code. It
 * continues a stopped job at once. The trap keeps a late Ctrl-C from ending the shell itself.
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

/** What the shell notes in its folder, a file each. */
type Note = 'before' | 'stopped' | 'after' | 'stat' | 'code' | 'err';

/** The program as a shell's job, in a terminal. */
export class ShellJob {
  readonly terminal: Terminal;
  private readonly folder: string;

  /** @param folder takes the shell's notes */
  constructor(folder: string, args: readonly string[]) {
    this.folder = folder;
    const command = [testNode(), PROGRAM, ...args];
    this.terminal = new Terminal({ command: ['sh', '-c', SHELL, 'sh', folder, ...command] });
  }

  get output(): string {
    return this.terminal.output;
  }

  get isOver(): boolean {
    return this.terminal.isEnded || this.output.includes(OVER);
  }

  /** @returns whether it came true, within the longest wait and before the job's end */
  becomes(isTrue: () => boolean): Promise<boolean> {
    return this.terminal.becomes(() => isTrue() || this.isOver).then(isTrue);
  }

  /** Waits for the job's end. @returns whether it came within the longest wait */
  ends(): Promise<boolean> {
    return this.terminal.becomes(() => this.isOver);
  }

  /** Sends a signal to the program, which may have ended by itself meanwhile. */
  signal(name: NodeJS.Signals): void {
    const pid = childOf(this.terminal.pid);
    try {
      if (pid !== undefined) process.kill(pid, name);
    } catch {
      // ended meanwhile
    }
  }

  /** A note of the shell's; empty if the shell had no time for it. */
  note(name: Note): string {
    try {
      return readFileSync(path.join(this.folder, name), 'utf8').trim();
    } catch {
      return '';
    }
  }
}

/** The shell's only child; undefined after its end. */
function childOf(shell: number): number | undefined {
  try {
    const found = execFileSync('pgrep', ['-P', String(shell), 'node'], { encoding: 'utf8' });
    return Number(found.trim().split('\n')[0]) || undefined;
  } catch {
    return undefined;
  }
}
