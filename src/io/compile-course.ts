import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Course, Problem } from '../core/course.js';
import { compiledLesson, INDEX_FILE, RECORD_FILE } from './open-course.js';
import { readCourseFolder } from './read-course-folder.js';

/**
 * Compiles a course folder into an index and a file a lesson, so that a start reads neither YAML nor the validator.
 * @returns a line for each problem, `file:line:column  error  rule  message`; none when the files are written
 */
export function compileCourse(sourceDir: string, targetDir: string): string[] {
  const parsed = readCourseFolder(sourceDir);
  if ('problems' in parsed) return parsed.problems.map((one) => problemLine(sourceDir, one));
  writeCompiled(parsed.course, targetDir);
  return [];
}

const problemLine = (folder: string, { file, line, column, rule, message }: Problem): string =>
  `${path.basename(folder)}/${file}:${line}:${column}  error  ${rule}  ${message}`;

function writeCompiled({ index, record, lessons }: Course, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, value: unknown): void =>
    writeFileSync(path.join(folder, name), JSON.stringify(value));
  write(INDEX_FILE, index);
  write(RECORD_FILE, record);
  for (const lesson of lessons) write(compiledLesson(lesson.id), lesson);
}
