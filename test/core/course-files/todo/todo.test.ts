import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { CourseFile } from '../../../../src/core/course-files/course-file.js';
import { parseCourse } from '../../../../src/core/course-files/parse-course.js';
import { lintCourse } from '../../../../src/core/lint/lint-course.js';
import { readYaml } from '../../../../src/io/course/read-yaml.js';
import { changedAt, fieldsOf, type JsonPath, leavesOf } from '../../../support/json-leaves.js';
import { replaced, textsIn, withFiles } from '../../../support/night-library.js';

const COURSES = fileURLToPath(new URL('../../../fixtures/courses', import.meta.url));

const coursesFiles = ['kinds', 'in-text'].map((name): [string, CourseFile[]] => [
  name,
  [...textsIn(path.join(COURSES, name))].map(([file, text]) => readYaml(file, text).file),
]);

/** The files with one place of one of them still to do. */
const withTodo = (files: readonly CourseFile[], changed: CourseFile, at: JsonPath, todo: unknown) =>
  files.map((file) =>
    file === changed ? { ...file, value: changedAt(file.value, at, () => todo) } : file,
  );

const found = (files: readonly CourseFile[]): string[] =>
  lintCourse(files).problems.map(({ rule, message }) => `${rule}: ${message}`);

const night = (name: string, from: string, to: string) =>
  withFiles(new Map([[name, replaced(name, from, to)]])).files;

describe('a value that is still to do', () => {
  test.each(coursesFiles)(
    'is the only problem, wherever it is: %s',
    (_, files) => {
      for (const file of files)
        for (const at of ofEachShape(leavesOf(file.value))) {
          const problems = found(withTodo(files, file, at, 'TODO: decide this'));
          expect(problems, `${file.name} ${at.join('.')}`).toEqual([
            'todo: still to do: decide this',
          ]);
        }
    },
    30_000,
  );

  test.each(coursesFiles)(
    'can stand for a whole field or item: %s',
    (_, files) => {
      for (const file of files)
        for (const at of ofEachShape([...fieldsOf(file.value), ...itemsOf(file.value)])) {
          const problems = found(withTodo(files, file, at, { TODO: 'write it' }));
          expect(problems, `${file.name} ${at.join('.')}`).toEqual(['todo: still to do: write it']);
        }
    },
    30_000,
  );

  test('is reported at its place, with what its author noted', () => {
    const files = night('by-heart.yaml', 'That the mayor agrees', 'TODO a choice about the mayor');
    expect(lintCourse(files).problems).toEqual([
      {
        severity: 'error',
        file: 'by-heart.yaml',
        line: 20,
        column: 9,
        rule: 'todo',
        message: 'still to do: a choice about the mayor',
      },
    ]);
  });

  test.each([
    ['TODO', "todo: still to do: write 'goal'"],
    ['TODO one line', 'todo: still to do: one line'],
    ['"TODO:one line"', 'todo: still to do: one line'],
    [`TODO ${'long '.repeat(60)}`, `todo: still to do: ${'long '.repeat(40)}…`],
  ])('begins with TODO: %s', (text, message) => {
    expect(found(night('by-heart.yaml', 'To remember the condition.', text))).toEqual([message]);
  });

  test.each(['To do it.', 'TODOS of the mayor.', 'Todo lists.', 'A TODO of hers.'])(
    'is not any text with such a word: %s',
    (text) => {
      expect(found(night('by-heart.yaml', 'To remember the condition.', text))).toEqual([]);
    },
  );

  test('hides no other mistake', () => {
    const files = night('by-heart.yaml', 'skill: limits', 'skill: limit\n    words: [TODO]');
    expect(found(files)).toEqual([
      expect.stringMatching(/^bad-value: 'skill' can be .* did you mean 'limits'\?$/),
      'todo: still to do: write this',
    ]);
  });

  test('plays in a learner’s program if it is a text', () => {
    const files = night('by-heart.yaml', 'To remember the condition.', 'TODO write it');
    expect(parseCourse(files)).toMatchObject({
      course: { lessons: [{}, { goal: 'TODO write it' }] },
    });
  });
});

/** One of the paths that differ only in the positions of items. */
const ofEachShape = (paths: readonly JsonPath[]): JsonPath[] => [
  ...new Map(paths.map((at) => [at.join('.').replace(/\d+/g, '*'), at])).values(),
];

/** The paths to all items of lists. */
const itemsOf = (value: unknown, at: JsonPath = []): JsonPath[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, one]) => [
        ...(Array.isArray(value) ? [[...at, key]] : []),
        ...itemsOf(one, [...at, key]),
      ])
    : [];
