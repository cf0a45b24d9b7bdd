import path from 'node:path';
import type { OtherCourse } from '../../core/state/menu-entry.js';
import { openShippedCourse, shippedCourses } from '../../io/course/open-course.js';
import type { Environment, Options } from '../environment.js';
import { FIRST_COURSE, SECOND_COURSE } from './course-folder.js';

export type CourseTitle = { readonly id: string; readonly title: string };

/** The courses that come with the program, in the order in which they are offered. */
export function shippedTitles({ courses }: Environment): CourseTitle[] {
  const shipped = shippedCourses(courses);
  return [FIRST_COURSE, SECOND_COURSE]
    .filter((id) => shipped.includes(id))
    .map((id) => ({ id, title: openShippedCourse(path.join(courses, id)).index.title }));
}

/** The course that the one asked for leads on to, or comes after; none for an author's folder. */
export function otherCourse(options: Options, environment: Environment): OtherCourse | undefined {
  const asked = options.course ?? FIRST_COURSE;
  const shipped = shippedTitles(environment);
  const other = shipped.find(({ id }) => id !== asked);
  if (!other || !shipped.some(({ id }) => id === asked)) return undefined;
  return { ...other, comesAfter: other.id === SECOND_COURSE };
}
