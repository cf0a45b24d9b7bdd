import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Check, CourseIndex, Lesson } from '../../src/core/course/course.js';
import type { CourseMaterial } from '../../src/core/course/ledger.js';
import { checksOf } from '../../src/core/course/lesson.js';
import { readPart } from '../../src/io/files/archive-file.js';

const COURSES = fileURLToPath(new URL('../../dist/courses/', import.meta.url));

/** The folder of its name holds the course in dist and the learner's progress in a data folder. */
export const COURSE = 'claude-contract';

export type BuiltCourse = {
  readonly index: CourseIndex;
  readonly material: CourseMaterial;
  readonly lessons: readonly Lesson[];
};

/** A course as the built program has it. */
export function builtCourse(id: string): BuiltCourse {
  const part = (name: string): unknown => JSON.parse(readPart(`${COURSES}${id}/course.pack`, name));
  const index = part('index') as CourseIndex;
  const lessons = index.lessons.map((lesson) => part(`lesson-${lesson.id}`) as Lesson);
  return { index, material: part('record') as CourseMaterial, lessons };
}

export const builtCourses = (): readonly string[] => readdirSync(COURSES);

export const { index, material, lessons } = builtCourse(COURSE);

/** Every check of the course by its id. */
export const checks: ReadonlyMap<string, Check> = new Map(
  lessons.flatMap(checksOf).map((check) => [check.id, check]),
);
