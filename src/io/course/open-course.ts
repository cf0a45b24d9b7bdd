import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Course, CourseIndex, Lesson } from '../../core/course/course.js';
import type { CourseMaterial } from '../../core/course/ledger.js';
import { plainText } from '../../core/text/sanitize.js';
import { readPart } from '../files/archive-file.js';

/** A course to learn from. What is large is read on first use and then remembered. */
export type OpenCourse = {
  readonly index: CourseIndex;
  readonly material: () => CourseMaterial;
  /** Throws an Error for an id that the course does not have. */
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

/** Whether something is at the path, be it a folder or not. */
export const isThere = (place: string): boolean => existsSync(place);

/** Opens a compiled course. Throws an Error with one plain line when its files are missing or broken. */
export function openShippedCourse(folder: string): OpenCourse {
  const index = readCompiled<CourseIndex>(folder, INDEX_PART, 'lessons');
  return {
    index,
    material: lazy(() => readCompiled<CourseMaterial>(folder, MATERIAL_PART, 'claims')),
    lesson: lazyBy((id) => {
      if (!index.lessons.some((one) => one.id === id)) throw unknownLesson(id);
      return readCompiled<Lesson>(folder, lessonPart(id), 'body');
    }),
  };
}

/** A course that was parsed as a whole. */
export function openCourse({ index, material, lessons }: Course): OpenCourse {
  return {
    index,
    material: () => material,
    lesson: (id) => {
      const found = lessons.find((one) => one.id === id);
      if (!found) throw unknownLesson(id);
      return found;
    },
  };
}

const unknownLesson = (id: string): Error =>
  new Error(`this course has no lesson '${plainText(id)}'`);

/** The list it must have tells a file of ours from what else may be valid JSON, such as `null`. */
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

/** Escapes by which JSON can hold a character that does not stand in its text. */
const HIDES = /\\[^"\\/]/;

/**
 * Every text that is shown goes through the gate, from whatever file: all of it at once where nothing in it has to be
 * changed, as in what the build makes.
 */
function parseSafely(json: string) {
  plainText(''); // V8 interprets a pattern's first use, and compiles it at the second: of a long text eight times quicker
  if (plainText(json) === json && !HIDES.test(json)) return JSON.parse(json);
  return JSON.parse(json, (_, value: unknown) =>
    typeof value === 'string' ? plainText(value) : value,
  );
}

function lazy<T>(read: () => T): () => T {
  let held: T | undefined;
  return () => {
    held ??= read();
    return held;
  };
}

function lazyBy<T>(read: (key: string) => T): (key: string) => T {
  const held = new Map<string, T>();
  return (key) => {
    const value = held.get(key) ?? read(key);
    held.set(key, value);
    return value;
  };
}
