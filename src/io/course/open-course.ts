import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Course, CourseIndex, Lesson } from '../../core/course/course.js';
import type { CourseMaterial } from '../../core/course/ledger.js';
import { plainText } from '../../core/text/sanitize.js';
import { readPart } from '../files/archive-file.js';

/** A course to learn from. Lessons and material of a shipped course are read on first use. */
export type OpenCourse = {
  readonly index: CourseIndex;
  readonly material: () => CourseMaterial;
  /** Throws an Error for an unknown id. */
  readonly lesson: (id: string) => Lesson;
};

/** The file of a compiled course, and its parts. */
export const COURSE_FILE = 'course.pack';
export const INDEX_PART = 'index';
export const MATERIAL_PART = 'record';
export const lessonPart = (id: string): string => `lesson-${id}`;

/** The ids of the courses compiled in a folder, sorted. */
export function shippedCourses(root: string): string[] {
  try {
    return readdirSync(root)
      .filter((id) => existsSync(path.join(root, id, COURSE_FILE)))
      .sort();
  } catch {
    return [];
  }
}

export const isThere = (place: string): boolean => existsSync(place);

/** Opens a compiled course. Throws an Error with one plain line if its file is missing or broken. */
export function openShippedCourse(folder: string): OpenCourse {
  const index = readCompiled<CourseIndex>(folder, INDEX_PART, 'lessons');
  return {
    index,
    material: lazy(() => readCompiled<CourseMaterial>(folder, MATERIAL_PART, 'claims')),
    lesson: lazyBy((id) => {
      if (!index.lessons.some((lesson) => lesson.id === id)) throw unknownLesson(id);
      return readCompiled<Lesson>(folder, lessonPart(id), 'body');
    }),
  };
}

export function openCourse({ index, material, lessons }: Course): OpenCourse {
  return {
    index,
    material: () => material,
    lesson: (id) => {
      const found = lessons.find((lesson) => lesson.id === id);
      if (!found) throw unknownLesson(id);
      return found;
    },
  };
}

const unknownLesson = (id: string): Error =>
  new Error(`this course has no lesson '${plainText(id)}'`);

/** @param list a field that must be an array, because other valid JSON, such as `null`, is not ours */
function readCompiled<T>(folder: string, part: string, list: keyof T & string): T {
  const file = path.join(folder, COURSE_FILE);
  try {
    const value = parseSafely(readPart(file, part));
    if (!Array.isArray(value[list])) throw new Error(`no ${list}`);
    return value as T;
  } catch {
    throw new Error(`${plainText(file)} is missing or broken: install on-the-record again`);
  }
}

/** JSON escapes that can hide a character from a check of the JSON text. */
const ESCAPE = /\\[^"\\/]/;

/**
 * Makes all strings safe for a terminal. Checks the complete JSON first: if nothing has to change, as in files that the
 * build made, that is faster than checking each string.
 */
function parseSafely(json: string) {
  plainText(''); // V8 compiles a pattern at its second use. Compiled, it reads a long text eight times faster.
  if (plainText(json) === json && !ESCAPE.test(json)) return JSON.parse(json);
  return JSON.parse(json, (_, value: unknown) =>
    typeof value === 'string' ? plainText(value) : value,
  );
}

function lazy<T>(read: () => T): () => T {
  let value: T | undefined;
  return () => {
    value ??= read();
    return value;
  };
}

function lazyBy<T>(read: (key: string) => T): (key: string) => T {
  const values = new Map<string, T>();
  return (key) => {
    const value = values.get(key) ?? read(key);
    values.set(key, value);
    return value;
  };
}
