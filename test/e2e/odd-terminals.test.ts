import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { ShellJob, STOPPED } from '../stress/terminals/shell-job.js';
import { modesOn } from '../stress/terminals/terminal-restored.js';
import { freePort } from '../support/free-port.js';
import { runHere } from '../support/in-process.js';
import { checkOf, isJudged, lessonOf, opening, pressed, toFirstCheck } from '../support/learner.js';
import { answersIn, usingProgram } from '../support/program.js';
import type { Screen } from '../support/screen.js';
import { isOtherProgram, KEY, PROGRAM, type Terminal, testNode } from '../support/terminal.js';

const HOW_WIDE = checkOf('the-dispute', 'how-wide');
const STEP = lessonOf('the-dispute').steps.indexOf(HOW_WIDE.id) + 1;

describe.skipIf(process.platform === 'win32')('a terminal that reports a window of', () => {
  const { begin, beginHere, data } = usingProgram();

  type Size = readonly [columns: number, rows: number];
  const UNKNOWN: Size = [0, 0];
  const USUAL: Size = [80, 24];

  /** The program in a pseudo-terminal whose window has that size. */
  const startAt = ([columns, rows]: Size, args: readonly string[], env = {}): Terminal => {
    const program = [testNode(), PROGRAM, ...args, '--data-dir', data()];
    const resized = `stty rows ${rows} cols ${columns}; exec "$@"`;
    return begin({ command: ['sh', '-c', resized, 'sh', ...program], env });
  };
  const beginAt = (size: Size, args: readonly string[], env = {}): Screen =>
    isOtherProgram()
      ? startAt(size, args, env)
      : beginHere({ columns: size[0], rows: size[1], args, env });
  const outputOf = async (screen: Screen): Promise<string> => {
    expect((await screen.ended).code).toBe(0);
    return screen.output;
  };

  test.each([[['--help']], [['progress']], [['list']], [['workshop', 'join', '--help']]])(
    '0 by 0 gets the lines of 80 columns from %j',
    async (args) => {
      expect(await outputOf(beginAt(UNKNOWN, args))).toBe(await outputOf(beginAt(USUAL, args)));
    },
  );

  test('0 by 0 gets a code in large letters', async () => {
    const rows = (await outputOf(startAt(UNKNOWN, ['workshop', 'code']))).split('\n');
    expect(rows.findIndex((row) => row.startsWith('Code:'))).toBeGreaterThan(10);
  });

  test('0 by 0 gets lines as wide as in 80 columns in line mode', async () => {
    const texts = [USUAL, UNKNOWN].map(async (size) => {
      const terminal = startAt(size, ['learn', '1', '--plain']);
      await terminal.shows('q quit');
      terminal.press('q\r');
      await terminal.ended;
      return terminal.output.split('q quit')[0];
    });
    const [usual, unknown] = await Promise.all(texts);
    expect(unknown).toBe(usual);
  });

  test('0 rows or 0 columns gets a screen of 80 by 24', async () => {
    const usual = beginAt(USUAL, []);
    await usual.shows('q quit');
    for (const terminal of [startAt(UNKNOWN, []), beginAt([80, 0], []), beginAt([0, 24], [])]) {
      await terminal.shows('q quit');
      await terminal.shows((now) => now.text() === usual.text());
      await pressed(terminal, KEY.down);
    }
  });

  test('0 by 0 gets the size in COLUMNS and LINES, if they are numbers', async () => {
    const terminal = beginAt(UNKNOWN, [], { COLUMNS: '50', LINES: '9' });
    await terminal.shows('Enlarge to');
    const odd = beginAt(UNKNOWN, [], { COLUMNS: 'wide', LINES: '-3' });
    await odd.shows('q quit');
  });

  test('0 by 0 is reported by doctor', async () => {
    const said = await outputOf(startAt(UNKNOWN, ['doctor']));
    expect(said.replace(/\s+/g, ' ')).toContain(
      '80 columns, 24 rows, because the terminal reports no size, ok',
    );
  });

  test('1 by 1 gets words in line mode, not letters', async () => {
    const said = await outputOf(beginAt([1, 1], ['progress']));
    expect(said).toContain('The Claude contract');
  });

  test('thousands of columns and rows gets a page', async () => {
    const terminal = startAt([10_000, 10_000], ['learn', '1']);
    await terminal.shows('q quit');
    terminal.press('q');
    expect((await terminal.ended).code).toBe(0);
  });
});

