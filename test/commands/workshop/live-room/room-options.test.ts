import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { freePort } from '../../../support/free-port.js';
import { type Printed, runHere } from '../../../support/in-process.js';
import { temporaryFolders } from '../../../support/temporary-folder.js';
import { PROGRAM, testNode } from '../../../support/terminal.js';

const newFolder = temporaryFolders();

/** `workshop room` in lines, with this input. */
const room = async (args: readonly string[], input = '', cwd = newFolder()): Promise<Printed> => {
  const port = args.includes('--port') ? [] : ['--port', String(await freePort())];
  const given = ['--data-dir', path.join(cwd, 'data'), 'workshop', 'room', ...port, ...args];
  return runHere(given, { input, cwd });
};

/** The only line of an error, without the name of the program. */
const errorOf = ({ err }: Printed): string => {
  const [first = '', ...more] = err.trimEnd().split('\n');
  expect(more.filter((line) => !line.startsWith('on-the-record workshop'))).toEqual([]);
  return first.replace(/^on-the-record: /, '');
};

/** A room in which one person, who is simulated, is in until it ends. */
async function withOnePerson(args: readonly string[], cwd: string): Promise<void> {
  const given = ['workshop', 'room', '--lesson', '1', '--demo', '1', '--plain', ...args];
  const program = spawn(testNode(), [PROGRAM, ...given], { cwd });
  for await (const part of program.stdout) {
    const text = String(part);
    if (text.includes('(1 in)')) program.stdin.end('begin\nend\nquit\n');
  }
}

const ENDED = 'begin\nend\nquit\n';

describe('workshop room', () => {
  test('is at the same port again when it goes on, so that phones come back', async () => {
    const [cwd, port] = [newFolder(), await freePort()];
    const first = await room(['--dir', 'ours', '--port', String(port)], 'quit\n', cwd);
    expect(first.out).toContain(`http://127.0.0.1:${port}/`);
    const again = ['--data-dir', path.join(cwd, 'data'), 'workshop', 'room', '--dir', 'ours'];
    const next = await runHere(again, { input: 'quit\n', cwd });
    expect(next.out).toContain(`http://127.0.0.1:${port}/`);
  });

  test.each([
    [['--port', 'http'], "--port must be a whole number from 1 to 65535, not 'http'"],
    [['--port', '70000'], "--port must be a whole number from 1 to 65535, not '70000'"],
    [['--demo', '301'], "--demo must be a whole number from 1 to 300, not '301'"],
    [['--demo', '0'], "--demo must be a whole number from 1 to 300, not '0'"],
    [['--minutes', '0'], "--minutes must be a whole number from 1 to 255, not '0'"],
    [['--until', 'noon'], "--until must be a time such as 10:28, not 'noon'"],
    [['--lesson', '99'], /^there is no lesson '99'; the course has lessons 1 to \d+$/],
    [['--address', 'here'], /^this computer does not have the address 'here': it /],
  ])('with %j says in one line what is wrong', async (args, error) => {
    const printed = await room(args);
    expect(printed.code).toBe(2);
    if (typeof error === 'string') expect(errorOf(printed)).toBe(error);
    else expect(errorOf(printed)).toMatch(error);
  });

  test.each([
    ['--pace', 'fast'],
    ['--feedback', 'never'],
    ['--minutes', '5', '--until', '10:28'],
    ['--forget', 'room', '--demo', '5'],
  ])('refuses %s %s %s %s', async (...args) => {
    const printed = await room(args);
    expect([printed.code, errorOf(printed)]).toEqual([2, expect.stringContaining(args[0] ?? '')]);
  });

  test('says how to choose another port if a program uses this one', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    const cwd = newFolder();
    const printed = await room(['--port', String(port)], '', cwd);
    server.close();
    expect(printed.code).toBe(1);
    // The next try may ask for another room: it must not have to go on with this one.
    expect(readdirSync(cwd).filter((name) => name.startsWith('room-'))).toEqual([]);
    expect(errorOf(printed)).toBe(
      `another program uses port ${port} at 127.0.0.1: close it, or choose another port, such as --port ${port + 1}`,
    );
  });

  test('goes on with the room in its folder until it has ended, then begins another', async () => {
    const cwd = newFolder();
    const first = await room(['--lesson', '1'], 'begin\nquit\n', cwd);
    const again = await room(['--lesson', '1'], ENDED, cwd);
    await room(['--lesson', '1'], ENDED, cwd);
    const code = /^Room (.*)$/m.exec(first.out)?.[1];
    expect(first.out).toContain("The room hasn't ended. To reopen it:");
    expect(again.out).toContain(`Room ${code}`);
    expect(again.out.replace(/\s+/g, ' ')).toMatch(
      /This room was opened at \d\d:\d\d and hasn't ended/,
    );
    const folders = readdirSync(cwd).filter((name) => name.startsWith('room-'));
    expect(folders.map((name) => name.replace(/\d{4}-\d\d-\d\d/, 'DAY')).sort()).toEqual([
      'room-DAY',
      'room-DAY-2',
    ]);
  });

  test('refuses other rules than those of the room that goes on', async () => {
    const cwd = newFolder();
    await room(['--lesson', '1', '--dir', 'ours'], 'quit\n', cwd);
    for (const [option, value] of [
      ['lesson', '2'],
      ['minutes', '20'],
      ['pace', 'own'],
      ['feedback', 'later'],
      ['until', '00:00'],
    ]) {
      const printed = await room(['--dir', 'ours', `--${option}`, `${value}`], '', cwd);
      expect(printed.code).toBe(1);
      expect(errorOf(printed)).toContain(`has not ended, and it has a different --${option}`);
      expect(printed.err).toContain('on-the-record workshop room --dir ours');
    }
    expect((await room(['--dir', 'ours'], 'quit\n', cwd)).code).toBe(0);
  });

  test('refuses to go on with the room of another course', async () => {
    const cwd = newFolder();
    await room(['--lesson', '1', '--dir', 'ours'], 'quit\n', cwd);
    const printed = await room(['--dir', 'ours', '--course', 'swing-bridge'], '', cwd);
    expect(printed.code).toBe(1);
    expect(errorOf(printed)).toMatch(
      /the room in .*ours and this course have different questions: /,
    );
  });

  test('names the report of a room in --dir that has ended', async () => {
    const cwd = newFolder();
    await room(['--dir', 'ours'], ENDED, cwd);
    const printed = await room(['--dir', 'ours'], '', cwd);
    expect(printed.code).toBe(1);
    expect(errorOf(printed)).toContain('the room in ours has ended');
    expect(printed.err).toContain('on-the-record workshop report ours');
  });
});

