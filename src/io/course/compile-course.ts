import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Course } from '../../core/course/course.js';
import type { Problem } from '../../core/course/problem.js';
import { pack } from '../files/archive.js';
import { COURSE_FILE, INDEX_PART, lessonPart, MATERIAL_PART } from './open-course.js';
import { readCourseFolder } from './read-course-folder.js';

/**
 * Compiles a course folder into an archive with an index and a part for each lesson, so that the program starts without
 * loading the YAML parser and the validator.
 * @returns a line for each problem, `file:line:column  error  rule  message`; empty if the archive was written
 */
export function compileCourse(sourceDir: string, targetDir: string): string[] {
  const parsed = readCourseFolder(sourceDir);
  if ('problems' in parsed)
    return parsed.problems.map((problem) => problemLine(sourceDir, problem));
  writeCompiled(parsed.course, targetDir);
  return [];
}

const problemLine = (folder: string, { file, line, column, rule, message }: Problem): string =>
  `${path.basename(folder)}/${file}:${line}:${column}  error  ${rule}  ${message}`;

function writeCompiled({ index, material, lessons }: Course, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const part = (name: string, value: unknown) =>
    [name, Buffer.from(JSON.stringify(value))] as const;
  const parts = new Map([
    part(INDEX_PART, index),
    part(MATERIAL_PART, material),
    ...lessons.map((lesson) => part(lessonPart(lesson.id), lesson)),
  ]);
  writeFileSync(path.join(folder, COURSE_FILE), pack(parts));
}