describe.skipIf(process.platform === 'win32')('a terminal that is in the alternate screen', () => {
  const { begin, beginHere, data } = usingProgram();

  /** Rows of a letter that no page has, and the cursor at the bottom, as after kill -9 of a program. */
  const FULL = `\x1b[?1049h${'\u00d8'.repeat(4_000)}`;

  test.each([
    ['home', () => begin({ shown: FULL })],
    ['a lesson', () => beginHere({ shown: FULL, args: ['learn', '1'] })],
  ])('is cleared before the first frame of %s', async (_, open) => {
    const terminal = open();
    await terminal.shows('q quit');
    expect(terminal.output).toContain('\u00d8');
    expect(terminal.text()).not.toContain('\u00d8');
  });

  test('is cleared before the first frame of a live room', async () => {
    const folder = path.join(data(), 'room');
    const args = [
      'workshop',
      'room',
      '--lesson',
      'threatened',
      '--dir',
      folder,
      '--port',
      String(await freePort()),
    ];
    const terminal = beginHere({ shown: FULL, args });
    await terminal.shows('Nobody is in yet');
    expect(terminal.text()).not.toContain('\u00d8');
  });
});

/** Whether the limit takes WebAssembly away. Node 24 reserves less memory for it. */
function lacksMemory([shell, ...limited]: readonly [string, ...string[]]): boolean {
  const script = 'try { new WebAssembly.Memory({ initial: 1 }) } catch { process.exit(3) }';
  return spawnSync(shell, [...limited, '-e', script]).status === 3;
}

describe('without WebAssembly', () => {
  const { begin, data } = usingProgram();

  const LIMITED = ['sh', '-c', 'ulimit -v 8000000; exec "$@"', 'sh', testNode()] as const;
  const WAYS: [string, readonly [string, ...string[]]][] = [
    ['with --jitless', [testNode(), '--jitless']],
    ...(lacksMemory(LIMITED) ? [['with a memory limit', LIMITED] as never] : []),
  ];

  describe.each(WAYS)('%s', (way, node) => {
    // The program looks for WebAssembly, not for the reason: one way is enough for the commands that only say so.
    const isFirst = way === WAYS[0]?.[0];
    const beginWith = (...args: readonly string[]): Terminal =>
      begin({ command: [...node, PROGRAM, ...args, '--data-dir', data()] });

    test('the program says so in one line and goes on in numbered lines', async () => {
      const terminal = beginWith('learn', '1');
      await terminal.shows('q quit');
      expect(terminal.output.match(/on-the-record: /g)).toHaveLength(1);
      expect(terminal.output.replace(/\s+/g, ' ')).toContain(
        'on-the-record: screens need WebAssembly, which a memory limit (ulimit -v) or --jitless turns off here; the program uses numbered lines instead',
      );
      expect(modesOn(terminal.output)).toEqual([]);
      const first = opening(HOW_WIDE.stem);
      for (let i = 0; i < STEP && !terminal.text().includes(first); i++) {
        const { length } = terminal.output;
        terminal.press('\r');
        await terminal.shows((now) => now.output.slice(length).includes('q quit'));
      }
      await terminal.shows(first);
      terminal.press('1\r');
      await terminal.shows(/^(Right|Not this time)/m);
      terminal.press('q\r');
      expect((await terminal.ended).code).toBe(0);
      expect(answersIn(data())).toHaveLength(1);
    });

    test.runIf(isFirst)('nothing is said to a learner who asked for lines', async () => {
      const terminal = beginWith('learn', '1', '--plain');
      await terminal.shows('q quit');
      expect(terminal.output).not.toContain('WebAssembly');
    });

    test('doctor reports it', async () => {
      const terminal = beginWith('doctor');
      expect((await terminal.ended).code).toBe(0);
      expect(terminal.output).toMatch(/· Terminal\s+screens need WebAssembly/);
    });

    test.runIf(isFirst)('preview names the reason', async () => {
      await runHere(['new', path.join(data(), 'course')]);
      const preview = begin({
        command: [...node, PROGRAM, 'preview', path.join(data(), 'course')],
      });
      expect((await preview.ended).code).toBe(1);
      expect(preview.output).toContain('on-the-record: screens need WebAssembly');
    });

    test.runIf(isFirst)('the slides of a report name the reason', async () => {
      const terminal = beginWith('workshop', 'report', data(), '--present');
      expect((await terminal.ended).code).toBe(1);
      expect(terminal.output).toContain('on-the-record: screens need WebAssembly');
    });
  });
});

