import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import type { Ended } from '../../support/screen.js';
import { KEY, PROGRAM, Terminal, testNode } from '../../support/terminal.js';
import { answersIn } from '../answer-log.js';
import { type Case, NotPossible } from '../cases.js';
import { wentThroughAll } from '../history.js';
import { isCrash } from '../plain-program.js';
import { visible } from '../plans.js';
import { modesOn } from '../terminals/terminal-restored.js';
import { inTime } from './in-time.js';
import { isBlocked, MOST_GROWTH, memoryOf, needProcessState } from './process-state.js';
import { verdictsShown } from './verdicts-shown.js';

/** In bytes a second, read in ten pieces. */
const RATE = 300;

/** Far more than fill a terminal. */
const MOST_KEYS = 4000;

const ROUND = ['1', KEY.enter, KEY.space];
/** Help, which fills a terminal faster than a question. Space closes it. */
const HELP = ['?', KEY.space];
const KEYS = [...ROUND, ...ROUND, ...ROUND, ...HELP, ...HELP, ...HELP];

const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

type Drill = {
  readonly terminal: Terminal;
  /** Types one of the keys. */
  readonly type: () => void;
};

/** Opens a drill, types without reading until the program has to wait, and works with the full terminal. */
const withFullTerminal =
  (work: (drill: Drill, data: string) => Promise<void>): Case =>
  async (data) => {
    needProcessState();
    wentThroughAll(data);
    const drill = openDrill(data);
    try {
      await drill.terminal.shows('enter answer');
      await fill(drill);
      await work(drill, data);
    } finally {
      drill.terminal.kill('SIGKILL');
    }
  };

function openDrill(data: string): Drill {
  const program = [testNode(), PROGRAM, 'drill', '--data-dir', data];
  const shell = ['sh', '-c', 'exec "$@" 2> "$0"', errorFile(data)] as const;
  const terminal = new Terminal({ command: [...shell, ...program] });
  let typed = 0;
  return { terminal, type: () => terminal.press(KEYS[typed++ % KEYS.length] ?? '') };
}

const errorFile = (data: string): string => path.join(data, 'errors');

async function fill({ terminal, type }: Drill): Promise<void> {
  terminal.stopReading();
  for (let typed = 0; typed < MOST_KEYS; typed++) {
    type();
    await later(5);
    if (typed % 20 === 19 && (await isBlocked(terminal.pid, type))) return;
  }
  throw new NotPossible('the program never waited for its reader');
}

/**
 * Does something while the terminal is full, and then reads on. Every verdict that was shown must be in the log.
 * @param exitCode how the program must end; undefined if it is killed and cannot restore the terminal
 */
const whileFull = (work: (drill: Drill) => void | Promise<void>, exitCode?: number): Case =>
  withFullTerminal(async (drill, data) => {
    const { terminal } = drill;
    await work(drill);
    terminal.readOn();
    const end = await inTime(terminal.ended, 'the program, which is read again,');
    if (exitCode !== undefined) {
      checkExit(end, exitCode, data);
      const tail = visible(terminal.output.slice(-200));
      assert.deepEqual(modesOn(terminal.output), [], `the terminal was not restored: ${tail}`);
    }
    const shown = await verdictsShown(terminal.output);
    const kept = answersIn(data).filter(({ k }) => k === 'drill').length;
    assert.ok(shown > 0, 'no verdict was shown');
    assert.ok(shown <= kept, `${shown} verdicts shown, ${kept} answers saved`);
  });

/** A program that dies of a signal, and one that exits with the shell's number for it, end alike. */
function checkExit({ code, signal }: Ended, wanted: number, data: string): void {
  const errors = readFileSync(errorFile(data), 'utf8');
  assert.ok(!isCrash(errors), `crashed: ${errors.slice(0, 300)}`);
  const exitCode = signal === 0 ? code : 128 + signal;
  assert.equal(exitCode, wanted, `exit code ${exitCode} instead of ${wanted}`);
}

/** Somebody types while the terminal is read slowly. The program must not pile up what it has to write. */
const readSlowly = (seconds: number): Case =>
  whileFull(async ({ terminal, type }) => {
    const early = memoryOf(terminal.pid);
    let count = 0;
    for (let n = 0; n < seconds * 10; n++) {
      await later(100);
      type();
      count += terminal.read(RATE / 10);
    }
    assert.ok(count >= (RATE * seconds) / 2, `only ${count} letters to read in ${seconds} s`);
    const growth = memoryOf(terminal.pid) - early;
    assert.ok(growth <= MOST_GROWTH, `${growth.toFixed(0)} MB more after ${seconds} s`);
    terminal.press(KEY.ctrlC);
  }, EXIT_CODES.SIGINT);

const endedBy = (signal: keyof typeof EXIT_CODES): Case =>
  whileFull(({ terminal }) => terminal.kill(signal), EXIT_CODES[signal]);

export const unreadTerminals = {
  'a terminal read at 300 bytes a second': readSlowly(15),
  'Ctrl-C, not read': whileFull(({ terminal }) => terminal.press(KEY.ctrlC), EXIT_CODES.SIGINT),
  'kill -9, not read': whileFull(({ terminal }) => terminal.kill('SIGKILL')),
  'SIGTERM, not read': endedBy('SIGTERM'),
  'SIGHUP, not read': endedBy('SIGHUP'),
  'SIGINT, not read': endedBy('SIGINT'),
};

/**
 * The window closes: the program ends as a hang-up ends it, without an error. Try this alone: programs that node-pty
 * starts meanwhile keep the window open. `test/e2e` closes windows that are read.
 */
export const windowClosed = withFullTerminal(async ({ terminal }, data) => {
  terminal.close();
  checkExit(await inTime(terminal.ended, 'a program without a window'), EXIT_CODES.SIGHUP, data);
});
