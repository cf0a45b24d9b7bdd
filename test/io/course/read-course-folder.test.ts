import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
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
import { asSavedOnWindows } from '../../support/saved-on-windows.js';

const FIXTURE = fileURLToPath(new URL('../../fixtures/courses/night-library', import.meta.url));

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

  test.each(Object.entries(asSavedOnWindows))(
    'is read if a file is saved as %s, or asks for UTF-8 in one line',
    (encoding, encode) => {
      const { index } = openCourseFolder(folder);
      write('by-heart.yaml', encode(fileText('by-heart.yaml')));
      if (!encoding.includes('UTF-16')) expect(openCourseFolder(folder).index).toEqual(index);
      else
        expect(problems().map(({ message }) => message)).toEqual([
          'this file is not UTF-8 text: save it as UTF-8',
        ]);
    },
  );

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

  test('is rejected with all its problems', () => {
    edit('the-quarrel.yaml', 'minutes: 3', 'minutes: soon');
    edit('by-heart.yaml', 'minutes: 2', 'minutes: 0');
    expect(() => openCourseFolder(folder)).toThrow(CourseError);
    expect(places()).toEqual(['by-heart.yaml:4:1 bad-value', 'the-quarrel.yaml:4:1 wrong-type']);
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
});
