import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Lesson } from '../../../src/core/course/course.js';
import { makeRoomCode, readRoomCode } from '../../../src/core/room/room-code.js';
import { type Printed, runHere } from '../../support/in-process.js';
import { shippedCourse } from '../../support/shipped-course.js';
import { temporaryFolders } from '../../support/temporary-folder.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const course = shippedCourse();
const temporaryFolder = temporaryFolders();

/** @param late how many minutes later than now by the computer's clock */
const run = (cwd: string, args: readonly string[], late = 0, input = ''): Promise<Printed> =>
  runHere(args, {
    cwd,
    input,
    clock: late * MINUTE,
    env: { ON_THE_RECORD_HOME: path.join(cwd, 'home') },
  });

/** The time of day on this computer, such as "10:28". */
const timeIn = (milliseconds: number): string =>
  new Date(Date.now() + milliseconds).toTimeString().slice(0, 5);

const words = (text: string): string => text.replaceAll(/\s+/g, ' ');

const RULES = { lessons: ['denied'], minutes: 0, feedback: 'now' } as const;

/** A room whose end is this many full minutes ahead. */
const codeUntil = (minutes: number): string =>
  makeRoomCode(course, { ...RULES, until: Math.ceil(Date.now() / MINUTE + minutes) * MINUTE }, 7);

