import { fileURLToPath } from 'node:url';
import { courseAt } from '../support/course-at.js';
import { type BuiltCourse, index, lessons, material } from './shipped-course.js';

/** A course to learn from, and what to add to a command to open it. */
export type PlayedCourse = BuiltCourse & { readonly args: readonly string[] };

export const shippedCourse: PlayedCourse = { index, lessons, material, args: [] };

const FOLDER = fileURLToPath(new URL('../fixtures/courses/kinds', import.meta.url));

/** The course of the tests with every kind of question. */
export const kindsCourse: PlayedCourse = playedCourse(FOLDER);

function playedCourse(folder: string): PlayedCourse {
  const { index, lesson, material } = courseAt(folder);
  const lessons = index.lessons.map(({ id }) => lesson(id));
  return { index, material: material(), lessons, args: ['--course', folder] };
}
