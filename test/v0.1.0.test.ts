import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { compileCourse } from '../src/io/course/compile-course.js';
import { type Printed, runHere } from './support/in-process.js';

const FIXTURES = fileURLToPath(new URL('fixtures/v0.1.0', import.meta.url));
const COURSES = fileURLToPath(new URL('../dist/courses', import.meta.url));

/** The day after the learner of `store/` left. What is due depends on the day. */
const NEXT_DAY = '2026-11-07T12:00:00Z';

/** The courses that come with the program, the frozen course among them: compiled, it opens much faster. */
let courses = '';
beforeAll(() => {
  courses = mkdtempSync(path.join(tmpdir(), 'on-the-record-courses-'));
  cpSync(COURSES, courses, { recursive: true });
  const course = path.join(courses, 'swing-bridge');
  rmSync(course, { recursive: true });
  expect(compileCourse(path.join(FIXTURES, 'course'), course)).toEqual([]);
});
afterAll(() => rmSync(courses, { recursive: true, force: true }));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'on-the-record-v0.1.0-'));
  cpSync(FIXTURES, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (...names: readonly string[]): string => path.join(folder, ...names);
const textOf = (...names: readonly string[]): string => readFileSync(at(...names), 'utf8');

/** Runs a command in the copy of the fixtures, on the frozen course unless another is named. */
const run = (
  words: readonly string[],
  { data = 'store', input = '', course = 'swing-bridge', moment = NEXT_DAY } = {},
): Promise<Printed> =>
  runHere([...words, '--data-dir', data, '--course', course], {
    ...{ cwd: folder, courses, input, env: { HOME: folder } },
    clock: Date.parse(moment) - Date.now(),
  });

/** What a command with `--json` prints. Fails where the command does. */
async function json<T>(words: readonly string[], how: Parameters<typeof run>[1] = {}): Promise<T> {
  const { code, out, err } = await run([...words, '--json'], how);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as T;
}

type Lessons = { readonly lessons: readonly { step: number; answered: number }[] };

const LESSONS = [
  { id: 'the-story', state: 'done', checks: 9, answered: 9, correct: 6 },
  { id: 'from-memory', state: 'started', checks: 6, answered: 4, correct: 3 },
];

const PROGRESS = {
  version: 1,
  course: { id: 'swing-bridge', title: 'The swing bridge of Kettlehaven' },
  skills: [
    { skill: 'attribution', right: 1, answered: 2, checks: 3 },
    { skill: 'demand', right: 3, answered: 3, checks: 3 },
    { skill: 'measure', right: 1, answered: 2, checks: 2 },
    { skill: 'sequence', right: 1, answered: 1, checks: 2 },
    { skill: 'sourcing', right: 2, answered: 2, checks: 2 },
    { skill: 'limits', right: 1, answered: 3, checks: 3 },
  ],
  lessons: LESSONS,
  certainty: {
    guess: { right: 6, of: 7 },
    fairly: { right: 4, of: 7 },
    certain: { right: 6, of: 7 },
  },
  misreadings: [
    { misreading: 'wrong-source', count: 29 },
    { misreading: 'wrong-measure', count: 12 },
    { misreading: 'claim-as-fact', count: 7 },
    { misreading: 'teller-for-actor', count: 1 },
    { misreading: 'added-cause', count: 1 },
  ],
  doubt: {
    takenAsSaid: { count: 3, of: 5 },
    overlooked: { count: 0, of: 7 },
    moreCommon: 'taken-as-said',
  },
  // Version 0.1.0 also counted four questions that name a paragraph. They are in no review any more.
  memory: { new: 2, learning: 9, learned: 0 },
  due: [2, 0, 0, 2, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0],
  settings: {
    certainty: 'on',
    session: '7',
    retention: '0.9',
    'day-ends': '4',
    motion: 'off',
    ascii: 'off',
    'screen-reader': 'off',
  },
};

describe('a learner who comes back with a folder of version 0.1.0', () => {
  test('finds each lesson at the step that they left', async () => {
    const [first, second] = LESSONS;
    expect(await json(['list'])).toMatchObject({
      version: 1,
      course: PROGRESS.course,
      lessons: [
        { ...first, title: 'A bridge, and the last ferry', steps: 15, step: 15 },
        { ...second, title: 'The whole story, from memory', steps: 6, step: 5 },
      ],
    });
  });

  test('finds the same skills, habits, due questions and settings', async () => {
    expect(await json(['progress'])).toMatchObject(PROGRESS);
  });

  test('finds the same without the summary', async () => {
    rmSync(at('store', 'swing-bridge', 'fold.json'));
    expect(await json(['progress'])).toMatchObject(PROGRESS);
  });

  test('finds the same when the summary of version 0.1.0 is wrong, since only the log counts', async () => {
    const summary = at('store', 'swing-bridge', 'fold.json');
    const wrong = textOf('store', 'swing-bridge', 'fold.json').replace(
      '"certainty":"on"',
      '"certainty":"off"',
    );
    expect(wrong).not.toBe(textOf('store', 'swing-bridge', 'fold.json'));
    writeFileSync(summary, wrong);
    expect(await json(['progress'])).toMatchObject(PROGRESS);
  });

  test('goes on at the very question, and the answer counts', async () => {
    const { code, out } = await run(['learn', '--plain'], { input: '2\nc\n' });
    expect(code).toBe(0);
    // Once as the question, and once in its verdict.
    expect(out.split('Which of these came earliest?')).toHaveLength(3);
    expect(out).not.toContain('By whom?'); // the question before
    expect((await json<Lessons>(['list'])).lessons[1]).toMatchObject({
      step: 5,
      answered: 5,
      correct: 4,
    });
  });

  test('has no reset to take back, since version 0.1.0 took it back', async () => {
    const { code, out } = await run(['reset', '--undo']);
    expect([code, out]).toEqual([1, '']);
    expect(await json(['progress'])).toMatchObject(PROGRESS);
  });

  test('takes back a reset that version 0.1.0 wrote', async () => {
    const log = at('store', 'swing-bridge', 'answers-1.jsonl');
    const entries = readFileSync(log, 'utf8').split('\n\n');
    const reset = entries.findIndex((entry) => entry.includes('"k":"reset","lesson":"the-story"'));
    writeFileSync(log, `${entries.slice(0, reset + 1).join('\n\n')}\n`);
    const hidden = { id: 'the-story', state: 'new', answered: 0, correct: 0 };
    expect((await json<Lessons>(['list'])).lessons[0]).toMatchObject(hidden);
    expect((await run(['reset', '--undo'])).code).toBe(0);
    expect((await json<Lessons>(['list'])).lessons[0]).toMatchObject(LESSONS[0] ?? {});
  });

  test('imports the export into an empty folder and finds the same progress', async () => {
    expect((await run(['progress', 'import', 'export.json'], { data: 'empty' })).code).toBe(0);
    expect(await json(['progress'], { data: 'empty' })).toMatchObject(PROGRESS);
  });

  test('finds nothing new in the export of the same folder', async () => {
    const log = textOf('store', 'swing-bridge', 'answers-1.jsonl');
    expect((await run(['progress', 'import', 'export.json'])).code).toBe(0);
    expect(textOf('store', 'swing-bridge', 'answers-1.jsonl')).toBe(log);
  });
});

test('every entry in a log of the shipped course is still read', async () => {
  mkdirSync(at('shipped'));
  cpSync(at('claude-contract'), at('shipped', 'claude-contract'), { recursive: true });
  // The learner of this log answered until 15 November.
  const shipped = { data: 'shipped', course: 'claude-contract', moment: '2026-11-16T12:00:00Z' };
  const { code, err } = await run(['progress', 'export', 'shipped.json'], shipped);
  expect([code, err]).toEqual([0, '']);
  const { entries } = JSON.parse(textOf('shipped.json')) as { entries: readonly { sum: string }[] };
  const lines = textOf('claude-contract', 'answers-1.jsonl').split('\n').filter(Boolean);
  const withoutSums = entries.map(({ sum: _, ...entry }) => entry);
  expect(withoutSums).toEqual(lines.map((line) => JSON.parse(line)));
  expect(await json(['progress'], shipped)).toMatchObject({ settings: { certainty: 'on' } });
});

describe('a store of version 0.1.0 with a clock that was in 2031 once', () => {
  const DAYS = { data: 'poisoned', moment: '2026-11-08T12:00:00Z' };
  type Due = { readonly due: readonly number[]; readonly lessons: readonly object[] };
  const logAt = (data: string): string => textOf(data, 'swing-bridge', 'answers-1.jsonl');

  test('heals at the first start, which says so once and keeps a copy of the log', async () => {
    const poison = logAt('poisoned');
    const first = await run(['progress', '--json'], { data: 'poisoned' });
    expect(first.code).toBe(0);
    expect(first.err.trimEnd().split('\n')).toHaveLength(1);
    expect(first.err).toContain('2031-05-01');
    const [copy = ''] = /\S+\.before-2026-11-07\.jsonl/.exec(first.err) ?? [];
    expect(readFileSync(path.resolve(folder, copy), 'utf8')).toBe(poison);
    expect(logAt('poisoned').startsWith(poison)).toBe(true);
    expect(await json<Due>(['progress'], { data: 'poisoned' })).toEqual(JSON.parse(first.out));
  });

  test('has every question due in time again, and no answer is lost', async () => {
    await run(['list'], { data: 'poisoned' });
    const { due, lessons } = await json<Due>(['progress'], DAYS);
    expect(lessons).toMatchObject([{ answered: 9 }, { answered: 6 }]);
    expect(due.slice(0, 3)).toEqual([8, 3, 0]);
  });

  test('counts a review on the day on which it is done', async () => {
    await run(['list'], { data: 'poisoned' });
    const input = '1\n'.repeat(40);
    const { code, out } = await run(['review', '--plain'], { ...DAYS, input });
    expect(code).toBe(0);
    expect(out).toContain('Review, 6 of 6');
    const reviews = logAt('poisoned')
      .split('\n')
      .filter((line) => line.includes('"k":"review"'));
    expect(reviews.length).toBeGreaterThan(5);
    for (const line of reviews) {
      const { t, clock } = JSON.parse(line) as { readonly t: number; readonly clock: number };
      expect(t).toBeGreaterThan(Date.UTC(2031, 4, 1));
      expect(new Date(clock).toISOString().slice(0, 10)).toBe('2026-11-08');
    }
  });

  test('is taken in from its export, and healed', async () => {
    const { code, out, err } = await run(['progress', 'import', 'poisoned-export.json']);
    expect([code, err.trimEnd().split('\n').length]).toEqual([0, 1]);
    expect(err).toContain('A clock was ahead');
    expect(out).toContain('Added: 15 answers');
    expect((await run(['list'], { data: 'store' })).err).toBe('');
  });

  test('is deleted with its copy', async () => {
    await run(['list'], { data: 'poisoned' });
    const { code, out } = await run(['reset', '--erase'], { data: 'poisoned', input: 'y\ny\n' });
    expect(code).toBe(0);
    expect(out).toContain('answers-1.before-2026-11-07.jsonl');
    expect(() => readdirSync(at('poisoned', 'swing-bridge'))).toThrow('ENOENT');
  });

  test('has a reset of 2031 that hides what was answered before an import, but not what comes after', async () => {
    const reset = { k: 'reset', t: Date.parse('2031-05-02T12:00:00Z'), id: 'reset-of-2031' };
    const ahead = JSON.parse(textOf('poisoned-export.json')) as { entries: object[] };
    ahead.entries.push(reset);
    writeFileSync(at('ahead.json'), JSON.stringify(ahead));
    const { out } = await run(['progress', 'import', 'ahead.json']);
    expect(out).toContain(
      'A reset in the file is dated 2031-05-02. The reset now hides 15 answered questions, also those from this computer. New answers count.',
    );
    expect((await json<Lessons>(['list'])).lessons).toMatchObject([
      { answered: 0 },
      { answered: 0 },
    ]);
    await run(['learn', '2', '--plain'], { input: '2\n1\n' });
    expect((await json<Lessons>(['list'])).lessons[1]).toMatchObject({ answered: 1 });
    expect((await run(['reset', '--undo'])).code).toBe(0);
    expect((await json<Lessons>(['list'])).lessons).toMatchObject([
      { answered: 9 },
      { answered: 6 },
    ]);
  });
});

/** For each check of the room, in its order: how many answered, and how many were right. */
const RIGHT_OF_ANSWERED = [
  [4, 4],
  [4, 3],
  [4, 3],
  [4, 1],
  [4, 4],
  [3, 2],
  [3, 3],
  [2, 1],
  [2, 2],
  [2, 2],
  [2, 2],
  [2, 1],
  [2, 2],
  [2, 2],
  [2, 2],
];

type ResultFile = { readonly person: { readonly name: string }; readonly handInCode: string };

describe('a room that began with version 0.1.0', () => {
  const codeIn = (place: string): string => textOf(place, 'room-code.txt').trim();

  test('goes on at the very question of an exercise', async () => {
    const join = ['workshop', 'join', codeIn('exercise'), '--name', 'Finn', '--plain'];
    const { code, out } = await run(join, { data: 'exercise/data', input: '1\n' });
    expect(code).toBe(0);
    expect(out).toContain('4 of 9 answered');
    expect(out).toMatch(/How did the spokeswoman.s denial reach the public\?/);
    expect(out).not.toContain('Who warned'); // the question before
  });

  type Report = {
    readonly participants: readonly object[];
    readonly skills: readonly object[];
    readonly misreadings: readonly object[];
    readonly checks: readonly { number: number; answered: number; right: number }[];
    readonly leftOut: readonly { file: string }[];
  };
  const report = (...words: readonly string[]): Promise<Report> =>
    json(['workshop', 'report', ...words]);

  test('gets the same report from files and codes', async () => {
    const told = await report('results/handed-in');
    expect(told).toMatchObject({
      version: 1,
      code: codeIn('results').replace('-', ''),
      lessons: ['the-story', 'from-memory'],
      people: 4,
      participants: [
        { name: 'Dora', answered: 15, right: 12, of: 15, whole: true },
        { name: 'Ada', answered: 15, right: 14, of: 15, whole: true },
        { name: 'Ben', answered: 7, right: 5, of: 15, whole: false },
        { name: 'Cleo', answered: 5, right: 3, of: 15, whole: true },
      ],
      skills: [
        { skill: 'attribution', right: 8, of: 9 },
        { skill: 'demand', right: 7, of: 8 },
        { skill: 'measure', right: 4, of: 5 },
        { skill: 'sequence', right: 5, of: 6 },
        { skill: 'sourcing', right: 5, of: 6 },
        { skill: 'limits', right: 5, of: 8 },
      ],
      misreadings: [
        { misreading: 'wrong-source', count: 2 },
        { misreading: 'wrong-side', count: 1 },
        { misreading: 'wrong-time', count: 1 },
        { misreading: 'wrong-naming', count: 1 },
        { misreading: 'threatened-as-done', count: 1 },
        { misreading: 'claim-as-fact', count: 1 },
        { misreading: 'overlooked', count: 1 },
      ],
      talkAbout: ['who-warned', 'how-late-with-lamps', 'kept-back-on-request'],
      kr20: null,
      enough: false,
    });
    const byNumber = [...told.checks].sort((a, b) => a.number - b.number);
    expect(byNumber.map(({ answered, right }) => [answered, right])).toEqual(RIGHT_OF_ANSWERED);
  });

  test('sees why the misheard code and the second copy of a person are not counted', async () => {
    const files = (await report('results/handed-in')).leftOut.map(({ file }) =>
      path.basename(file),
    );
    expect(files.sort()).toEqual(['codes.txt:2', 'codes.txt:4']);
  });

  test('gets the same from a result file as from the hand-in code in it', async () => {
    const names = readdirSync(at('results', 'handed-in')).filter((name) => name.endsWith('.json'));
    expect(names).toHaveLength(3);
    for (const name of names) {
      const file = `results/handed-in/${name}`;
      const { person, handInCode } = JSON.parse(textOf(file)) as ResultFile;
      writeFileSync(at('code.txt'), `${person.name}: ${handInCode}\n`);
      const byCode = await report('code.txt', '--code', codeIn('results'));
      expect(numbersOf(byCode)).toEqual(numbersOf(await report(file)));
    }
  });

  /** A code does not hold how sure someone was, nor whether they handed in. */
  const numbersOf = ({ participants, skills, misreadings, checks }: Report): object => ({
    participants: participants.map((one) => ({ ...one, whole: undefined, status: undefined })),
    skills,
    misreadings,
    checks: checks.map((one) => ({ ...one, certainty: undefined })),
  });
});