describe('a room with a common end', () => {
  test('has its end in the code, on the board and on the handout', async () => {
    const folder = temporaryFolder();
    const time = timeIn(20 * MINUTE);
    const board = await run(folder, ['workshop', 'code', '--lesson', '2', '--until', time]);
    expect(board.out).toContain(`The time ends at ${time} for everyone.`);
    const code = /^Code: (\S+)$/m.exec(board.out)?.[1] ?? '';
    const room = readRoomCode(course, code, Date.now());
    const end = 'until' in room ? (room.until ?? 0) : 0;
    expect(timeIn(end - Date.now())).toBe(time);
    for (const key of [[], ['--key']]) {
      const { out } = await run(folder, ['workshop', 'handout', '--code', code, ...key]);
      expect(out).toContain(`code ${code} · until ${time}`);
    }
  });

  test('ends for everyone together, and refuses those who come after it', async () => {
    const folder = temporaryFolder();
    const join = ['workshop', 'join', codeUntil(20), '--name'];
    expect((await run(folder, [...join, 'Ada'], 0, '1\nq\n')).out).toMatch(/(20|21) min left/);
    expect((await run(folder, [...join, 'Ben'], 12, '1\nq\n')).out).toMatch(/(8|9) min left/);
    await run(folder, [...join, 'Cleo'], 12, 'q\n'); // has not begun, so nothing is kept
    const attempts = path.join(folder, 'home', 'workshops', 'claude-contract');
    expect(readdirSync(attempts)).toHaveLength(2);
    for (const name of ['Cleo', 'Dan']) {
      const late = await run(folder, [...join, name], 22, '1\nq\n');
      expect(late).toMatchObject({ code: 1, out: '' });
      expect(late.err).toMatch(
        /^on-the-record: this exercise ended at \d\d:\d\d, and it is \d\d:\d\d on this computer\. To take part for 10 minutes, type this:\n/,
      );
      const [, ...command] = late.err.trim().split('\n').at(-1)?.split(' ') ?? [];
      expect(command.join(' ')).toMatch(
        new RegExp(`^workshop join \\S+ --name ${name} --minutes 10 --data-dir \\S+$`),
      );
      expect((await run(folder, command, 22, 'q\n')).out).toContain('You have 10 minutes');
    }
    expect(readdirSync(attempts)).toHaveLength(2);
    for (const name of ['Cleo', 'Dan']) {
      const { out } = await run(folder, [...join, name, '--minutes', '5'], 22, '1\nq\n');
      expect(out).toContain('5 min left');
    }
  });

  test('refuses those who come after it from home before it asks for a name', async () => {
    const folder = temporaryFolder();
    const code = codeUntil(20);
    const { out } = await run(folder, ['--plain'], 22, `3\n${code}\nhome\nq\n`);
    expect(words(out)).toContain('This exercise ended at');
    expect(out).toMatch(/^on-the-record workshop join \S+ --minutes 10 --data-dir \S+$/m);
    expect(out).not.toContain('Type your name');
    expect(existsSync(path.join(folder, 'home', 'workshops'))).toBe(false);
  });

  test.each([
    ['soon', /^on-the-record: --until must be a time such as 10:28, not 'soon'\n$/],
    ['24:30', /^on-the-record: --until must be a time such as 10:28, not '24:30'\n$/],
    [
      timeIn(-HOUR),
      /^on-the-record: --until \d\d:\d\d (has passed|is too far ahead): it is \d\d:\d\d/,
    ],
    [
      timeIn(13 * HOUR),
      /^on-the-record: --until \d\d:\d\d (has passed|is too far ahead): it is \d\d:/,
    ],
  ])('cannot end at %s', async (time, error) => {
    const { code, out, err } = await run(temporaryFolder(), ['workshop', 'code', '--until', time]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(error);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  test.each([
    [['workshop', 'code', '--until', '10:28', '--minutes', '20'], 'cannot be used with'],
    [['workshop', 'join', codeUntil(20), '--until', '10:28'], 'leave --until out'],
    [['workshop', 'join', codeUntil(20), '--feedback', 'later'], 'leave --feedback out'],
    [['workshop', 'join', codeUntil(20), '--certainty'], 'leave --certainty out'],
  ])('refuses %j', async (args, why) => {
    const { code, err } = await run(temporaryFolder(), args);
    expect(code).toBe(2);
    expect(err).toContain(why);
  });
});

test('a word takes the rules that a code contains, and the command back names them', async () => {
  const folder = temporaryFolder();
  const time = timeIn(20 * MINUTE);
  const rules = ['--until', time, '--feedback', 'later', '--certainty'];
  const join = ['workshop', 'join', 'tuesday', '--lesson', 'denied'];
  const { out } = await run(folder, [...join, ...rules], 0, 'q\n');
  for (const text of [
    `The time ends at ${time} for everyone.`,
    'With each answer, say how sure you are.',
    'After you hand in, you see which answers are right',
    `TUESDAY --until ${time} --feedback later --certainty --lesson denied`,
  ])
    expect(words(out)).toContain(text);
});

describe('a code that another version made', () => {
  const of = (change: (lesson: Lesson) => Lesson, other = course.index.words): string =>
    makeRoomCode(
      {
        index: { ...course.index, words: other },
        lesson: (id) => change(course.lesson(id)),
      },
      RULES,
      7,
      '0.2.0',
    );
  const otherKeys = (lesson: Lesson): Lesson => ({
    ...lesson,
    body: lesson.body.map((step) => (step.kind === 'check' ? { ...step, key: 'other' } : step)),
  });

  test('is taken with a warning if only words differ', async () => {
    const join = ['workshop', 'join', of((lesson) => lesson, 'd4e5f6'), '--name', 'Ada'];
    const { code, out } = await run(temporaryFolder(), join, 0, '1\nq\n');
    expect(code).toBe(0);
    expect(words(out)).toMatch(
      /The code was made with version 0\.2\.0 \(d4e5f6\)\. This computer has version \S+ \([0-9a-f]{6}\)\. The questions are the same, but some words differ/,
    );
  });

  test('is taken without a warning if nothing differs', async () => {
    const join = ['workshop', 'join', of((lesson) => lesson), '--name', 'Ada'];
    expect((await run(temporaryFolder(), join, 0, '1\nq\n')).out).not.toContain('was made with');
  });

  test.each([[[]], [['--lesson', 'denied']]])(
    'is refused if keys differ, also with %j',
    async (more) => {
      const folder = temporaryFolder();
      const typed = of(otherKeys, 'd4e5f6');
      const { code, err } = await run(folder, ['workshop', 'join', typed, ...more]);
      expect(code).toBe(2);
      expect(err).toMatch(
        /was made with 0\.2\.0 \(d4e5f6\), but this computer has version \S+ \([0-9a-f]{6}\), and the questions differ\. Look at the board again/,
      );
      expect(existsSync(path.join(folder, 'home', 'workshops'))).toBe(false);
    },
  );
});

test('the log keeps the end and certainty of a room', async () => {
  const folder = temporaryFolder();
  const until = Math.ceil(Date.now() / MINUTE + 20) * MINUTE;
  const rules = { ...RULES, until, certainty: true };
  await run(folder, ['workshop', 'join', makeRoomCode(course, rules, 7)], 0, '1\nq\n');
  const attempts = path.join(folder, 'home', 'workshops', 'claude-contract');
  const [attempt = ''] = readdirSync(attempts);
  const log = readFileSync(path.join(attempts, attempt, 'answers-1.jsonl'), 'utf8');
  const [join = ''] = log.split('\n').filter((line) => line.includes('"join"'));
  expect(JSON.parse(join).room).toMatchObject({ ...RULES, until, certainty: true });
});
