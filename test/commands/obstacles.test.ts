import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runHere } from '../support/in-process.js';
import { lessonOf, pagesBefore } from '../support/learner.js';
import { OBSTACLES } from '../support/obstacles.js';
import { temporaryFolders } from '../support/temporary-folder.js';
import { PROGRAM, testNode } from '../support/terminal.js';
import { withoutWaiting } from '../support/without-waiting.js';

const temporaryFolder = temporaryFolders();

/** A user who may read the program, and nothing more. */
const NOBODY = 65_534;

type Run = { readonly input?: string; readonly uid?: number; readonly program?: string };

/** A program that waits for ever is stopped, and has no exit code. */
function run(cwd: string, args: readonly string[], { input = '', uid, program }: Run = {}) {
  const { status, stdout, stderr } = spawnSync(testNode(), [program ?? PROGRAM, ...args], {
    ...{ cwd, input, encoding: 'utf8', timeout: 30_000, killSignal: 'SIGKILL' },
    env: { ...process.env, ON_THE_RECORD_HOME: path.join(cwd, 'home') },
    ...(uid !== undefined && { uid, gid: uid }),
  });
  return { code: status, out: stdout, err: stderr, said: unspaced(stdout + stderr) };
}

/** A line may break anywhere, even in a path. */
const unspaced = (text: string): string => text.replace(/\s/g, '');

const here = async (cwd: string, args: readonly string[], { input = '' }: Run = {}) => {
  const ended = await runHere(args, {
    cwd,
    input,
    env: { ON_THE_RECORD_HOME: path.join(cwd, 'home') },
  });
  return { ...ended, said: unspaced(ended.out + ended.err) };
};

/** In the process of the tests, a file without end would take all of their memory. */
const runnerFor = (name: keyof typeof OBSTACLES) => (name === 'a device without end' ? run : here);

/** Two that fail in different ways. The stress part `marks` tries all of them in all places. */
const some = ['a folder with a file', 'a pipe'] as const;

type Work<T> = () => T | Promise<T>;

/** Replaces a file by an obstacle while the work is done. */
async function obstructed<T>(name: keyof typeof OBSTACLES, file: string, work: Work<T>) {
  rmSync(file, { recursive: true, force: true });
  mkdirSync(path.dirname(file), { recursive: true });
  const end = await OBSTACLES[name](file);
  try {
    return await work();
  } finally {
    end?.();
  }
}

/** The same for work in the process of the tests, which must not wait. */
const obstructedHere = <T>(name: keyof typeof OBSTACLES, file: string, work: Work<T>) =>
  obstructed(name, file, () => (name === 'a pipe' ? withoutWaiting(file, work) : work()));

const JOIN = ['workshop', 'join', 'tuesday', '--lesson', 'denied', '--name', 'Ada'];

const DENIED = lessonOf('denied');
/** Begins, goes on to the first question and answers it. */
const TO_FIRST_ANSWER = '1\n'.repeat(pagesBefore(DENIED) + 2);

/** The folder of the only attempt at an exercise, which has begun. */
async function begunAttempt(cwd: string): Promise<string> {
  const begun = await here(cwd, JOIN, { input: `${TO_FIRST_ANSWER}q\n` });
  expect(begun.code).toBe(0);
  const workshops = path.join(cwd, 'home', 'workshops', 'claude-contract');
  return path.join(workshops, readdirSync(workshops)[0] ?? '');
}

