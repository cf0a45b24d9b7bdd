import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { changePart } from '../support/course-pack.js';
import { answer, checkOf, goOn, isInLesson, pressed, toFirstCheck } from '../support/learner.js';
import { answersIn, SIZES, usingProgram } from '../support/program.js';
import { KEY, PROGRAM, testNode } from '../support/terminal.js';

/** Without compiled code, which other tests may be writing now. */
const copyProgram = (dist: string): void =>
  cpSync(path.dirname(PROGRAM), dist, {
    recursive: true,
    filter: (file) => !file.endsWith('.compiled'),
  });

const HOW_WIDE = checkOf('the-dispute', 'how-wide');

describe.each(SIZES)('at $columns by $rows', (size) => {
  const { beginHere: begin, data } = usingProgram();

  test('a data folder that cannot be written is reported at once, and on every screen', async () => {
    const file = path.join(data(), 'file');
    writeFileSync(file, 'not a folder');
    const terminal = begin({ ...size, args: ['--data-dir', file] });
    await terminal.shows('! Could not');
    await terminal.shows('! Not saved: a file');
    for (const key of ['?', KEY.esc, KEY.enter]) {
      await pressed(terminal, key);
      await terminal.shows('! Not saved: a file');
    }
    await toFirstCheck(terminal, 'the-dispute');
    await terminal.shows('! Not saved: a file');
    expect(terminal.text()).not.toContain('! Could not');
    await answer(terminal, HOW_WIDE, HOW_WIDE.key);
    await terminal.shows('! Not saved: a file');
    await goOn(terminal);
    terminal.press('q');
    expect((await terminal.ended).code).toBe(1);
    // The terminal may break the line at any character.
    const goodbye = /Couldnotsave.*nothingissavedthere/;
    await terminal.shows((now) => goodbye.test(now.text().replace(/\s/g, '')));
    expect(readFileSync(file, 'utf8')).toBe('not a folder');
  });
});

describe('what could not be saved', () => {
  const { beginHere: begin, data } = usingProgram();

  test('is saved as soon as it can be, and the screen says so once', async () => {
    const file = path.join(data(), 'file');
    writeFileSync(file, 'not a folder');
    const terminal = begin({ args: ['learn', '1', '--data-dir', file] });
    await terminal.shows('! Not saved');
    await toFirstCheck(terminal, 'the-dispute');
    rmSync(file);
    await answer(terminal, HOW_WIDE, HOW_WIDE.key);
    await terminal.shows('! Everything is saved now.');
    expect(terminal.text()).not.toContain('! Not saved');
    expect(answersIn(file)).toHaveLength(1);
    await goOn(terminal);
    expect(terminal.text()).not.toContain('! ');
  });

  test.skipIf(!existsSync('/proc/self'))(
    'is reported before the first key if the folder cannot be made',
    async () => {
      const terminal = begin({ args: ['--data-dir', '/proc/x'] });
      await terminal.shows('! Could not save in /proc/x/');
      await pressed(terminal, KEY.down);
      await terminal.shows('! Not saved: there is no such file or folder.');
    },
  );
});

describe('a damaged log', () => {
  const { begin, beginHere, data } = usingProgram();

  test('is reported once, and its undamaged answers count', async () => {
    const before = begin({ args: ['learn', '1'] });
    await toFirstCheck(before, 'the-dispute');
    await answer(before, HOW_WIDE, HOW_WIDE.key);
    before.kill('SIGKILL');
    await before.ended;
    const log = path.join(data(), 'claude-contract', 'answers-1.jsonl');
    writeFileSync(log, `${readFileSync(log, 'utf8')}\n{"id":"torn`);
    writeFileSync(log, `${readFileSync(log, 'utf8')}\n`);
    const terminal = beginHere({ args: ['learn', '1'] });
    await terminal.shows('✓ Right');
    await terminal.shows(/! .*1 line/);
    await pressed(terminal, 'm');
    expect(terminal.text()).not.toContain('! ');
  });
});

