import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PROGRAM, type Start, Terminal, testNode } from '../../support/terminal.js';

/** What the shell prints when the job has stopped, and when it has ended. */
export const STOPPED = 'THE-STOP';
export const OVER = 'THE-END';

/**
 * A shell with job control (set -m: without it, a program in a new terminal cannot be stopped) that runs the program as
 * its job. It notes the terminal's settings before, during a stop and after, the job's state, and the exit code. During a
 * stop it uses the terminal as shells do: with its own settings and, if asked, after another window size. It continues a
 * stopped job at once. With noflsh, a Ctrl-Z or Ctrl-C right after the program has left does not make the system drop the
 * program's last output, if a busy machine has not read it yet. The trap keeps a late Ctrl-C from ending the shell itself.
 */
const SHELL = `
trap : INT
set -m
cd "$1" || exit 1
shift
stty noflsh
stty -g > before
[ -z "$SIZE" ] || stty $SIZE
"$@" 2> err
code=$?
while [ "$code" -gt 128 ] && case "$(kill -l "$code")" in TSTP|STOP|TTIN|TTOU) ;; *) false;; esac; do
  stty -g > stopped
  stty "$(cat before)"
  [ -z "$SIZE_AT_STOP" ] || stty $SIZE_AT_STOP
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

  /**
   * @param folder takes the shell's notes
   * @param start SIZE and SIZE_AT_STOP in its environment are words for `stty`
   */
  constructor(
    folder: string,
    args: readonly string[],
    start: Omit<Start, 'args' | 'command'> = {},
  ) {
    this.folder = folder;
    const command = [testNode(), PROGRAM, ...args];
    this.terminal = new Terminal({
      ...start,
      command: ['sh', '-c', SHELL, 'sh', folder, ...command],
    });
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

  /** @returns whether the program got the signal: it may have ended by itself meanwhile, or not begun */
  signal(name: NodeJS.Signals): boolean {
    const pid = childOf(this.terminal.pid);
    if (pid === undefined) return false;
    try {
      return process.kill(pid, name);
    } catch {
      return false; // ended meanwhile
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

/** The shell's only child that is Node, whose main thread has a name of its own from Node 24; undefined after its end. */
function childOf(shell: number): number | undefined {
  try {
    const found = execFileSync('pgrep', ['-P', String(shell), 'node|MainThread'], {
      encoding: 'utf8',
    });
    return Number(found.trim().split('\n')[0]) || undefined;
  } catch {
    return undefined;
  }
}