describe.skipIf(process.platform === 'win32')('the program never waits for what is no file', () => {
  test.each([...some, 'a device without end', 'a link to nothing'] as const)(
    'in the place of the log: %s',
    async (name) => {
      const go = runnerFor(name);
      const cwd = temporaryFolder();
      const log = path.join(cwd, 'home', 'claude-contract', 'answers-1.jsonl');
      await obstructedHere(name, log, async () => {
        const { code, out, err } = await go(cwd, ['learn', '1', '--plain'], { input: 'q\n' });
        expect(err).toBe('');
        // A link to nothing is a place where a file can be made.
        expect(code).toBe(name === 'a link to nothing' ? 0 : 1);
        if (code === 1) expect(unspaced(out)).toContain('Couldnotsave2ofyourlastactions');
        for (const args of [
          ['progress', '--json'],
          ['reset', '--yes'],
        ])
          expect([0, 1]).toContain((await go(cwd, args)).code);
      });
    },
  );

  test.each(some)('in the place of the snapshot: %s', async (name) => {
    const go = runnerFor(name);
    const cwd = temporaryFolder();
    const snapshot = path.join(cwd, 'home', 'claude-contract', 'fold.json');
    await obstructedHere(name, snapshot, async () => {
      const { code, err } = await go(cwd, ['learn', '1', '--plain'], { input: 'q\n' });
      expect([code, err]).toEqual([0, '']);
      expect((await go(cwd, ['progress'])).code).toBe(0);
    });
  });

  test.each(some)('in the place of an exercise’s mark: %s', async (name) => {
    const go = runnerFor(name);
    const cwd = temporaryFolder();
    const mark = path.join(await begunAttempt(cwd), 'in-use');
    await obstructedHere(name, mark, async () => {
      const { code, out, err } = await go(cwd, JOIN, { input: '1\nq\n' });
      expect([code, err]).toEqual([0, '']);
      expect(unspaced(out)).toContain(`1of${DENIED.checks.length}questionsanswered`);
      expect(unspaced(out)).toContain(unspaced(mark));
    });
  });

  test.each(some)('in the place of a result: %s', async (name) => {
    const go = runnerFor(name);
    const cwd = temporaryFolder();
    const attempt = await begunAttempt(cwd);
    const [result = ''] = readdirSync(cwd).filter((file) => file.startsWith('result-'));
    await obstructedHere(name, path.join(cwd, result), async () => {
      const { code, err } = await go(cwd, JOIN, { input: '1\nq\n' });
      expect([code, err]).toEqual([0, '']);
    });
    expect(readdirSync(attempt)).toContain(result);
  });

  test.each(some)('among results, exports and course files: %s', async (name) => {
    const go = runnerFor(name);
    const cwd = temporaryFolder();
    await begunAttempt(cwd);
    await obstructedHere(name, path.join(cwd, 'more'), async () => {
      const report = await go(cwd, ['workshop', 'report', cwd]);
      expect(report.code).toBe(0);
      for (const command of ['import', 'export']) {
        const { code, said } = await go(cwd, ['progress', command, 'more']);
        expect([code, said]).toEqual([1, expect.stringContaining('more')]);
      }
    });
    const course = path.join(cwd, 'course');
    expect((await go(cwd, ['new', course])).code).toBe(0);
    await obstructedHere(name, path.join(course, 'passages.yaml'), async () => {
      const { code, out } = await go(cwd, ['check', course]);
      expect([code, out]).toEqual([1, expect.stringContaining('passages.yaml')]);
    });
  });

  test('among the program’s own parts: a pipe', async () => {
    const name = 'a pipe';
    const cwd = temporaryFolder();
    const dist = path.join(cwd, 'dist');
    // Other tests may be writing compiled code now.
    const filter = (file: string): boolean => !file.endsWith('.compiled');
    cpSync(path.dirname(PROGRAM), dist, { recursive: true, filter });
    const program = path.join(dist, 'cli.js');
    const listed = run(cwd, ['list'], { program });
    const compiled = readdirSync(path.join(dist, '.compiled'), {
      ...{ recursive: true, withFileTypes: true },
    }).filter((entry) => entry.name.endsWith('.bin'));
    expect(compiled.length).toBeGreaterThan(0);
    for (const { parentPath, name: file } of compiled)
      await obstructed(name, path.join(parentPath, file), () =>
        expect(run(cwd, ['list'], { program })).toEqual(listed),
      );
    await obstructed(name, path.join(dist, 'courses', 'claude-contract', 'course.pack'), () => {
      const { code, err } = run(cwd, ['progress'], { program });
      expect([code, err]).toEqual([1, expect.stringMatching(/^on-the-record: .*\n$/)]);
    });
    // What earlier starts saved would do without the archive.
    rmSync(path.join(dist, '.compiled'), { recursive: true });
    await obstructed(name, path.join(dist, 'chunks.pack'), () => {
      const { code, err } = run(cwd, ['--version'], { program });
      expect([code, err]).toEqual([1, expect.stringContaining('install the program again')]);
    });
  });
});

describe('the mark of an exercise', () => {
  // Marks of a process that runs have the id of the parent: a command in the process of the tests has their own.
  /** Writes a mark, by default a current one. @param seconds from now */
  function mark(attempt: string, text: string, seconds = 0): string {
    const file = path.join(attempt, 'in-use');
    writeFileSync(file, text);
    const then = new Date(Date.now() + seconds * 1000);
    utimesSync(file, then, then);
    return file;
  }

  test('with a time in the future does not keep anybody out', async () => {
    const cwd = temporaryFolder();
    const file = mark(await begunAttempt(cwd), '1 elsewhere', 86_400);
    const { code, out } = await here(cwd, JOIN, { input: 'q\n' });
    expect([code, unspaced(out)]).toEqual([0, expect.stringContaining(unspaced(file))]);
    expect(unspaced(out)).toContain('itstimeisinthefuture');
  });

  test.skipIf(process.platform !== 'linux')('of a process whose id was used again', async () => {
    const cwd = temporaryFolder();
    const file = mark(await begunAttempt(cwd), `${process.ppid} ${hostname()} 1`);
    const { code, out } = await here(cwd, JOIN, { input: 'q\n' });
    expect([code, unspaced(out)]).toEqual([0, expect.stringContaining(unspaced(file))]);
    expect(unspaced(out)).toContain('anotherprogramnowhasthesameprocessnumber');
  });

  test('of a program that runs keeps others out', async () => {
    const cwd = temporaryFolder();
    const file = mark(await begunAttempt(cwd), `${process.ppid} ${hostname()}`);
    const { code, err } = await here(cwd, JOIN, { input: 'q\n' });
    expect([code, err]).toEqual([1, expect.stringContaining('in another window')]);
    expect(readFileSync(file, 'utf8')).toBe(`${process.ppid} ${hostname()}`);
  });

  test.skipIf(process.getuid?.() !== 0)(
    'that cannot be deleted is reported, and the exercise continues',
    async () => {
      const cwd = temporaryFolder();
      const attempt = await begunAttempt(cwd);
      const names = readdirSync(cwd, { recursive: true, encoding: 'utf8' });
      for (const name of ['', ...names]) chownSync(path.join(cwd, name), NOBODY, NOBODY);
      const file = mark(attempt, `999999999 ${hostname()}`);
      // In such a folder, everyone can delete only what they own.
      chownSync(attempt, 0, 0);
      chmodSync(attempt, 0o1777);
      const { code, out, err } = run(cwd, JOIN, { input: '1\n1\nq\n', uid: NOBODY });
      expect([code, err]).toEqual([0, '']);
      expect(unspaced(out)).toContain(unspaced(`Could not use ${file}`));
      expect(unspaced(out)).toContain(`1of${DENIED.checks.length}questionsanswered`);
    },
  );
});