describe('workshop room --forget', () => {
  test('deletes the files of the room, and its folder', async () => {
    const cwd = newFolder();
    await room(['--dir', 'ours'], ENDED, cwd);
    const { out, code } = await runHere(['workshop', 'room', '--forget', 'ours'], { cwd });
    expect(code).toBe(0);
    expect(out).toBe(
      'Deleted from ours: the journal and 0 results of the room. The folder was empty and is deleted, too.\n',
    );
    expect(readdirSync(cwd)).not.toContain('ours');
  });

  test('deletes the results of everyone in it, also one that is half-written', async () => {
    const cwd = newFolder();
    await withOnePerson(['--dir', 'ours', '--port', String(await freePort())], cwd);
    const [result = ''] = readdirSync(path.join(cwd, 'ours')).filter((name) =>
      /^result-/.test(name),
    );
    writeFileSync(path.join(cwd, 'ours', `${result}.part`), '{');
    const { out } = await runHere(['workshop', 'room', '--forget', 'ours'], { cwd });
    expect(out).toContain('the journal and 1 result of the room.');
    expect(readdirSync(cwd)).not.toContain('ours');
  });

  test('leaves other files where they are', async () => {
    const cwd = newFolder();
    await room(['--dir', 'ours'], ENDED, cwd);
    writeFileSync(path.join(cwd, 'ours', 'result-TUESDAY-Ada-7k2m.json'), '{}');
    const { out } = await runHere(['workshop', 'room', '--forget', 'ours'], { cwd });
    expect(out).toContain('The folder has other files, so it stays.');
    expect(readdirSync(path.join(cwd, 'ours'))).toEqual(['result-TUESDAY-Ada-7k2m.json']);
  });

  test('refuses a folder without a room', async () => {
    const cwd = newFolder();
    mkdirSync(path.join(cwd, 'photos'));
    for (const folder of ['photos', 'nowhere']) {
      const printed = await runHere(['workshop', 'room', '--forget', folder], { cwd });
      expect(printed.code).toBe(1);
      expect(errorOf(printed)).toBe(
        `there is no room in ${folder}: its journal, room.jsonl, is missing`,
      );
    }
  });
});
