import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../src/commands/progress/open-progress.js';
import { scene } from '../src/core/scene/scene.js';
import { createSessionStore } from '../src/core/session/session-store.js';
import { start } from '../src/core/session/start.js';
import { openProgressStore, type ProgressStore } from '../src/io/progress/store.js';
import { courseAt } from './support/course-at.js';
import { runHere } from './support/in-process.js';

const FIXTURES = fileURLToPath(new URL('fixtures/v0.2.0', import.meta.url));

/** The day after everything here was written. What is due depends on the day. */
const NEXT_DAY = Date.parse('2026-11-27T12:00:00Z');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'on-the-record-v0.2.0-'));
  cpSync(FIXTURES, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (...names: readonly string[]): string => path.join(folder, ...names);
const textOf = (...names: readonly string[]): string => readFileSync(at(...names), 'utf8');

/** Runs a command in the copy of the fixtures. */
async function run(words: readonly string[], data = 'store'): Promise<{ readonly out: string }> {
  const clock = NEXT_DAY - Date.now();
  const { code, out, err } = await runHere([...words, '--data-dir', data, '--course', 'course'], {
    ...{ cwd: folder, clock, env: { HOME: folder } },
  });
  expect([code, err]).toEqual([0, '']);
  return { out };
}

const json = async <T>(words: readonly string[], data?: string): Promise<T> =>
  JSON.parse((await run([...words, '--json'], data)).out) as T;

/** The store in a folder, on the day after. */
const storeAt = (...names: readonly string[]): ProgressStore =>
  openProgressStore({ folder: at(...names), now: () => NEXT_DAY, newId });

/** The first answers count: three of six were right. */
const LESSONS = [
  { id: 'the-wall', state: 'done', checks: 6, answered: 6, correct: 3 },
  { id: 'the-answer', state: 'started', checks: 4, answered: 1, correct: 1 },
];

describe('a learner who comes back with a folder of version 0.2.0', () => {
  test('finds each lesson at the step that they left, the second at its board', async () => {
    expect(await json(['list'])).toMatchObject({
      lessons: [{ ...LESSONS[0] }, { ...LESSONS[1], steps: 3, step: 3 }],
    });
  });

  test('finds what the second look put right, and which answer they asked to see', () => {
    const { attempts } = storeAt('store', 'orchard-wall').progress();
    expect(attempts['the-wall']).toMatchObject({
      answers: {
        'who-lock': { choice: 'teacher', right: false },
        'which-words': { choice: 'already', right: false },
        'row-lock': { choice: 'done', right: false },
        'row-pay': { choice: 'refused', right: true },
      },
      seconds: {
        'who-lock': { choice: 'gardener', right: true },
        'row-lock': { choice: 'threatened', right: true },
      },
      shown: ['which-words'],
    });
    expect(Object.keys(attempts['the-wall']?.seconds ?? {})).toEqual(['who-lock', 'row-lock']);
  });

  test('finds the same without the summary', async () => {
    const before = await json(['progress']);
    expect(before).toMatchObject({ lessons: LESSONS });
    rmSync(at('store', 'orchard-wall', 'fold.json'), { force: true });
    expect(await json(['progress'])).toEqual(before);
  });

  test('imports the export into an empty folder and finds the same progress', async () => {
    await run(['progress', 'import', 'export.json'], 'empty');
    expect(await json(['progress'], 'empty')).toEqual(await json(['progress']));
  });
});

describe('a room that began with version 0.2.0', () => {
  const codeIn = (place: string): string => textOf(place, 'room-code.txt').trim();

  test('goes on with the answers that were handed in, and an empty board', async () => {
    const join = ['workshop', 'join', codeIn('exercise'), '--name', 'Finn', '--plain'];
    expect((await run(join, 'exercise/data')).out).toContain('2 of 6 answered');
    const course = courseAt(at('course'));
    const workshops = ['exercise', 'data', 'workshops', 'orchard-wall'];
    const [attempt = ''] = readdirSync(at(...workshops));
    const { progress } = storeAt(...workshops, attempt);
    const context = {
      ...course,
      seed: () => 's',
      now: () => NEXT_DAY,
      offset: () => 0,
      history: () => [],
    };
    const session = createSessionStore(start(course.index, progress(), context), {
      context,
      persist: progress,
      news: () => ({}),
    });
    session.dispatch({ type: 'enter' });
    expect(scene(session.state())).toMatchObject({
      kind: 'board',
      step: { id: 'which-step' },
      toGo: 4,
    });
  });

  type Report = {
    readonly participants: readonly object[];
    readonly checks: readonly {
      readonly number: number;
      readonly answered: number;
      readonly right: number;
    }[];
  };

  test('gets the same report from files and codes', async () => {
    const report = await json<Report>(['workshop', 'report', 'results/handed-in']);
    expect(report).toMatchObject({
      code: codeIn('results').replace('-', ''),
      people: 3,
      misreadings: [
        { misreading: 'wrong-source', count: 2 },
        { misreading: 'wrong-time', count: 2 },
        { misreading: 'threatened-as-done', count: 2 },
        { misreading: 'wrong-side', count: 1 },
        { misreading: 'wrong-measure', count: 1 },
      ],
      leftOut: [],
    });
    expect(report.participants).toEqual(
      expect.arrayContaining([
        ...[
          { name: 'Ada', answered: 10, right: 9, of: 10, whole: true, status: 'handed-in' },
          { name: 'Ben', answered: 6, right: 3, of: 10, whole: false, status: 'open' },
          { name: 'Cleo', answered: 10, right: 6, of: 10, whole: true, status: 'handed-in' },
        ].map((one) => expect.objectContaining(one)),
      ]),
    );
    const byNumber = [...report.checks].sort((a, b) => a.number - b.number);
    expect(byNumber.map(({ answered, right }) => [answered, right])).toEqual([
      [3, 1],
      [3, 1],
      [3, 1],
      [3, 3],
      [3, 3],
      [3, 3],
      [2, 1],
      [2, 2],
      [2, 2],
      [2, 1],
    ]);
  });

  test('gets the same from a result file as from the hand-in code in it', async () => {
    const names = readdirSync(at('results', 'handed-in')).filter((name) => name.endsWith('.json'));
    expect(names).toHaveLength(2);
    for (const name of names) {
      const file = `results/handed-in/${name}`;
      const { person, handInCode } = JSON.parse(textOf(file)) as {
        readonly person: { readonly name: string };
        readonly handInCode: string;
      };
      writeFileSync(at('code.txt'), `${person.name}: ${handInCode}\n`);
      const report = (where: string): Promise<Report> =>
        json<Report>(['workshop', 'report', where, '--code', codeIn('results')]);
      expect((await report('code.txt')).checks).toEqual((await report(file)).checks);
    }
  });
});