describe('the program restores the terminal', () => {
  const { begin, data } = usingProgram();

  test.each(['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT'])(
    'when %s ends the program',
    async (signal) => {
      const terminal = begin({ args: ['learn', '1'] });
      await terminal.shows(isInLesson);
      terminal.kill(signal);
      await terminal.ended;
      await terminal.shows((now) => !now.isAlternateScreen());
      expect(terminal.output.lastIndexOf('\x1b[?25h')).toBeGreaterThan(
        terminal.output.lastIndexOf('\x1b[?25l'),
      );
      expect(terminal.output.lastIndexOf('\x1b[?2004l')).toBeGreaterThan(
        terminal.output.lastIndexOf('\x1b[?2004h'),
      );
    },
  );

  test.each(['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT'])(
    'when %s comes as soon as keys are read, before Ink is loaded',
    async (signal) => {
      const at = (name: string): string => path.join(data(), name);
      writeFileSync(
        at('hook.cjs'),
        `const { ReadStream } = require('node:tty');
const { setRawMode } = ReadStream.prototype;
ReadStream.prototype.setRawMode = function (raw) {
  setRawMode.call(this, raw);
  if (raw) process.kill(process.pid, '${signal}');
  return this;
};
`,
      );
      const program = `'${testNode()}' --require '${at('hook.cjs')}' '${PROGRAM}' --data-dir '${data()}'`;
      const line = `stty -g > '${at('before')}'; ${program}; stty -g > '${at('after')}'; echo THE-END`;
      const terminal = begin({ command: ['sh', '-c', line] });
      await terminal.shows('THE-END');
      expect(readFileSync(at('after'), 'utf8')).toBe(readFileSync(at('before'), 'utf8'));
      expect(terminal.output).not.toContain('1049h');
    },
  );

  test('before it can be stopped while it exits', async () => {
    const at = (name: string): string => path.join(data(), name);
    writeFileSync(
      at('hook.cjs'),
      `const { WriteStream } = require('node:tty');
const { writeFileSync } = require('node:fs');
const { _writev, _write } = WriteStream.prototype;
const record = (text) => {
  if (text.includes('1049l')) writeFileSync('${at('listeners')}', String(process.listenerCount('SIGTSTP')));
};
WriteStream.prototype._write = function (chunk, ...rest) {
  record(String(chunk));
  return _write.call(this, chunk, ...rest);
};
WriteStream.prototype._writev = function (chunks, ...rest) {
  record(chunks.map(({ chunk }) => String(chunk)).join(''));
  return _writev.call(this, chunks, ...rest);
};
`,
    );
    const terminal = begin({
      command: [testNode(), '--require', at('hook.cjs'), PROGRAM, '--data-dir', data()],
    });
    await terminal.shows('q quit');
    terminal.press('q');
    expect((await terminal.ended).code).toBe(0);
    // Without a handler, the system would stop the program at once, with its screen still on the terminal.
    expect(readFileSync(at('listeners'), 'utf8')).toBe('1');
  });

  test('only when the learner quits, even if compiled code cannot be saved', async () => {
    const dist = path.join(data(), 'dist');
    copyProgram(dist);
    writeFileSync(path.join(dist, '.compiled'), 'a file in its place');
    // The loader's timer fires at once, before any key.
    const hook = path.join(data(), 'hook.cjs');
    writeFileSync(
      hook,
      'const { setTimeout: later } = globalThis; globalThis.setTimeout = (work, ms, ...rest) => later(work, ms === 1000 ? 300 : ms, ...rest);',
    );
    const terminal = begin({
      command: [testNode(), '--require', hook, path.join(dist, 'cli.js'), '--data-dir', data()],
    });
    await terminal.shows('q quit');
    const until = performance.now() + 600;
    while (performance.now() < until) {
      await pressed(terminal, KEY.down);
      await pressed(terminal, KEY.up);
    }
    terminal.press('q');
    expect((await terminal.ended).code).toBe(0);
    expect(terminal.output).not.toContain('failed');
  });

  test('when it has an internal error, and prints that error without a stack trace', async () => {
    const dist = path.join(data(), 'program', 'dist');
    copyProgram(dist);
    cpSync(
      path.join(path.dirname(PROGRAM), '..', 'package.json'),
      path.join(data(), 'program', 'package.json'),
    );
    changePart(path.join(dist, 'courses', 'claude-contract'), 'lesson-two-voices', () => '{');
    const terminal = begin({
      command: [testNode(), path.join(dist, 'cli.js'), '--data-dir', path.join(data(), 'progress')],
    });
    await terminal.shows('Start');
    await pressed(terminal, '2');
    await pressed(terminal, KEY.enter);
    await pressed(terminal, '2');
    terminal.press(KEY.enter);
    expect((await terminal.ended).code).toBe(1);
    await terminal.shows('Please report');
    expect(terminal.isAlternateScreen()).toBe(false);
    // The message is broken into lines between words.
    expect(terminal.text().match(/failed:\s/g)).toHaveLength(1);
    expect(terminal.text()).not.toContain('    at ');
  });
});

describe('when the terminal window closes,', () => {
  const { begin, data } = usingProgram();
  const { SIGHUP } = constants.signals;

  test.each([[['learn', '1']], [['drill']], [[]]])(
    'the program with %j ends by SIGHUP and reports no error',
    async (args) => {
      const errors = path.join(data(), 'errors');
      const program = [testNode(), PROGRAM, ...args, '--data-dir', data()];
      // The program takes the shell's place, so its parent is not in the window and sees how the program ends.
      const terminal = begin({
        command: ['sh', '-c', 'exec "$@" 2> "$0"', errors, ...program],
      });
      await terminal.shows('help');
      terminal.close();
      expect(await terminal.ended).toEqual({ code: 0, signal: SIGHUP });
      expect(readFileSync(errors, 'utf8')).toBe('');
    },
  );
});
