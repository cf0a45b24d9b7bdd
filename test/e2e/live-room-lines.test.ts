import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { freePort } from '../support/free-port.js';
import { temporaryFolders } from '../support/temporary-folder.js';
import { PROGRAM, testNode } from '../support/terminal.js';

const newFolder = temporaryFolders();

type Started = {
  readonly type: (...lines: readonly string[]) => void;
  readonly says: (words: string | RegExp) => Promise<void>;
  readonly text: () => string;
  readonly process: ChildProcessWithoutNullStreams;
  readonly ended: Promise<[code: number | null, signal: string | null]>;
};

const open: ChildProcessWithoutNullStreams[] = [];

afterEach(() => {
  for (const program of open.splice(0)) program.kill('SIGKILL');
});

/** Runs before the program. The smaller the random numbers, the sooner simulated people join and answer. */
const SMALL_NUMBERS = 'const { random } = Math; Math.random = () => random() / 10;';

/** Starts `workshop room` without a terminal. */
async function started(args: readonly string[], cwd: string): Promise<Started> {
  const at = String(await freePort());
  const all = ['workshop', 'room', '--lesson', '1', '--dir', 'ours', '--port', at, ...args];
  const env = { ...process.env, LC_ALL: 'C.UTF-8', ON_THE_RECORD_HOME: path.join(cwd, 'data') };
  const before = ['--import', `data:text/javascript,${encodeURIComponent(SMALL_NUMBERS)}`];
  const program = spawn(testNode(), [...before, PROGRAM, ...all], { cwd, env });
  open.push(program);
  let text = '';
  program.stdout.on('data', (part: Buffer) => {
    text += part.toString();
  });
  program.stderr.on('data', (part: Buffer) => {
    text += part.toString();
  });
  const isSaid = (words: string | RegExp): boolean => {
    const plain = text.replace(/\s+/g, ' ');
    return typeof words === 'string' ? plain.includes(words) : words.test(plain);
  };
  return {
    process: program,
    text: () => text,
    type: (...lines) => program.stdin.write(`${lines.join('\n')}\n`),
    says: async (words) => {
      while (!isSaid(words)) await once(program.stdout, 'data');
    },
    ended: once(program, 'close') as Started['ended'],
  };
}

describe('a room without a terminal', () => {
  test('prints what happens, takes commands, and leaves with 0', async () => {
    const room = await started(['--demo', '2'], newFolder());
    await room.says('(2 in)');
    room.type('begin');
    await room.says('All 2 have answered.');
    room.type('close', 'reveal');
    await room.says('The right answer is shown.');
    room.type('end', 'quit');
    expect(await room.ended).toEqual([0, null]);
    expect(room.text()).toContain('on-the-record workshop report ours');
  });

  test('with its input closed serves until SIGTERM, and then goes on with the same command', async () => {
    const cwd = newFolder();
    const room = await started([], cwd);
    room.process.stdin.end('begin\n');
    await room.says('The input has ended. The room goes on until');
    const port = /127\.0\.0\.1:(\d+)/.exec(room.text())?.[1];
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
    room.process.kill('SIGTERM');
    expect(await room.ended).toEqual([null, 'SIGTERM']);
    expect(room.text()).toContain("The room hasn't ended. To reopen it:");
    const again = await started([], cwd);
    await again.says('Question 1 of 9. The vote is open.');
    again.type('quit');
    expect(await again.ended).toEqual([0, null]);
  });

  test('leaves with 130 on Ctrl-C', async () => {
    const room = await started([], newFolder());
    await room.says('help shows all commands');
    room.process.kill('SIGINT');
    expect(await room.ended).toEqual([130, null]);
  });

  test('is refused a second time, and cannot be deleted while it is open', async () => {
    const cwd = newFolder();
    const room = await started([], cwd);
    await room.says('help shows all commands');
    const other = await started([], cwd);
    expect(await other.ended).toEqual([1, null]);
    expect(other.text()).toContain('another window has the room in');
    const forget = spawn(testNode(), [PROGRAM, 'workshop', 'room', '--forget', 'ours'], { cwd });
    open.push(forget);
    const [message] = (await once(forget.stderr, 'data')) as [Buffer];
    expect(message.toString()).toBe(
      'on-the-record: the room in ours is open: end it or quit it first\n',
    );
    room.type('quit');
    await room.ended;
  });
});
