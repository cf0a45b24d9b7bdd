import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checksOf } from '../../../src/core/course/lesson.js';
import { isAskedFromMemory } from '../../../src/core/review/from-memory.js';
import { countScheduled } from '../../../src/core/review/schedule.js';
import { FIRST_CHOICES } from '../../support/first-choices.js';
import { runHere } from '../../support/in-process.js';
import { lessonOf } from '../../support/learner.js';
import { usingProgram } from '../../support/program.js';
import { shippedCourse } from '../../support/shipped-course.js';

const CHECKS = lessonOf('the-dispute').checks.length;
/** Questions in the text never come back. */
const REVIEWED = checksOf(lessonOf('the-dispute')).filter(isAskedFromMemory).length;
const DENIED = lessonOf('denied').checks.length;

describe('progress and settings', () => {
  const { data } = usingProgram();

  /** Each computer has its own data folder. */
  const run = (machine: string, ...args: string[]) =>
    runHere(['--data-dir', path.join(data(), machine), ...args], { input: FIRST_CHOICES });
  const learn = (machine: string, lesson: string, seed: string) =>
    run(machine, 'learn', lesson, '--plain', '--seed', seed);
  const file = (name: string): string => path.join(data(), name);

  test('--json has the fields that docs/reference.md names', async () => {
    await learn('a', 'the-dispute', 'x');
    const report = JSON.parse((await run('a', 'progress', '--json')).out);
    expect(Object.keys(report)).toEqual([
      'version',
      'course',
      'skills',
      'lessons',
      'certainty',
      'misreadings',
      'doubt',
      'memory',
      'due',
      'settings',
    ]);
    expect(report.version).toBe(1);
    expect(Object.keys(report.skills[0])).toEqual(['skill', 'right', 'answered', 'checks']);
    expect(report.lessons[0]).toMatchObject({ id: 'the-dispute', state: 'done', answered: CHECKS });
    expect(report.certainty.certain).toEqual({ right: 0, of: 0 });
    const misread = report.misreadings.reduce(
      (sum: number, { count }: { count: number }) => sum + count,
      0,
    );
    expect(misread).toBe(CHECKS - report.lessons[0].correct);
    expect(Object.keys(report.doubt)).toEqual(['takenAsSaid', 'overlooked', 'moreCommon']);
    expect(Object.keys(report.doubt.takenAsSaid)).toEqual(['count', 'of']);
    expect(report.memory).toEqual({
      new: countScheduled(shippedCourse().index) - REVIEWED,
      learning: REVIEWED,
      learned: 0,
    });
    expect(report.due).toHaveLength(14);
    expect(report.settings).toMatchObject({ certainty: 'off', session: '10', retention: '0.9' });
  });

  test('two computers that import each other’s progress have the same progress', async () => {
    await learn('a', 'the-dispute', 'x');
    await learn('b', 'the-dispute', 'y');
    await learn('b', 'denied', 'z');
    await run('b', 'settings', 'session', '5');
    expect((await run('a', 'progress', 'export', file('a.json'))).code).toBe(0);
    expect((await run('b', 'progress', 'export', file('b.json'))).code).toBe(0);
    expect((await run('a', 'progress', 'import', file('b.json'))).out).toContain(
      `Added: ${CHECKS + DENIED} answers`,
    );
    expect((await run('b', 'progress', 'import', file('a.json'))).out).toContain(
      `Added: ${CHECKS} answers`,
    );
    expect((await run('b', 'progress', 'import', file('a.json'))).out).toContain('Nothing new');
    const progress = (await run('a', 'progress', '--json')).out;
    expect((await run('b', 'progress', '--json')).out).toBe(progress);
    expect(JSON.parse(progress).settings.session).toBe('5');
  });

  test('an import says what an imported reset hides, and the reset can be undone', async () => {
    await learn('a', 'denied', 'x');
    await run('a', 'progress', 'export', file('before.json'));
    await run('b', 'progress', 'import', file('before.json'));
    await run('b', 'reset', 'denied', '--yes');
    await run('b', 'progress', 'export', file('after.json'));
    const { out } = await run('a', 'progress', 'import', file('after.json'));
    expect(out).toContain(`A reset in the file now hides ${DENIED} answered questions`);
    await run('a', 'reset', '--undo');
    expect(JSON.parse((await run('a', 'list', '--json')).out).lessons[2].answered).toBe(DENIED);
  });

  test('an export never replaces another file', async () => {
    writeFileSync(file('letter.txt'), 'Dear Ada');
    const { code, err } = await run('a', 'progress', 'export', file('letter.txt'));
    expect([code, err.trimEnd().split('\n').length]).toEqual([1, 1]);
    expect(readFileSync(file('letter.txt'), 'utf8')).toBe('Dear Ada');
  });

  test('unreadable progress never replaces an earlier export', async () => {
    await learn('a', 'denied', 'x');
    await run('a', 'progress', 'export', file('earlier.json'));
    const earlier = readFileSync(file('earlier.json'), 'utf8');
    const log = path.join(file('a'), 'claude-contract', 'answers-1.jsonl');
    rmSync(log);
    mkdirSync(log);
    const { code, out, err } = await run('a', 'progress', 'export', file('earlier.json'));
    expect([code, out, err.trimEnd().split('\n').length]).toEqual([1, '', 1]);
    expect(readFileSync(file('earlier.json'), 'utf8')).toBe(earlier);
  });

  test('an export never replaces the only copy of answers that are no longer in the log', async () => {
    await learn('a', 'denied', 'x');
    await run('a', 'progress', 'export', file('all.json'));
    rmSync(path.join(file('a'), 'claude-contract'), { recursive: true });
    await learn('a', 'denied', 'y');
    const { code, err } = await run('a', 'progress', 'export', file('all.json'));
    expect([code, err]).toEqual([
      1,
      expect.stringContaining('answers that your progress does not have'),
    ]);
    await run('a', 'progress', 'import', file('all.json'));
    expect((await run('a', 'progress', 'export', file('all.json'))).code).toBe(0);
  });

  test('an import never turns a course into an exercise', async () => {
    const begin = { k: 'begin', id: 'one', t: 1 };
    const made = { kind: 'on-the-record progress', version: 1, course: 'claude-contract' };
    writeFileSync(file('made.json'), JSON.stringify({ ...made, entries: [begin] }));
    const { code, err } = await run('a', 'progress', 'import', file('made.json'));
    expect([code, err]).toEqual([1, expect.stringContaining('has the answers of an exercise')]);
  });

  test.each([
    ['a file that is not there', 'nothing.json'],
    ['a folder', '.'],
  ])('an import of %s prints one line on stderr, and changes nothing', async (_, name) => {
    const { code, out, err } = await run('a', 'progress', 'import', file(name));
    expect([code, out, err.trimEnd().split('\n').length]).toEqual([1, '', 1]);
    expect(existsSync(file('a'))).toBe(false);
  });

  test('a setting is shown, set and saved, and an unknown name is reported with the known names', async () => {
    expect((await run('a', 'settings', 'retention', '0.85')).out).toBe('0.85\n');
    expect((await run('a', 'settings', 'retention')).out).toBe('0.85\n');
    expect((await run('a', 'settings')).out).toMatch(
      /^certainty .*\nsession .*\nretention +0\.85 .*\nday-ends +4 /,
    );
    expect((await run('a', 'settings', 'day-ends', '0')).out).toBe('0\n');
    expect((await run('a', 'settings', 'day-ends', '7')).err).toContain(
      'a whole number from 0 (midnight) to 6',
    );
    const unknown = await run('a', 'settings', 'colour', 'red');
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain(
      'certainty, session, retention, day-ends, motion, ascii, screen-reader, parameters',
    );
    const wrong = await run('a', 'settings', 'session', 'long');
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('a whole number from 1 to 50');
  });

  test('a course with too small a ledger has no drill, and says so', async () => {
    const course = path.join(import.meta.dirname, '../../fixtures/courses/night-library');
    const { code, err } = await run('a', 'drill', '--course', course);
    expect(code).toBe(1);
    expect(err).toContain('fewer than eight');
  });
});
