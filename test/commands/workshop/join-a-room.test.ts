import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { madeUpName } from '../../../src/core/room/person.js';
import { makeRoomCode } from '../../../src/core/room/room-code.js';
import { type Printed, runHere } from '../../support/in-process.js';
import { shippedCourse } from '../../support/shipped-course.js';
import { temporaryFolders } from '../../support/temporary-folder.js';

const temporaryFolder = temporaryFolders();
const course = shippedCourse();
const CODE = makeRoomCode(course, { lessons: ['denied'], minutes: 20, feedback: 'now' }, 7);
const CHECKS = course.lesson('denied').checks.length;
const JOIN = '3';

/** @param clock how far the computer's clock is ahead, in milliseconds */
const run = (cwd: string, args: readonly string[], lines: readonly string[]): Promise<Printed> =>
  runHere([...args, '--plain'], {
    ...{ cwd, env: { ON_THE_RECORD_HOME: path.join(cwd, 'home') } },
    input: lines.map((line) => `${line}\n`).join(''),
  });

const resultsIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.startsWith('result-'));

const workshops = (folder: string): string =>
  path.join(folder, 'home', 'workshops', course.index.id);

const attemptsIn = (folder: string): string[] =>
  readdirSync(workshops(folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

test('joining from home in lines takes a code and a name, lets the name change, and leads home', async () => {
  const folder = temporaryFolder();
  const { out, code } = await run(
    folder,
    [],
    [
      ...[JOIN, 'ABC', CODE.toLowerCase(), 'Q'], // Q is a name here
      ...['1', 'home', '3', 'Ada', '2', '1', 'home', '2', '2', '2'],
      ...[JOIN, CODE, '', 'q'],
    ],
  );
  expect(out).toContain("'ABC' is not a code of this program, or was mistyped");
  expect(out).toContain('You take part as Q.');
  expect(out).toContain('You take part as Ada.');
  expect(out).toContain(`${CHECKS} questions have no answer. Hand in anyway?`);
  expect(out.match(/Status: .*/g)).toEqual(['Status: handed in. To see it again:']);
  expect(out.match(/On the record: The Claude contract/g)).toHaveLength(2);
  expect(out).toContain('Ada has begun this exercise on this computer.');
  expect(out).toContain('These answers are from Ada.');
  expect(code).toBe(0);
  const [file = '', ...others] = resultsIn(folder);
  expect(others).toEqual([]);
  expect(file).toMatch(/-Ada-\w{4}\.json$/);
  const { person } = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
  expect(person).toMatchObject({ name: 'Ada', named: true });
  expect(attemptsIn(folder)).toHaveLength(1);
});

test('an exercise that was not begun leaves nothing, and the command back keeps its limit', async () => {
  const folder = temporaryFolder();
  const more = ['--name', 'Ada', '--minutes', '40'];
  const { out } = await run(folder, ['workshop', 'join', CODE, ...more], ['q']);
  expect(out).toMatch(/so nothing is kept\. To come back:\n.* --name Ada --minutes 40/);
  expect([existsSync(path.dirname(workshops(folder))), resultsIn(folder)]).toEqual([false, []]);
});

test('a name that ends with a full stop gets no second one, and home says the last state of an exercise once', async () => {
  const folder = temporaryFolder();
  const join = [JOIN, CODE, 'Fay R.'];
  const { out } = await run(folder, [], [...join, '1', 'home', '4', ...join, '2', '2', '4', 'q']);
  expect(out.match(/Status: .*/g)).toEqual(['Status: handed in. To see it again:']);
  expect(out.match(/Hand-in code: /g)).toHaveLength(1);
  expect(out).toContain('You take part as Fay R.\n');
  expect(out).toContain('These answers are from Fay R. Anyone else');
});

test('the command back leads somebody with a made-up name to the same answers, whoever else takes part', async () => {
  const folder = temporaryFolder();
  const join = ['workshop', 'join', CODE];
  const { out } = await run(folder, join, ['1', 'q']);
  const [attempt = ''] = attemptsIn(folder);
  const name = madeUpName(attempt.slice(-12));
  expect(out).toContain(`Status: not handed in. To continue:\n`);
  expect(out).toMatch(new RegExp(`workshop join \\S+ --name ['"]${name}['"]`));
  await run(folder, [...join, '--name', 'Ada'], ['1', 'q']);
  const again = await run(folder, [...join, '--name', name], ['q']);
  expect(again.out).toContain(`0 of ${CHECKS} questions answered, not handed in`);
  expect(attemptsIn(folder)).toHaveLength(2);
});

test('whoever comes back after the end chooses between handing in and more time', async () => {
  const folder = temporaryFolder();
  const join = ['workshop', 'join', CODE, '--name', 'Ada'];
  await run(folder, join, ['1', 'q']);
  const log = path.join(workshops(folder), attemptsIn(folder)[0] ?? '', 'answers-1.jsonl');
  const entries = readFileSync(log, 'utf8').split('\n').filter(Boolean);
  const earlier = entries.map((line) => {
    const entry = JSON.parse(line);
    return `${JSON.stringify({ ...entry, sum: undefined, t: entry.t - 21 * 60_000 })}\n`;
  });
  writeFileSync(log, earlier.join(''));
  const { out } = await run(folder, join, ['q']);
  expect(out).toContain('The time is over.');
  expect(out).toContain(`For more time, quit and type this:\n`);
  expect(out.replace(/\s+/g, ' ')).toMatch(/workshop join \S+ --name \S+ --minutes 10/);
  expect(out).not.toMatch(/Your answers are handed in|last minute/);
  expect(out).toContain('Status: time ran out. To see it again:');
  const more = await run(folder, [...join, '--minutes', '10'], ['q']);
  expect(more.out).toContain('10 min left');
  writeFileSync(log, earlier.join(''));
  const handedIn = await run(folder, join, ['1', 'q']);
  expect(handedIn.out).toContain('The time is over. Your answers are handed in.');
  expect(handedIn.out).toContain('Status: time ran out. To see it again:');
  // The answers may have been looked at.
  const { err, code } = await run(folder, [...join, '--minutes', '3'], ['q']);
  expect([code, err]).toEqual([
    1,
    'on-the-record: this exercise is handed in, so it gets no more time: to see it again, leave --minutes and --until out\n',
  ]);
});

test('home says why the exercise of somebody in another window cannot be opened', async () => {
  const folder = temporaryFolder();
  await run(folder, ['workshop', 'join', CODE, '--name', 'Ada'], ['1', 'q']);
  const mark = path.join(workshops(folder), attemptsIn(folder)[0] ?? '', 'in-use');
  writeFileSync(mark, `${process.ppid} ${hostname()}`);
  const { out } = await run(folder, [], [JOIN, CODE, 'ada', 'q']);
  expect(out).not.toContain('Ada has begun');
  expect(out.replace(/\s+/g, ' ')).toContain(
    'Ada has this exercise open in another window: continue there. If you are somebody else, use another name.',
  );
  expect(out.match(/On the record: The Claude contract/g)).toHaveLength(2);
  expect(attemptsIn(folder)).toHaveLength(1);
});

test('input that is no code ends the program after a hundred lines', async () => {
  const { code, err } = await run(temporaryFolder(), [], [JOIN, ...Array(120).fill('no code')]);
  expect(code).toBe(1);
  expect(err).toContain('the input has 100 lines in a row that mean nothing here');
});
