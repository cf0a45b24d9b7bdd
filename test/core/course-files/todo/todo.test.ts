import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CourseFile } from '../../../../src/core/course-files/course-file.js';
import { parseCourse } from '../../../../src/core/course-files/parse-course.js';
import { parseUnfinished } from '../../../../src/core/course-files/todo/parse-unfinished.js';
import { lintCourse } from '../../../../src/core/lint/lint-course.js';
import { readYaml } from '../../../../src/io/course/read-yaml.js';
import { changedAt, type JsonPath, leavesOf } from '../../../support/json-leaves.js';
import { type Edit, kindsFiles } from '../../../support/kinds.js';
import { NIGHT_LIBRARY, replaced, textsIn, withFiles } from '../../../support/night-library.js';

const { files: KINDS } = kindsFiles();

/** A smaller course: the tests of every place take a second. */
const IN_TEXT = [...textsIn(path.join(NIGHT_LIBRARY, '../in-text'))].map(
  ([name, text]) => readYaml(name, text).file,
);

type Place = readonly [file: string, at: JsonPath];

/** The files with some places still to do. */
const withTodos = (
  course: readonly CourseFile[],
  places: readonly Place[],
  todo: unknown,
): CourseFile[] =>
  course.map((file) => ({
    ...file,
    value: places
      .filter(([name]) => name === file.name)
      .reduce((value: unknown, [, at]) => changedAt(value, at, () => todo), file.value),
  }));

const placesIn = (
  course: readonly CourseFile[],
  pathsIn: (value: unknown) => JsonPath[],
): Place[] => course.flatMap(({ name, value }) => pathsIn(value).map((at): Place => [name, at]));

/** One of the places that differ only in the positions of items. */
const ofEachShape = (places: readonly Place[]): Place[] => [
  ...new Map(
    places.map((place) => [place.flat().join('.').replace(/\.\d+/g, '.*'), place]),
  ).values(),
];

const found = (files: readonly CourseFile[]): string[] =>
  lintCourse(files).problems.map(({ rule, message }) => `${rule}: ${message}`);

const night = (name: string, from: string, to: string) =>
  withFiles(new Map([[name, replaced(name, from, to)]])).files;

