import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/core/text/sanitize.js';
import { runHere } from '../support/in-process.js';
import { isInLesson } from '../support/learner.js';
import { usingProgram } from '../support/program.js';
import { KEY, PROGRAM, testNode } from '../support/terminal.js';

const COURSE = fileURLToPath(new URL('../../lessons/swing-bridge', import.meta.url));

/** A command of the program, as the program printed it: a line of its own. */
const COMMAND = /^on-the-record(?: .*)?$/gm;

/** As if neither npm nor npx had started the tests, because a command begins the way the program was started. */
const NO_NPM = { npm_command: undefined, npm_lifecycle_event: undefined };

describe('a printed command', () => {
  const { beginHere, data } = usingProgram();

  const run = async (args: readonly string[], input = '', env = {}): Promise<string> => {
    const home = { ...NO_NPM, ON_THE_RECORD_HOME: data() };
    return (await runHere(args, { input, cwd: data(), env: { ...home, ...env } })).out;
  };

  const commandsIn = (out: string): string[] => out.match(COMMAND) ?? [];

  const ANSWERS = '1\n'.repeat(5);

  /** Types a printed command into a shell, in another folder, with another program in its place. */
  const typeInto = (program: string, command: string, more: string): string => {
    const line = `${command.replace(/^on-the-record/, () => program)} ${more}`;
    return spawnSync('sh', ['-c', line], { encoding: 'utf8', cwd: '/' }).stdout;
  };

  /** Runs a printed command in another folder, with the words that a shell makes of it. */
  const paste = async (command: string, more: string): Promise<string> => {
    const words = typeInto("printf '%s\\0'", command, more).split('\0').slice(0, -1);
    return (await runHere(words, { cwd: '/', env: NO_NPM })).out;
  };

  const answeredIn = (json: string): number =>
    JSON.parse(json).lessons.reduce(
      (sum: number, one: { answered: number }) => sum + one.answered,
      0,
    );

  test.each([
    'cafe\u0301 (NFD), 👩‍👩‍👧‍👦 ❤️',
    '-new\nline at the end\n',
    `~ it's "$(id)" \\ \`id\` !! $HOME *`,
    '\t\u001b[2J\u0007\u007f right-to-left \u202e and none \u200b\u2066 \u00a0\u3000',
    '\ufffd (what Node makes of bytes that are not UTF-8)',
  ])('opens the store in the folder %j', async (name) => {
    // The locale matters only to letters that are not ASCII.
    const hasOthers = [...name].some((letter) => letter > '\x7f');
    for (const env of hasOthers ? [{}, { LC_ALL: 'C' }] : [{}]) {
      const folder = path.join(data(), name, env.LC_ALL ?? 'UTF-8');
      const out = await run(['learn', '1', '--data-dir', folder], ANSWERS, env);
      const [command = '', ...more] = commandsIn(out);
      expect(more).toEqual([]);
      expect(plainText(command)).toBe(command);
      expect(answeredIn(await paste(command, 'list --json'))).toBeGreaterThan(0);
    }
  });

  test.each([
    ['ON_THE_RECORD_HOME', []],
    ['ON_THE_RECORD_HOME, with an empty --data-dir', ['--data-dir', '']],
  ])('opens the store in the folder of %s', async (_, args) => {
    const env = { ON_THE_RECORD_HOME: path.join(data(), 'home') };
    const [command = ''] = commandsIn(await run(['learn', '1', ...args], ANSWERS, env));
    const program = `"${testNode()}" "${PROGRAM}"`;
    expect(answeredIn(typeInto(program, command, 'list --json'))).toBeGreaterThan(0);
  });

  test('is a complete line at any width, and in a pipe', { timeout: 60_000 }, async () => {
    const course = path.join(
      data(),
      'a folder with a name that is far longer than a line',
      'course',
    );
    cpSync(COURSE, course, { recursive: true });
    const args = ['workshop', 'code', '--course', course];
    const [piped = ''] = commandsIn(await run(args));
    expect(piped).toMatch(/^on-the-record workshop join [\w-]+ --course '.*'$/);
    for (const columns of [40, 200]) {
      const terminal = beginHere({ args, columns, env: NO_NPM });
      await terminal.ended;
      const [shown = ''] = commandsIn(terminal.output.replaceAll('\r\n', '\n'));
      expect(shown.replace(/join \S+/, '')).toBe(piped.replace(/join \S+/, ''));
    }
  });

  test('is on its own line wherever the program names one', async () => {
    const all = [
      await run(['learn', '1']),
      await run(['reset', '--yes']),
      await run(['progress', 'export', 'progress.json']),
      await run(['new', 'my course']),
      await run(['list']),
      await run(['workshop', 'code']),
    ];
    expect(all.map((out) => commandsIn(out).length)).toEqual([1, 1, 1, 1, 1, 1]);
  });
});

describe.skipIf(process.platform === 'win32')('a printed command in an error', () => {
  const { data } = usingProgram();

  /** A shell in which no file can be written. */
  const WITHOUT_DISK = 'trap \'\' XFSZ; ulimit -f 0; exec "$@"';

  test.each([[['preview', COURSE]], [['workshop', 'join', 'heron', '--lesson', '1']]])(
    'is on its own line after %j',
    (args) => {
      const command = [testNode(), PROGRAM, ...args];
      const { stderr } = spawnSync('sh', ['-c', WITHOUT_DISK, 'sh', ...command], {
        input: '',
        encoding: 'utf8',
        env: { ...process.env, ...NO_NPM, ON_THE_RECORD_HOME: data() },
      });
      expect(stderr).toMatch(/^on-the-record: .*:\non-the-record .*\n$/);
    },
  );
});

describe('an exercise', () => {
  const { beginHere, data } = usingProgram();

  test('prints the commands that its screens speak of again, after it is left', async () => {
    const join = ['workshop', 'join', 'heron', '--lesson', '1'];
    const terminal = beginHere({ args: join, columns: 100, rows: 40, env: NO_NPM, cwd: data() });
    await terminal.shows('The program made this name up');
    terminal.press('q');
    await terminal.ended;
    await terminal.shows('You have not begun yet');
    const after = terminal.output.slice(terminal.output.indexOf('You have not begun yet'));
    const [again = '', ...others] = after.replaceAll('\r\n', '\n').match(COMMAND) ?? [];
    expect(others).toEqual([]);
    expect(again).toMatch(/^on-the-record workshop join HERON --lesson \S+ --data-dir \S+$/);
  });

  test('prints after handing in how somebody else joins', async () => {
    const join = ['workshop', 'join', 'heron', '--lesson', '1', '--name', 'Ada'];
    const terminal = beginHere({ args: join, columns: 100, rows: 40, env: NO_NPM, cwd: data() });
    await terminal.shows('You take part as Ada');
    terminal.press(KEY.enter);
    await terminal.shows(isInLesson);
    terminal.press(KEY.esc);
    await terminal.shows('Hand in (');
    terminal.press(KEY.down, KEY.enter);
    await terminal.shows('9 questions have no answer.');
    terminal.press(KEY.down, KEY.enter);
    await terminal.shows(/Anyone\s+else\s+at\s+this\s+computer\s+must\s+use\s+another\s+name\./);
    terminal.press('q');
    await terminal.ended;
    await terminal.shows('Hand-in code:');
    const after = terminal.output.slice(terminal.output.indexOf('To see it again'));
    const [again = '', other = ''] = after.replaceAll('\r\n', '\n').match(COMMAND) ?? [];
    expect(again).toContain(' --name Ada ');
    expect(other).toBe(again.replace('--name Ada', '--name NAME'));
  });
});
