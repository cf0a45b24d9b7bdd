import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { entriesOf, isAnswer } from '../answer-log.js';
import { endOf, type PlainEnd } from '../plain-program.js';
import { COURSE } from '../shipped-course.js';
import { type Obstruction, obstructed } from './obstructed.js';

/** The paths at which the program keeps an exercise, in a folder with the data and the results. */
export const EXERCISE_PLACES = {
  'the mark': (folder) => path.join(attemptIn(folder), 'in-use'),
  'the log of an exercise': (folder) => path.join(attemptIn(folder), 'answers-1.jsonl'),
  'the snapshot of an exercise': (folder) => path.join(attemptIn(folder), 'fold.json'),
  'the result': (folder) => path.join(folder, resultsIn(folder)[0] ?? ''),
} satisfies Readonly<Record<string, (folder: string) => string>>;

export type ExercisePlace = keyof typeof EXERCISE_PLACES;

const workshopsIn = (folder: string): string => path.join(folder, 'data', 'workshops', COURSE);

const attemptIn = (folder: string): string =>
  path.join(workshopsIn(folder), readdirSync(workshopsIn(folder))[0] ?? '');

const resultsIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.startsWith('result-'));

const join = (folder: string, input: string): Promise<PlainEnd> =>
  endOf(
    ['--plain', '--data-dir', path.join(folder, 'data'), 'workshop', 'join', 'tuesday'].concat([
      ...['--lesson', 'denied', '--name', 'Ada', '--minutes', '200'],
    ]),
    { cwd: folder, input },
  );

/** Goes to a question, answers it, and goes on. */
const SOME_STEPS = `${'1\n'.repeat(5)}q\n`;

/** Makes the folder of an exercise that has begun. */
export async function beginExercise(folder: string): Promise<void> {
  const { out } = await join(folder, SOME_STEPS);
  assert.ok(answersBelow(folder) > 0, `the exercise did not begin: ${out.slice(-200)}`);
}

/** The number of answers in all logs of the exercise. */
const answersBelow = (folder: string): number =>
  readdirSync(workshopsIn(folder)).flatMap((name) =>
    entriesOf(textOf(path.join(workshopsIn(folder), name, 'answers-1.jsonl'))).filter(isAnswer),
  ).length;

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** What is in the place of a file: the program says so if it matters, keeps every answer, and ends. */
export async function checkExercise(
  folder: string,
  place: ExercisePlace,
  obstruction: Obstruction,
): Promise<void> {
  const file = EXERCISE_PLACES[place](folder);
  const log = EXERCISE_PLACES['the log of an exercise'](folder);
  const before = answersBelow(folder);
  const aside = path.join(folder, 'aside');
  cpSync(log, aside);
  const end = await obstructed(obstruction, file, () => join(folder, SOME_STEPS));
  if (file === log) {
    rmSync(log, { recursive: true, force: true });
    cpSync(aside, log);
  }
  const isFile = obstruction.name === 'a file';
  // A file that has just been written, with anything in it, may be the mark of another computer.
  if (place === 'the mark' && isFile && end.code === 1) checkRefused(end, folder, before);
  else checkContinued(end, folder, before);
  const isReported = unspaced(end.out).includes(unspaced(file));
  const isObstacle = !isFile && obstruction.name !== 'a link to nothing';
  if (place === 'the mark' && isObstacle) assert.ok(isReported, `no word about ${file}`);
}

function checkContinued({ code, out, err }: PlainEnd, folder: string, before: number): void {
  assert.equal(code, 0, `ended with ${code}: ${(err || out).slice(-300)}`);
  assert.match(err, /^(on-the-record: .*\n)*$/);
  const after = answersBelow(folder);
  assert.ok(after > before, `${after} answers are kept, after ${before} earlier ones`);
}

function checkRefused({ code, err }: PlainEnd, folder: string, before: number): void {
  assert.match(err, /^on-the-record: .* has this exercise open in another window.*\n$/);
  assert.deepEqual([code, answersBelow(folder)], [1, before]);
}

/** A line may break anywhere, even in a path. */
const unspaced = (text: string): string => text.replace(/\s/g, '');

/** A mark that some program may have left. */
export type Mark = {
  readonly pid: 'runs' | 'ended' | 'none';
  readonly host: 'here' | 'elsewhere';
  /** Whether the process began when the mark says. Version 0.1.0 did not write that. */
  readonly start: 'right' | 'wrong' | 'absent';
  /** In seconds; below 0 in the future. */
  readonly age: number;
};

export const anyMark: fc.Arbitrary<Mark> = fc.record({
  pid: fc.constantFrom<Mark['pid'][]>('runs', 'ended', 'none'),
  host: fc.constantFrom<Mark['host'][]>('here', 'elsewhere'),
  start: fc.constantFrom<Mark['start'][]>('right', 'wrong', 'absent'),
  age: fc.oneof(
    fc.constant(0),
    fc.integer({ min: 60, max: 1e9 }),
    fc.integer({ min: -1e9, max: -60 }),
  ),
});

const PIDS = { runs: `${process.pid}`, ended: '999999999', none: 'x' };

/** Only a running program keeps others out: one here, or one elsewhere whose mark is current. */
export async function checkMark(folder: string, mark: Mark): Promise<void> {
  const file = EXERCISE_PLACES['the mark'](folder);
  const before = answersBelow(folder);
  writeFileSync(file, textOfMark(mark));
  const then = Date.now() / 1000 - mark.age;
  utimesSync(file, then, then);
  const end = await join(folder, SOME_STEPS);
  if (isHeld(mark)) checkRefused(end, folder, before);
  else checkContinued(end, folder, before);
  if (!isHeld(mark)) assert.throws(() => readFileSync(file), 'the mark is still there');
}

function textOfMark({ pid, host, start }: Mark): string {
  const began = start === 'right' ? beganAt(process.pid) : '1';
  const name = host === 'here' ? hostname() : 'elsewhere';
  return [PIDS[pid], name, ...(start === 'absent' || began === '' ? [] : [began])].join(' ');
}

/** When a process began, as Linux says; empty on other systems. */
const beganAt = (pid: number): string =>
  textOf(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, '')
    .split(' ')[19] ?? '';

function isHeld({ pid, host, start, age }: Mark): boolean {
  if (age !== 0) return false;
  if (host === 'elsewhere') return true;
  const isLater = start === 'wrong' && beganAt(process.pid) !== '';
  return pid === 'runs' && !isLater;
}
