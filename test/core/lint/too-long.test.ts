import { afterEach, describe, expect, test, vi } from 'vitest';
import { parseCourse } from '../../../src/core/course-files/parse-course.js';
import { type LintReport, lintCourse } from '../../../src/core/lint/lint-course.js';
import { changedAt, leavesOf } from '../../support/json-leaves.js';
import { replaced, withFiles } from '../../support/night-library.js';
import { textsSegmented } from '../../support/segmenter.js';

const LESSON = 'by-heart.yaml';
const STEM = 'On what condition would the library stay open at night?';

const filesWith = (name: string, from: string, to: string) =>
  withFiles(new Map([[name, replaced(name, from, to)]]));

function reportWith(name: string, from: string, to: string): LintReport {
  const { files, unread } = filesWith(name, from, to);
  return lintCourse(files, unread);
}

const rulesWith = (name: string, from: string, to: string): string[] =>
  reportWith(name, from, to).problems.map(({ rule }) => rule);

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a text that is too long', () => {
  const giant = `${'word '.repeat(700)}1?`;

  test('is an error with its place, its length and what to do', () => {
    expect(reportWith(LESSON, STEM, giant).problems).toEqual([
      {
        severity: 'error',
        file: LESSON,
        line: 8,
        column: 5,
        rule: 'too-long',
        message: 'this text has 3502 characters: shorten it to 3000 or fewer',
      },
    ]);
  });

  test('is reported wherever a course has a text', () => {
    const { files } = withFiles(new Map());
    const places = files.flatMap((file, i) =>
      leavesOf(file.value).map((path) => ({ i, path, before: path.reduce(valueAt, file.value) })),
    );
    const texts = places.filter(({ before }) => typeof before === 'string');
    const missed = texts.filter(({ i, path }) => {
      const changed = files.map((file, n) =>
        n === i ? { ...file, value: changedAt(file.value, path, () => giant) } : file,
      );
      return !lintCourse(changed).problems.some(({ rule }) => rule === 'too-long');
    });
    expect(texts.length).toBeGreaterThan(80);
    expect(missed).toEqual([]);
  });

  test('has more than 3000 characters, whatever their code units, and a title more than 300', () => {
    const stemOf = (length: number): string => `${'𠀀'.repeat(length - 1)}?`;
    expect(rulesWith(LESSON, STEM, stemOf(3_000))).not.toContain('too-long');
    expect(rulesWith(LESSON, STEM, stemOf(3_001))).toContain('too-long');
    expect(rulesWith(LESSON, 'title: By heart', `title: ${'a'.repeat(300)}`)).toEqual([]);
    expect(rulesWith(LESSON, 'title: By heart', `title: ${'a'.repeat(301)}`)).toEqual(['too-long']);
  });

  test('is not hidden by a waiver', () => {
    const waived = `${giant}\n    allow: [{ rule: too-long, why: It is a long story. }]`;
    expect(rulesWith(LESSON, STEM, waived).sort()).toEqual(['too-long', 'unknown-rule']);
  });

  test('does not stop the course from opening, and stays complete', () => {
    const { files, unread } = filesWith(LESSON, STEM, giant);
    const parsed = parseCourse(files, unread);
    expect(parsed).toHaveProperty('course');
    expect(JSON.stringify(parsed)).toContain(giant);
  });

  test('is not judged by the rules of item writing', () => {
    const other = 'the-quarrel.yaml';
    const changes = new Map([
      [LESSON, replaced(LESSON, STEM, giant.replace('?', ''))],
      [other, replaced(other, 'The mayor', 'The 2nd mayor')],
    ]);
    const given = textsSegmented();
    expect(lintCourse(withFiles(changes).files).problems).toMatchObject([{ rule: 'too-long' }]);
    expect(given).toContain('The 2nd mayor');
    expect(Math.max(...given.map(({ length }) => length))).toBeLessThan(3_000);
  });
});

const valueAt = (value: unknown, key: string): unknown =>
  (value as Readonly<Record<string, unknown>>)[key];

test('the words of each text are found once, however many questions a lesson has', () => {
  const { files } = withFiles(new Map());
  const more = files.map((file) => {
    if (file.name !== LESSON) return file;
    const { steps, ...lesson } = file.value as { readonly steps: readonly object[] };
    const copies = Array.from({ length: 30 }, (_, n) => ({
      ...steps[0],
      check: `check-${n}`,
      stem: `On what condition would library ${n} stay open at night?`,
    }));
    return { ...file, value: { ...lesson, steps: copies } };
  });
  const given = textsSegmented();
  expect(lintCourse(more).balances[0]?.checks).toBeGreaterThan(30);
  expect(given.filter((text) => /library \d/.test(text))).toHaveLength(30);
});
