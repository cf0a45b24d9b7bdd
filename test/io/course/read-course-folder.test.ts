import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Problem } from '../../../src/core/course/problem.js';
import { compileCourse } from '../../../src/io/course/compile-course.js';
import { openShippedCourse, shippedCourses } from '../../../src/io/course/open-course.js';
import {
  CourseError,
  openCourseFolder,
  readCourseFolder,
} from '../../../src/io/course/read-course-folder.js';
import { changePart } from '../../support/course-pack.js';

const FIXTURE = fileURLToPath(new URL('../../fixtures/courses/night-library', import.meta.url));
const FILES = readdirSync(FIXTURE);

let root = '';
let folder = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'on-the-record-course-'));
  folder = path.join(root, 'course');
  cpSync(FIXTURE, folder, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const fileText = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
const write = (name: string, text: string | Uint8Array): void =>
  writeFileSync(path.join(folder, name), text);

/** Replaces a text. Throws if the file does not contain it. */
function edit(name: string, from: string, to: string): void {
  const text = fileText(name);
  if (!text.includes(from)) throw new Error(`${name} has no ${from}`);
  write(name, text.replace(from, to));
}

function problems(): readonly Problem[] {
  const parsed = readCourseFolder(folder);
  return 'problems' in parsed ? parsed.problems : [];
}

const places = (): string[] =>
  problems().map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`);

describe('a course folder', () => {
  test('is read as a course', () => {
    expect(problems()).toEqual([]);
    const { index, lesson, material } = openCourseFolder(folder);
    expect(index.lessons.map(({ id, closedBook }) => [id, closedBook])).toEqual([
      ['the-quarrel', false],
      ['by-heart', true],
    ]);
    expect(index.lessons[0]).toMatchObject({
      steps: ['read-p1', 'who-wrote'],
      checks: ['who-wrote'],
    });
    expect(lesson('by-heart').body[0]).toMatchObject({
      kind: 'check',
      hint: 'Think of who decides.',
    });
    expect(material().claims.map(({ presupposed }) => presupposed)).toEqual([false, false]);
  });

  test('gives each text on one line, without white space at its ends', () => {
    const [passage] = openCourseFolder(folder).material().passages;
    expect(passage?.sentences[0]?.text).toBe(
      'The mayor said that the library would stay open at night if the council agreed.',
    );
  });

  test('is the same course after compiling', () => {
    const target = path.join(root, 'compiled');
    expect(compileCourse(folder, path.join(target, 'night-library'))).toEqual([]);
    expect(shippedCourses(target)).toEqual(['night-library']);
    const [compiled, parsed] = [
      openShippedCourse(path.join(target, 'night-library')),
      openCourseFolder(folder),
    ];
    expect(compiled.index).toEqual(parsed.index);
    expect(compiled.material()).toEqual(parsed.material());
    for (const { id } of parsed.index.lessons)
      expect(compiled.lesson(id)).toEqual(parsed.lesson(id));
    expect(() => compiled.lesson('nothing')).toThrow("no lesson 'nothing'");
  });

  test('gives a plain error if the compiled course is damaged', () => {
    const target = path.join(root, 'compiled');
    compileCourse(folder, target);
    for (const text of ['{', 'null', '[]', '{"claims": 1}']) {
      changePart(target, 'record', () => text);
      expect(() => openShippedCourse(target).material()).toThrow('install on-the-record again');
    }
    expect(() => openShippedCourse(root)).toThrow('install on-the-record again');
    const pack = path.join(target, 'course.pack');
    truncateSync(pack, statSync(pack).size - 1);
    const last = openShippedCourse(target).index.lessons.at(-1)?.id ?? '';
    expect(() => openShippedCourse(target).lesson(last)).toThrow('install on-the-record again');
  });

  test('has a hash of its ids, order and keys, but not of its texts', () => {
    const hash = (): string => openCourseFolder(folder).index.hash;
    const before = hash();
    edit('the-quarrel.yaml', 'The head librarian', 'The librarian');
    expect(hash()).toBe(before);
    edit('course.yaml', '[the-quarrel, by-heart]', '[by-heart, the-quarrel]');
    const reordered = hash();
    expect(reordered).not.toBe(before);
    edit('by-heart.yaml', 'id: readers', 'id: payers');
    expect(hash()).not.toBe(reordered);
  });

  test('is rejected with all its problems', () => {
    edit('the-quarrel.yaml', 'minutes: 3', 'minutes: soon');
    edit('by-heart.yaml', 'minutes: 2', 'minutes: 0');
    expect(() => openCourseFolder(folder)).toThrow(CourseError);
    expect(places()).toEqual(['by-heart.yaml:4:1 bad-value', 'the-quarrel.yaml:4:1 wrong-type']);
  });
});

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
    ['a newer format', 'course.yaml', 'format: 1', 'format: 2', 'course.yaml:2:1 newer-format'],
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
      'sources.yaml:7:11 yaml',
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
    edit(file, from, to);
    expect(places()).toContain(expected);
    for (const { message } of problems()) {
      expect(message).toMatch(/^[^\p{Cc}\u202e]{10,}$/u);
    }
  });

  test.each<[string, string, string, string, string[]]>([
    [
      'a colon in a text is one problem, without its consequences',
      'sources.yaml',
      'side: The town',
      'side: The: town: [',
      ['sources.yaml:7:11 yaml'],
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
    edit(file, from, to);
    expect(places()).toEqual(expected);
  });

  test('a file that is no YAML does not hide the problems of other files', () => {
    edit('sources.yaml', 'side: The town', 'side: The: town: [');
    edit('by-heart.yaml', 'minutes: 2', 'minutes: 0');
    expect(places()).toEqual(['by-heart.yaml:4:1 bad-value', 'sources.yaml:7:11 yaml']);
  });

  test('a newer format is the only problem reported, even if another file is unreadable', () => {
    edit('course.yaml', 'format: 1', 'format: 2');
    edit('sources.yaml', 'side: The town', 'side: The: town: [');
    expect(places()).toEqual(['course.yaml:2:1 newer-format']);
  });

  test('every file that ends in .yml is reported as misnamed', () => {
    renameSync(path.join(folder, 'by-heart.yaml'), path.join(folder, 'by-heart.yml'));
    expect(places()).toEqual(['by-heart.yml:1:1 file-name', 'course.yaml:8:24 missing-file']);
    renameSync(path.join(folder, 'sources.yaml'), path.join(folder, 'sources.yml'));
    expect(places()).toContain('sources.yml:1:1 file-name');
  });

  test('the message suggests the nearest word', () => {
    edit('ledger.yaml', 'source: mayor', 'source: major');
    expect(problems()[0]?.message).toBe("there is no source 'major': is 'mayor' meant?");
  });
});

describe('reading a folder reports a problem for', () => {
  const rules = (): string[] => problems().map(({ rule }) => rule);

  test('a path of nothing, of a file or of another folder', () => {
    for (const [place, message] of [
      [path.join(root, 'nothing'), 'there is no such folder'],
      [path.join(folder, 'course.yaml'), 'this is a file'],
      [root, 'there is no course.yaml'],
    ] as const) {
      expect(() => openCourseFolder(place)).toThrow(message);
    }
  });

  test('a missing file', () => {
    rmSync(path.join(folder, 'ledger.yaml'));
    expect(places()).toEqual(['ledger.yaml:1:1 missing-file']);
  });

  test('files that are too large, binary, not UTF-8, folders or links to the outside', () => {
    write('by-heart.yaml', Buffer.alloc(2_000_000, 'a'));
    expect(rules()).toEqual(['unreadable-file']);
    write('by-heart.yaml', Buffer.from([0x61, 0, 0x62]));
    expect(rules()).toEqual(['unreadable-file']);
    write('by-heart.yaml', Buffer.from([0x61, 0xff, 0x62]));
    expect(rules()).toEqual(['unreadable-file']);
    rmSync(path.join(folder, 'by-heart.yaml'));
    mkdirSync(path.join(folder, 'by-heart.yaml'));
    expect(rules()).toEqual(['unreadable-file']);
    rmSync(path.join(folder, 'by-heart.yaml'), { recursive: true });
    symlinkSync(path.join(FIXTURE, 'by-heart.yaml'), path.join(folder, 'by-heart.yaml'));
    expect(rules()).toEqual(['unreadable-file']);
  });

  test('aliases that expand to a huge value, without expanding them', () => {
    const levels = Array.from(
      { length: 9 },
      (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`,
    );
    write('by-heart.yaml', ['a0: &a0 lol', ...levels].join('\n'));
    expect(rules()).toEqual(['yaml']);
  });

  test('deeply nested lists', () => {
    write('by-heart.yaml', '['.repeat(100_000));
    expect(rules()).not.toEqual([]);
    write('by-heart.yaml', `id: ${'['.repeat(5_000)}${']'.repeat(5_000)}`);
    expect(rules()).not.toEqual([]);
  });

  test.each([
    ['fields', Array.from({ length: 100_000 }, (_, i) => `a${i}:`).join('\n')],
    ['keys within keys', '- ? '.repeat(200_000)],
    ['anchors', '&a '.repeat(200_000)],
  ])('many %s, within seconds', (_, text) => {
    write('by-heart.yaml', text);
    expect(rules()).toEqual(['yaml']);
  });

  test('an alias that contains itself', () => {
    write('by-heart.yaml', 'id: &self [*self]\n');
    expect(rules()).toEqual(['yaml']);
  });
});

test('no change to one line of any file makes the parser throw', () => {
  for (const name of FILES) {
    const lines = fileText(name).split('\n');
    for (const [i, line] of lines.entries()) {
      for (const other of [
        undefined,
        `  ${line}`,
        `${line} x`,
        '- x',
        '&',
        `${line.split(':')[0]}:`,
        '7',
      ]) {
        const changed = other === undefined ? lines.toSpliced(i, 1) : lines.with(i, other);
        write(name, changed.join('\n'));
        expect(() => readCourseFolder(folder)).not.toThrow();
      }
    }
    write(name, lines.join('\n'));
  }
});