describe.skipIf(process.platform === 'win32')('a program that a shell stops', () => {
  const { data } = usingProgram();
  let jobs: ShellJob[] = [];
  afterEach(() => {
    for (const job of jobs) {
      job.signal('SIGKILL');
      job.terminal.kill('SIGKILL');
    }
    jobs = [];
  });

  const beginJob = (env: Readonly<Record<string, string>> = {}): ShellJob => {
    const job = new ShellJob(data(), ['--data-dir', path.join(data(), 'progress')], { env });
    jobs.push(job);
    return job;
  };

  // The stress part `odd-terminals` sends SIGTTIN and SIGTTOU too.
  const SIGNALS = ['SIGSTOP', 'SIGTSTP'] as const;

  test(`by ${SIGNALS.join(' or ')} draws its screen again and takes keys when it goes on`, async () => {
    const job = beginJob();
    const { terminal } = job;
    await terminal.shows('q quit');
    await pressed(terminal, KEY.down);
    const before = terminal.text();
    for (const signal of SIGNALS) {
      const { length } = job.output;
      job.signal(signal);
      await terminal.shows(() => job.output.includes(STOPPED, length));
      await terminal.shows((now) => now.isAlternateScreen() && now.text() === before);
      await pressed(terminal, KEY.down);
      await pressed(terminal, KEY.up);
      expect(terminal.text()).toBe(before);
    }
    terminal.press('q');
    expect(await job.ends()).toBe(true);
    expect(modesOn(job.output)).toEqual([]);
    expect([job.note('code'), job.note('after')]).toEqual(['0', job.note('before')]);
  });

  test(`by ${SIGNALS.join(' or ')} draws for the window that it finds when it goes on`, async () => {
    const job = beginJob({ SIZE_AT_STOP: 'rows 9 cols 30' });
    for (const signal of SIGNALS) {
      job.terminal.resize(80, 24);
      await job.terminal.shows('Start');
      job.signal(signal);
      await job.terminal.shows('Enlarge to');
    }
  });

  /** Makes the program stop itself when it calls a method of its terminal's streams. */
  const stopAt = (call: string, condition: string): string => {
    const hook = path.join(data(), 'hook.cjs');
    const [stream, method] = call.split('.');
    writeFileSync(
      hook,
      `const { ${stream} } = require('node:tty');
const { ${method} } = ${stream}.prototype;
let isDone = false;
${stream}.prototype.${method} = function (first, ...rest) {
  const result = ${method}.call(this, first, ...rest);
  if (!isDone && ${condition}) {
    isDone = true;
    process.kill(process.pid, 'SIGTSTP');
  }
  return result;
};
`,
    );
    return `--require ${hook}`;
  };

  test.each([
    ['as soon as keys are read', 'ReadStream.setRawMode', 'first === true'],
    [
      'as soon as the alternate screen is on',
      'WriteStream.write',
      "String(first).includes('1049h')",
    ],
    ['right after the first frame', 'WriteStream.write', "String(first).includes('2026l')"],
  ])('%s gives the terminal back first', async (_, call, condition) => {
    const job = beginJob({ NODE_OPTIONS: stopAt(call, condition) });
    const { terminal } = job;
    await terminal.shows(() => job.output.includes(STOPPED));
    expect(modesOn(job.output.split(STOPPED)[0] ?? '')).toEqual([]);
    expect(job.note('stopped')).toBe(job.note('before'));
    await terminal.shows('q quit');
    await pressed(terminal, KEY.down);
    terminal.press('q');
    expect(await job.ends()).toBe(true);
    expect([job.note('code'), job.note('after')]).toEqual(['0', job.note('before')]);
  });
});