describe('a value that is still to do', () => {
  test('of a choice leaves out its check, because another choice could be taken for the key', () => {
    const [place] = placesIn(IN_TEXT, leavesOf).filter(([, at]) => at.at(-1) === 'misreading');
    const [name = '', at = []] = place ?? [];
    const file = IN_TEXT.find((one) => one.name === name);
    if (!place || !file) throw new Error('the course has no misreading');
    const step = (file.value as { steps: { check?: string }[] }).steps[Number(at[1])];
    const parsed = parseUnfinished(withTodos(IN_TEXT, [place], 'TODO'), []);
    if ('problems' in parsed) throw new Error(parsed.problems[0].message);
    const ids = parsed.course.lessons.flatMap(({ body }) => body.map(({ id }) => id));
    expect(step?.check).toBeDefined();
    expect(ids).not.toContain(step?.check);
  });

  test.each([
    ['a text', 'TODO: decide this', leavesOf],
    ['a list or fields', { TODO: 'decide this' }, holdersOf],
  ])('is the only problem, and a preview shows the others, for %s anywhere', (_, todo, pathsIn) => {
    for (const place of ofEachShape(placesIn(IN_TEXT, pathsIn))) {
      const files = withTodos(IN_TEXT, [place], todo);
      expect(found(files), place.join(' ')).toEqual(['todo: still to do: decide this']);
      expect(parseUnfinished(files, []), place.join(' ')).toHaveProperty('course');
    }
  });

  test('can occur in several places', () => {
    fc.assert(
      fc.property(
        fc.subarray(placesIn(KINDS, leavesOf), { minLength: 2, maxLength: 12 }),
        (places) => {
          const files = withTodos(KINDS, places, 'TODO');
          expect(new Set(lintCourse(files).problems.map(({ rule }) => rule))).toEqual(
            new Set(['todo']),
          );
          expect(lintCourse(files).problems).toHaveLength(places.length);
          expect(parseUnfinished(files, [])).toHaveProperty('course');
        },
      ),
      { numRuns: 20 },
    );
  });

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
    ['TODO: one line', 'todo: still to do: one line'],
    ['TODO one line # a note', 'todo: still to do: one line'],
    ['TODO:', "todo: still to do: write 'goal'"],
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

  test('needs no quotation marks for its colon, in braces either', () => {
    const from = 'goal: To remember the condition.\nminutes: 2';
    const to =
      'allow: [{ rule: TODO: which, why: TODO: why }]\ngoal: TODO: one line\nminutes: TODO:';
    expect(found(night('by-heart.yaml', from, to))).toEqual([
      'todo: still to do: which',
      'todo: still to do: why',
      'todo: still to do: one line',
      "todo: still to do: write 'minutes'",
    ]);
  });

  test('hides no other mistake', () => {
    const files = night('by-heart.yaml', 'skill: limits', 'skill: limit\n    words: [TODO]');
    expect(found(files)).toEqual([
      "bad-value: 'skill' cannot be 'limit': did you mean 'limits'?",
      'todo: still to do: write this',
    ]);
  });

  test.each<[reference: string, edits: readonly Edit[], message: string]>([
    [
      'a claim to an unknown source',
      [
        ['ledger.yaml', 'source: driver', 'source: drivers'],
        ['ledger.yaml', 'content: According to a driver', 'content: TODO According to a driver'],
      ],
      "there is no source 'drivers': did you mean 'driver'?",
    ],
    [
      'a check to an unknown claim',
      [['the-lamps.yaml', 'claims: [no-answer]', 'claims: [no-answers]\n    hint: TODO']],
      "there is no claim 'no-answers': did you mean 'no-answer'?",
    ],
  ])('does not hide a reference of %s in the same part', (_, edits, message) => {
    const { files } = kindsFiles(...edits);
    expect(found(files)).toContain(`unknown-reference: ${message}`);
  });

  test('hides references to a list in which it is an id: the id may be the one', () => {
    const { files } = kindsFiles(
      ['sources.yaml', 'id: driver', 'id: TODO'],
      ['ledger.yaml', 'content: According to a driver', 'content: TODO According to a driver'],
    );
    expect(new Set(lintCourse(files).problems.map(({ rule }) => rule))).toEqual(new Set(['todo']));
  });

  test('does not hide a warning about another sentence or question that is finished', () => {
    const long = `The ${'very '.repeat(30)}old spokesman`;
    const { files } = kindsFiles(
      ['passages.yaml', 'text: The spokesman', `text: ${long}`],
      ['ledger.yaml', 'content: According to a driver', 'content: TODO According to a driver'],
    );
    const { files: unknown } = kindsFiles(
      ['passages.yaml', 'text: The spokesman', `text: ${long}`],
      ['the-lamps.yaml', 'claims: [no-answer]', 'claims: [no-answers]'],
    );
    expect(found(unknown)[0]).toMatch(/^long-sentence: /);
    expect(found(files)).toEqual([
      "long-sentence: a sentence of 'p3s1' has 45 words: make sentences of 30 words or fewer",
      expect.stringMatching(/^todo: /),
    ]);
  });

  test('plays in a learner’s program if it is a text', () => {
    const files = night('by-heart.yaml', 'To remember the condition.', 'TODO write it');
    expect(parseCourse(files)).toMatchObject({
      course: { lessons: [{}, { goal: 'TODO write it' }] },
    });
  });
});

test('problems are in the order of the work, unless the list of lessons is broken', () => {
  const todos: readonly Place[] = [
    ['course.yaml', ['title']],
    ['ledger.yaml', ['claims', '0', 'content']],
    ['passages.yaml', ['passages', '0', 'sentences', '0', 'text']],
    ['sources.yaml', ['sources', '0', 'role']],
    ['the-lamps.yaml', ['goal']],
    ['the-stop.yaml', ['goal']],
  ];
  const filesOf = (course: readonly CourseFile[]): string[] =>
    lintCourse(withTodos(course, todos, 'TODO')).problems.map(({ file }) => file);
  const work = [
    'passages.yaml',
    'sources.yaml',
    'ledger.yaml',
    'the-stop.yaml',
    'the-lamps.yaml',
    'course.yaml',
  ];
  expect(filesOf(KINDS)).toEqual(work);
  const { files: broken } = kindsFiles(['course.yaml', 'language: en', 'language: 3']);
  expect(filesOf(broken)).toEqual(['course.yaml', 'course.yaml', ...work.slice(0, -1)]);
});

