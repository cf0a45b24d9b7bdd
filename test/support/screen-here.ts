import { PassThrough, Writable } from 'node:stream';
import { runCommand } from '../../src/cli/run-command.js';
import type { Environment } from '../../src/commands/environment.js';
import { COURSES, placedIn } from './in-process.js';
import { type Ended, Screen } from './screen.js';
import { KEY, type Start } from './terminal.js';

/**
 * Runs a command in the process of the test, on a terminal in memory: starting a program takes far longer than its
 * screens. It has no line discipline, so it is for screens, and it ends only when the session does.
 */
export class ScreenHere extends Screen {
  override readonly ended: Promise<Ended>;
  private readonly stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (): void => {},
    ref: (): void => {},
    unref: (): void => {},
  });
  private readonly stdout: Writable & { columns: number; rows: number };

  constructor(start: Start) {
    const { args = [], columns = 80, rows = 24, env = {}, cwd = process.cwd() } = start;
    super({ columns: columns || 80, rows: rows || 24, convertEol: true }); // 0: a terminal that knows no size
    this.take(start.shown ?? '');
    if (start.command !== undefined || start.uid !== undefined)
      throw new Error('another program or another user needs a process: use begin');
    const write = (text: string, _: unknown, done: () => void): void => {
      this.take(text);
      done();
    };
    const output = new Writable({ decodeStrings: false, write });
    this.stdout = Object.assign(output, { isTTY: true, columns, rows });
    const { stdin, stdout } = this;
    const environment = {
      ...{ stdin, stdout, stderr: stdout, platform: process.platform, courses: COURSES },
      env: { TERM: 'xterm-256color', LC_ALL: 'C.UTF-8', ...env },
      fault: new Promise<never>(() => {}),
    };
    const restore = placedIn(cwd);
    this.ended = runCommand(args, environment as unknown as Environment)
      .finally(restore)
      .then((code) => this.endWith({ code, signal: 0 }));
  }

  override send(bytes: Buffer): void {
    if (!this.isEnded) this.stdin.write(bytes);
  }

  override resize(columns: number, rows: number): void {
    Object.assign(this.stdout, { columns, rows });
    this.screenModel.resize(columns, rows);
    this.stdout.emit('resize');
  }

  override async discard(): Promise<unknown> {
    this.press(KEY.ctrlC);
    return this.ended;
  }
}
