import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { FIRST_CHOICES } from '../support/first-choices.js';
import { type Printed, runHere } from '../support/in-process.js';
import { checkOf, lessonOf, opening, pagesBefore } from '../support/learner.js';
import { usingProgram } from '../support/program.js';
import { PROGRAM, testNode } from '../support/terminal.js';

const CHECKS = lessonOf('the-dispute').checks.length;

describe('without a terminal', () => {
  const { data, begin } = usingProgram();

  const inProcess = (args: readonly string[], input = ''): Promise<Printed> =>
    runHere(['--data-dir', data(), ...args], { input });

  test('the lesson is printed as lines, and the end of input saves and exits', () => {
    const { status, stdout, stderr } = spawnSync(
      testNode(),
      [PROGRAM, '--data-dir', data(), 'learn', '1'],
      {
        input: '\n'.repeat(pagesBefore(lessonOf('the-dispute'))),
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C.UTF-8', NO_COLOR: undefined },
      },
    );
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain(opening(checkOf('the-dispute', 'how-wide').stem));
    expect(stdout).toContain('Progress is saved');
    expect(stdout).not.toContain('\x1b');
  });

  test
    .skipIf(!existsSync('/dev/full'))
    .each([
      [['list']],
      [['progress', '--json']],
      [['workshop', 'handout', '--lesson', '2']],
      [['--help']],
    ])('%j fails with an error if it cannot write its output', (args) => {
    const device = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(testNode(), [PROGRAM, '--data-dir', data(), ...args], {
      stdio: ['ignore', device, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(device);
    expect(status).toBe(1);
    expect(stderr).toBe(
      'on-the-record: the output could not be written because the disk is full: free some space\n',
    );
  });

  test.skipIf(process.platform === 'win32')(
    'progress goes to the home folder of the user if HOME is empty',
    () => {
      const { stdout } = spawnSync(testNode(), [PROGRAM, '--plain'], {
        input: '',
        encoding: 'utf8',
        cwd: data(),
        env: { ...process.env, HOME: '', XDG_DATA_HOME: '', ON_THE_RECORD_HOME: '' },
      });
      expect(stdout).toMatch(/Progress (will be|is) saved in/);
      expect(stdout).toContain(`\n${userInfo().homedir}/`);
    },
  );

  test('an uncaught error is printed once, and the program fails', () => {
    const hook = path.join(data(), 'hook.cjs');
    writeFileSync(hook, "process.stdin.once('end', () => { throw new Error('boom'); });");
    const { status, stderr } = spawnSync(
      testNode(),
      ['--require', hook, PROGRAM, '--plain', '--data-dir', data()],
      { input: '', encoding: 'utf8' },
    );
    expect(status).toBe(1);
    expect(stderr.match(/failed: boom/g)).toHaveLength(1);
  });

  test('first choices go through the lesson, which is then done', async () => {
    const { code } = await inProcess(['learn', '1', '--plain', '--seed', 'a'], FIRST_CHOICES);
    expect(code).toBe(0);
    const { lessons } = JSON.parse((await inProcess(['list', '--json'])).out);
    expect(lessons[0]).toMatchObject({
      id: 'the-dispute',
      state: 'done',
      checks: CHECKS,
      answered: CHECKS,
    });
  });

  test('the same seed gives the same order of choices to everyone', async () => {
    const transcript = async (folder: string): Promise<string> =>
      (
        await inProcess(
          ['learn', '1', '--seed', 'room 4', '--data-dir', `${data()}/${folder}`],
          FIRST_CHOICES,
        )
      ).out;
    expect((await transcript('one')).replaceAll('/one', '')).toBe(
      (await transcript('two')).replaceAll('/two', ''),
    );
  });

  test('each course offers the other', async () => {
    const { code, out } = await inProcess(['--course', 'swing-bridge'], '4\nq\n');
    expect(code).toBe(0);
    expect(out).toContain('The swing bridge of Kettlehaven');
    expect(out).toContain('On the record: The Claude contract dispute');
    expect((await inProcess(['list', '--course', 'swing-bridge'])).out).toContain(
      '--course claude-contract',
    );
    expect((await inProcess(['list'])).out).toContain('--course swing-bridge');
  });

  test('list --json has the fields of its contract', async () => {
    const listed = JSON.parse((await inProcess(['list', '--json'])).out);
    expect(listed.version).toBe(1);
    expect(listed.course).toEqual({ id: 'claude-contract', title: 'The Claude contract dispute' });
    expect(listed.courses.map(({ id }: { id: string }) => id)).toEqual([
      'claude-contract',
      'swing-bridge',
    ]);
    expect(listed.lessons[0]).toEqual({
      id: 'the-dispute',
      title: lessonOf('the-dispute').title,
      state: 'new',
      steps: lessonOf('the-dispute').steps.length,
      step: 0,
      checks: CHECKS,
      answered: 0,
      correct: 0,
    });
  });

  test('wrong usage is reported in one line with the nearest word, and exits with 2', async () => {
    for (const [args, nearest] of [
      [['lern'], 'learn'],
      [['learn', 'two-voice'], 'two-voices'],
      [['learn', '9'], 'lessons 1 to 8'],
      [['list', '--jsn'], '--json'],
      [['reset', '--undo', '--erase'], '--erase'],
    ] as const) {
      const { code, out, err } = await inProcess(args);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(nearest);
      expect(err.trimEnd().split('\n')).toHaveLength(1);
    }
  });

  test('a missing course is reported in one plain line, and exits with 1', async () => {
    const { code, err } = await inProcess(['list', '--course', `${data()}/nowhere`]);
    expect(code).toBe(1);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(err).not.toContain('    at ');
  });

  test('TERM=dumb gets lines even in a terminal', async () => {
    const terminal = begin({ args: ['learn', '1'], env: { TERM: 'dumb' } });
    await terminal.shows('q quit');
    terminal.press('q\r');
    expect((await terminal.ended).code).toBe(0);
    await terminal.shows('Progress is saved in');
    expect(terminal.output).not.toContain('\x1b');
  });

  test('Ctrl-C in lines exits with 130', async () => {
    const terminal = begin({ args: ['learn', '1', '--plain'] });
    await terminal.shows('q quit');
    terminal.press('\x03');
    expect((await terminal.ended).code).toBe(130);
  });

  test('--help, --version and list load no screen', async () => {
    for (const args of [['--help'], ['--version'], ['list']]) {
      const { code, out } = await inProcess(args);
      expect(code).toBe(0);
      expect(out).not.toContain('\x1b');
    }
  });
});