describe('keys of terminals with their own protocols', () => {
  const { begin, beginHere, data } = usingProgram();

  async function atFirstCheck(
    terminal: Screen = beginHere({ args: ['learn', '1'] }),
  ): Promise<Screen> {
    await toFirstCheck(terminal, 'the-dispute');
    return terminal;
  }

  /** Shows that the page is as before and takes keys. */
  async function expectUnchanged(terminal: Screen, before: string): Promise<void> {
    await pressed(terminal, '?');
    await pressed(terminal, KEY.esc);
    await terminal.shows((now) => now.text() === before);
    expect(answersIn(data())).toEqual([]);
  }

  test.each([
    ['\x1b[99;5u', 'CSI u'],
    ['\x1b[27;5;99~', 'modifyOtherKeys'],
  ])('Ctrl-C as %j (%s) quits', async (ctrlC) => {
    const terminal = await atFirstCheck();
    terminal.press(ctrlC);
    expect((await terminal.ended).code).toBe(130);
  });

  test('Ctrl-C as CSI u quits line mode with the end of its line', async () => {
    const terminal = begin({ args: ['learn', '1', '--plain'] });
    await terminal.shows('q quit');
    terminal.press('\x1b[99;5u\r');
    expect((await terminal.ended).code).toBe(130);
  });

  test.each([
    ['a key that is let go', Buffer.from('\x1b[13;1:3u\x1b[113;1:3u\x1b[1;1:3B')],
    ['a mouse report', Buffer.from('\x1b[M \xe1\x31\x1b[M#\x31\x31\x1b[M \x00\x71', 'latin1')],
  ])('%s does nothing', async (_, bytes) => {
    const terminal = await atFirstCheck();
    const before = terminal.text();
    terminal.send(bytes);
    await expectUnchanged(terminal, before);
  });

  test('Enter of these protocols answers', async () => {
    const terminal = await atFirstCheck();
    await pressed(terminal, '1');
    terminal.press('\x1b[13u');
    await terminal.shows(isJudged);
  });

  const STUCK_PASTE = '\x1b[200~1\r2\r';

  test('Esc gets out of a paste that never ends', async () => {
    const terminal = await atFirstCheck();
    const before = terminal.text();
    terminal.press(STUCK_PASTE);
    terminal.press('\x1b[27u');
    await expectUnchanged(terminal, before);
  });

  test('Ctrl-C quits during a paste that never ends', async () => {
    const terminal = await atFirstCheck();
    terminal.press(STUCK_PASTE);
    terminal.press(KEY.ctrlC);
    expect((await terminal.ended).code).toBe(130);
  });

  test('a paste that never ends is over after two seconds without input', async () => {
    const [hook, isOver] = [path.join(data(), 'hook.cjs'), path.join(data(), 'over')];
    // The two seconds pass at once.
    writeFileSync(
      hook,
      `const { setTimeout: later } = globalThis;
globalThis.setTimeout = (work, ms, ...rest) =>
  ms === 2000 ? later(() => { work(); require('node:fs').writeFileSync(${JSON.stringify(isOver)}, ''); }, 1) : later(work, ms, ...rest);
`,
    );
    const env = { NODE_OPTIONS: `--require ${hook}` };
    const terminal = await atFirstCheck(begin({ args: ['learn', '1'], env }));
    const before = terminal.text();
    terminal.press(STUCK_PASTE);
    await expect.poll(() => existsSync(isOver), { timeout: 15_000 }).toBe(true);
    await expectUnchanged(terminal, before);
  });
});
