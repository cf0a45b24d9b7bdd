import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openCourseFolder } from '../../../src/io/course/read-course-folder.js';
import { starterCourse } from '../../../src/io/course/starter-course.js';
import { writeFolder } from '../../../src/io/files/write-folder.js';
import { temporaryFolders } from '../../support/temporary-folder.js';

const LESSONS = fileURLToPath(new URL('../../../lessons/', import.meta.url));
const courses = readdirSync(LESSONS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'schema')
  .map(({ name }) => name);
const newFolder = temporaryFolders();
const copyOf = (course: string, id: string): Map<string, string> =>
  starterCourse(path.join(LESSONS, course), path.join(LESSONS, 'schema'), id);

test.each(courses)('a copy of %s is the same course with another id', (course) => {
  const folder = path.join(newFolder(), 'copy');
  writeFolder(folder, copyOf(course, 'another'));
  const [copy, original] = [openCourseFolder(folder), openCourseFolder(path.join(LESSONS, course))];
  expect(copy.index).toEqual({ ...original.index, id: 'another' });
  expect(copy.material()).toEqual(original.material());
});

test.each(courses)('each file of a copy of %s names a schema in the copy', (course) => {
  const files = copyOf(course, 'another');
  for (const [name, text] of files) {
    if (!name.endsWith('.yaml')) continue;
    const [, schema = ''] = /^# yaml-language-server: \$schema=\.\/(\S+)\n/.exec(text) ?? [];
    expect([name, files.has(schema)]).toEqual([name, true]);
  }
});

test('a copy changes only the id and the first line of each file', () => {
  const [course = ''] = courses;
  const changed = [...copyOf(course, 'another')].flatMap(([name, text]) => {
    if (!name.endsWith('.yaml')) return [];
    const before = readFileSync(path.join(LESSONS, course, name), 'utf8').split('\n');
    const after = text.split('\n');
    expect(after.length).toBe(before.length);
    return after.filter((line, i) => i > 0 && line !== before[i]);
  });
  expect(changed).toEqual(['id: another']);
});

test.each(['true', 'null', '1e5', '0x1f'])('the id %s is a string in the YAML of a copy', (id) => {
  const folder = path.join(newFolder(), 'copy');
  writeFolder(folder, copyOf(courses[0] ?? '', id));
  expect(openCourseFolder(folder).index.id).toBe(id);
});
