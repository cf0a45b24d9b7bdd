import { describe, expect, test } from 'vitest';
import type { Course } from '../../../src/core/course/course.js';
import type { Problem } from '../../../src/core/course/problem.js';
import { parseCourse } from '../../../src/core/course-files/parse-course.js';
import { replaced, TEXTS, withFiles } from '../../support/night-library.js';

type Changes = readonly (readonly [name: string, text: string | undefined])[];

const parsed = (changes: Changes) => {
  const { files, unread } = withFiles(new Map(changes));
  return parseCourse(files, unread);
};

function problemsOf(...changes: Changes): readonly Problem[] {
  const result = parsed(changes);
  return 'problems' in result ? result.problems : [];
}

function courseOf(...changes: Changes): Course {
  const result = parsed(changes);
  if ('problems' in result) throw new Error(result.problems[0].message);
  return result.course;
}

const places = (problems: readonly Problem[]): string[] =>
  problems.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`);

describe('a problem has its place and its rule:', () => {
  test.each<[string, string, string, string, string]>([
    [
      'an unknown field',
      'sources.yaml',
      'naming: described',
      'nameing: described',
      'sources.yaml:5:5 unknown-field',
    ],
    [
      'an unknown field of a step',
      'by-heart.yaml',
      '    hint:',
      '    hnit:',
      'by-heart.yaml:13:5 unknown-field',
    ],
    [
      'a missing field',
      'by-heart.yaml',
      '    skill: limits\n',
      '',
      'by-heart.yaml:7:5 missing-field',
    ],
    [
      'an empty text',
      'passages.yaml',
      'section: The letter',
      'section: " "',
      'passages.yaml:4:5 bad-value',
    ],
    [
      'a field without a value',
      'passages.yaml',
      'section: The letter',
      'section:',
      'passages.yaml:4:5 wrong-type',
    ],
    [
      'an unknown word',
      'ledger.yaml',
      'kind: pledge',
      'kind: promise',
      'ledger.yaml:4:5 bad-value',
    ],
    [
      'an id with a space',
      'sources.yaml',
      'id: mayor',
      'id: the mayor',
      'sources.yaml:2:5 bad-value',
    ],
    ['a double id', 'sources.yaml', 'id: librarian', 'id: mayor', 'sources.yaml:8:5 duplicate-id'],
    [
      'a double choice',
      'by-heart.yaml',
      'id: readers',
      'id: none',
      'by-heart.yaml:23:9 duplicate-id',
    ],
    [
      'a double step',
      'by-heart.yaml',
      'check: on-what-condition',
      'check: who-wrote',
      'the-quarrel.yaml:8:5 duplicate-id',
    ],
    [
      'a reserved id',
      'the-quarrel.yaml',
      'reading: read-p1',
      'reading: end',
      'the-quarrel.yaml:6:5 reserved-id',
    ],
    [
      'a missing source',
      'ledger.yaml',
      'source: mayor',
      'source: major',
      'ledger.yaml:3:5 unknown-reference',
    ],
    [
      'a missing sentence',
      'by-heart.yaml',
      'evidence: [p1s1]',
      'evidence: [p1s9]',
      'by-heart.yaml:11:16 unknown-reference',
    ],
    [
      'a missing claim',
      'by-heart.yaml',
      'claims: [open-at-night]',
      'claims: [closed]',
      'by-heart.yaml:10:14 unknown-reference',
    ],
    [
      'a missing passage',
      'the-quarrel.yaml',
      'passages: [p1]',
      'passages: [p7]',
      'the-quarrel.yaml:7:16 unknown-reference',
    ],
    [
      'a key that is no choice',
      'by-heart.yaml',
      'key: council',
      'key: counsel',
      'by-heart.yaml:14:5 unknown-reference',
    ],
    [
      'a key with a misreading',
      'by-heart.yaml',
      'feedback: So the mayor said.',
      'feedback: So he said.\n        misreading: overstated',
      'by-heart.yaml:16:9 misreading',
    ],
    [
      'an open choice with a misreading other than overlooked',
      'the-quarrel.yaml',
      'misreading: overlooked',
      'misreading: wrong-source',
      'the-quarrel.yaml:25:9 misreading',
    ],
    [
      'a choice with overlooked that is not open',
      'the-quarrel.yaml',
      '        open: true\n',
      '',
      'the-quarrel.yaml:25:9 misreading',
    ],
    [
      'a claim without exercise and without a reason',
      'ledger.yaml',
      '    condition: if the council agreed\n',
      '    condition: if the council agreed\n    exercise: no\n',
      'ledger.yaml:9:5 exercise-why',
    ],
    [
      'a reason for no exercise on a claim with exercise',
      'ledger.yaml',
      '    condition: if the council agreed\n',
      '    condition: if the council agreed\n    why: It is asked later.\n',
      'ledger.yaml:9:5 exercise-why',
    ],
    [
      'a distractor without a misreading',
      'by-heart.yaml',
      '        misreading: not-in-article\n',
      '',
      'by-heart.yaml:23:9 misreading',
    ],
    [
      'a lost condition',
      'ledger.yaml',
      'condition: if the council agreed',
      'condition: if it rains',
      'ledger.yaml:8:5 lost-words',
    ],
    [
      'a value without a basis for it',
      'ledger.yaml',
      'when: { basis: not-stated }',
      'when: { value: Monday, basis: not-stated }',
      'ledger.yaml:7:5 detail-value',
    ],
    [
      'only two choices',
      'by-heart.yaml',
      '      - id: readers\n        text: That readers pay\n        feedback: Nobody speaks of that.\n        misreading: not-in-article\n',
      '',
      'by-heart.yaml:15:5 bad-value',
    ],
    [
      'a lesson without a file',
      'course.yaml',
      'by-heart]',
      'by-heart, third]',
      'course.yaml:8:34 missing-file',
    ],
    ['an unlisted file', 'course.yaml', ', by-heart]', ']', 'by-heart.yaml:1:1 unlisted-file'],
    [
      'a lesson id that differs from its file name',
      'by-heart.yaml',
      'id: by-heart',
      'id: by-hart',
      'by-heart.yaml:1:1 lesson-id',
    ],
    ['a newer format', 'course.yaml', 'format: 1', 'format: 3', 'course.yaml:2:1 newer-format'],
    [
      'a step that is neither reading nor check',
      'the-quarrel.yaml',
      'reading: read-p1',
      'page: read-p1',
      'the-quarrel.yaml:6:5 missing-field',
    ],
    [
      'broken YAML',
      'sources.yaml',
      'side: The town',
      'side: The: town: [',
      'sources.yaml:7:14 yaml',
    ],
    [
      'a field twice',
      'sources.yaml',
      'side: The town',
      'side: The town\n    side: None',
      'sources.yaml:8:5 yaml',
    ],
    [
      'an escape code',
      'sources.yaml',
      'name: The mayor',
      'name: "The \\e[31mmayor"',
      'sources.yaml:3:5 hidden-character',
    ],
    [
      'a direction control',
      'sources.yaml',
      'name: The mayor',
      'name: "The \\u202emayor"',
      'sources.yaml:3:5 hidden-character',
    ],
  ])('%s', (_, file, from, to, expected) => {
    const problems = problemsOf([file, replaced(file, from, to)]);
    expect(places(problems)).toContain(expected);
    for (const { message } of problems) expect(message).toMatch(/^[^\p{Cc}\u202e]{10,}$/u);
  });

  test.each<[string, string, string, string, string[]]>([
    [
      'a colon in a text is one problem, without its consequences',
      'sources.yaml',
      'side: The town',
      'side: The: town: [',
      ['sources.yaml:7:14 yaml'],
    ],
    [
      'an alias is reported at its position',
      'by-heart.yaml',
      'title: By heart\ngoal: To remember the condition.',
      'title: &x By heart\ngoal: *x',
      ['by-heart.yaml:3:7 yaml'],
    ],
    [
      'a second document is rejected',
      'by-heart.yaml',
      'closedBook: true',
      '---\nclosedBook: true',
      ['by-heart.yaml:5:1 yaml'],
    ],
    [
      'a tag is rejected, even one that YAML knows',
      'by-heart.yaml',
      'title: By heart',
      'title: !!binary aGk=',
      ['by-heart.yaml:2:8 yaml'],
    ],
    [
      'other files can still refer to a passage with a problem',
      'passages.yaml',
      '    paragraph: 1\n',
      '',
      ['passages.yaml:2:5 missing-field'],
    ],
    [
      'two unknown fields are both reported',
      'by-heart.yaml',
      'minutes: 2',
      'minutes: 2\ntitel: x\ngaol: x',
      ['by-heart.yaml:5:1 unknown-field', 'by-heart.yaml:6:1 unknown-field'],
    ],
  ])('%s', (_, file, from, to, expected) => {
    expect(places(problemsOf([file, replaced(file, from, to)]))).toEqual(expected);
  });

  const BROKEN_YAML = [
    'sources.yaml',
    replaced('sources.yaml', 'side: The town', 'side: ['),
  ] as const;

  test('a file that is no YAML does not hide the problems of other files', () => {
    const lesson = [
      'by-heart.yaml',
      replaced('by-heart.yaml', 'minutes: 2', 'minutes: 0'),
    ] as const;
    const problems = problemsOf(BROKEN_YAML, lesson);
    expect(problems.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
      'by-heart.yaml bad-value',
      'sources.yaml yaml',
    ]);
  });

  test('a newer format is the only problem reported, even if another file is unreadable', () => {
    const course = ['course.yaml', replaced('course.yaml', 'format: 1', 'format: 3')] as const;
    expect(places(problemsOf(course, BROKEN_YAML))).toEqual(['course.yaml:2:1 newer-format']);
  });

  test('a newer format names the version that is needed, if the course gives a version', () => {
    const messageOf = (format: string) => {
      const [problem] = problemsOf(['course.yaml', replaced('course.yaml', 'format: 1', format)]);
      return problem?.message;
    };
    const reads = 'this course has format 3, and this program reads formats 1 and 2';
    expect(messageOf('format: 3\nneeds: 0.3.0')).toBe(
      `${reads}: install on-the-record 0.3.0 or newer`,
    );
    const unnamed = `${reads}: install a newer version of on-the-record`;
    expect(messageOf('format: 3')).toBe(unnamed);
    expect(messageOf('format: 3\nneeds: "\\e[31m"')).toBe(unnamed);
    expect(messageOf('format: 3\nneeds: [0.3.0]')).toBe(unnamed);
  });

  test('formats 1 and 2 are read, and no format below 1 or between', () => {
    expect(courseOf().index.format).toBe(1);
    const format2 = replaced('course.yaml', 'format: 1', 'format: 2\nneeds: 0.2.0');
    expect(courseOf(['course.yaml', format2]).index.format).toBe(2);
    for (const format of ['0', '1.5', '"2"', '-1', 'true'])
      expect(
        places(
          problemsOf(['course.yaml', replaced('course.yaml', 'format: 1', `format: ${format}`)]),
        ),
      ).toContain('course.yaml:2:1 bad-value');
  });

  test('every file that ends in .yml is reported as misnamed, and not as missing', () => {
    const renamed = (name: string) =>
      [
        [`${name}.yaml`, undefined],
        [`${name}.yml`, TEXTS.get(`${name}.yaml`)],
      ] as const;
    for (const name of ['by-heart', 'sources'])
      expect(places(problemsOf(...renamed(name)))).toEqual([`${name}.yml:1:1 file-name`]);
  });

  test('the message suggests the nearest word', () => {
    const ledger = replaced('ledger.yaml', 'source: mayor', 'source: major');
    const [problem] = problemsOf(['ledger.yaml', ledger]);
    expect(problem?.message).toBe("there is no source 'major': did you mean 'mayor'?");
  });

  test('a missing file is reported', () => {
    expect(places(problemsOf(['ledger.yaml', undefined]))).toEqual([
      'ledger.yaml:1:1 missing-file',
    ]);
  });
});

test('a course has a hash of its ids, order and keys, but not of its texts', () => {
  const hash = (...changes: Changes): string => courseOf(...changes).index.hash;
  const reordered = replaced('course.yaml', '[the-quarrel, by-heart]', '[by-heart, the-quarrel]');
  const original = hash();
  expect(
    hash(['the-quarrel.yaml', replaced('the-quarrel.yaml', 'The head librarian', 'She')]),
  ).toBe(original);
  expect(hash(['course.yaml', reordered])).not.toBe(original);
  expect(hash(['by-heart.yaml', replaced('by-heart.yaml', 'id: readers', 'id: payers')])).not.toBe(
    original,
  );
});

test('no change to one line of any file makes the parser throw', () => {
  for (const [name, text] of TEXTS) {
    const lines = text.split('\n');
    for (const [i, line] of lines.entries()) {
      const start = line.split(':')[0];
      for (const other of [`  ${line}`, `${line} x`, '- x', '&', `${start}:`, '7'])
        expect(() => problemsOf([name, lines.with(i, other).join('\n')])).not.toThrow();
      expect(() => problemsOf([name, lines.toSpliced(i, 1).join('\n')])).not.toThrow();
    }
  }
});