describe('a preview', () => {
  const lessonsIn = (...places: readonly Place[]): string[][] => {
    const parsed = parseUnfinished(withTodos(KINDS, places, 'TODO: think'), []);
    if ('problems' in parsed) throw new Error(parsed.problems[0].message);
    return parsed.course.lessons.map(({ id, steps }) => [id, ...steps]);
  };
  const [stop = [], lamps = []] = lessonsIn();

  test('passes over a step that cannot be shown yet', () => {
    expect(lessonsIn(['the-lamps.yaml', ['steps', '1', 'skill']])).toEqual([
      stop,
      lamps.filter((id) => id !== 'council-on-bus'),
    ]);
  });

  test('passes over what refers to a claim, source or passage that is not usable yet', () => {
    expect(lessonsIn(['sources.yaml', ['sources', '0', 'type']]).flat().length).toBeLessThan(
      [...stop, ...lamps].length,
    );
    expect(lessonsIn(['passages.yaml', ['passages', '2', 'id']])).toEqual([
      stop,
      expect.any(Array),
    ]);
  });

  test('says which step it passes over, and why', () => {
    const notShown = (...edits: readonly Edit[]): string[] => {
      const { notShown: steps = [] } = parseUnfinished(kindsFiles(...edits).files, []);
      return steps.map(({ file, line, message }) => `${file}:${line} ${message}`);
    };
    const todo: Edit = ['ledger.yaml', 'said: Nobody has', 'said: TODO Nobody has'];
    expect(notShown(todo)).toEqual([]);
    expect(
      notShown(
        ['ledger.yaml', 'source: driver', 'source: the'],
        ['ledger.yaml', 'content: According to a driver', 'content: TODO According to a driver'],
      ),
    ).toContain("the-lamps.yaml:37 the board 'who-said' is not shown: there is no source 'the'");
    expect(notShown(['sources.yaml', 'type: organisation', 'type: TODO'])).toEqual([
      "the-stop.yaml:94 the board 'which-step' is not shown: 'type' of the source 'council' is still to do",
    ]);
    expect(notShown(['the-lamps.yaml', 'skill: limits', 'skill: TODO'])).toEqual([
      "the-lamps.yaml:15 the check 'council-on-bus' is not shown: 'skill' is still to do",
    ]);
  });

  test('shows a text that is still to write', () => {
    const files = withTodos(KINDS, [['the-lamps.yaml', ['steps', '1', 'stem']]], { TODO: 'ask' });
    expect(JSON.stringify(parseUnfinished(files, []))).toContain('"stem":"TODO: ask"');
    expect(lessonsIn(['the-lamps.yaml', ['steps', '1', 'stem']])).toEqual([stop, lamps]);
  });

  test('passes over a lesson without steps', () => {
    expect(lessonsIn(['the-lamps.yaml', ['steps']])).toEqual([stop]);
    expect(lessonsIn(['the-lamps.yaml', ['steps']], ['the-stop.yaml', ['steps']])).toEqual([]);
  });

  test('shows the other mistakes first', () => {
    const { files } = kindsFiles(
      ['the-lamps.yaml', 'goal: Remember who said what.', 'goal: TODO'],
      ['the-lamps.yaml', 'skill: limits', 'skill: limit'],
    );
    expect(parseUnfinished(files, [])).toMatchObject({ problems: [{ rule: 'bad-value' }] });
  });
});

/** The paths to all values that hold others, apart from the complete value. */
function holdersOf(value: unknown, at: JsonPath = []): JsonPath[] {
  return Object.entries(value as object).flatMap(([key, one]) =>
    typeof one === 'object' && one !== null ? [[...at, key], ...holdersOf(one, [...at, key])] : [],
  );
}
