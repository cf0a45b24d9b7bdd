import path from 'node:path';
import type { OtherCourse } from '../../core/state/menu-entry.js';
import { openShippedCourse, shippedCourses } from '../../io/course/open-course.js';
import type { Environment, Options } from '../environment.js';
import { FIRST_COURSE, SECOND_COURSE } from './course-folder.js';

export type CourseTitle = { readonly id: string; readonly title: string };

/** The courses that come with the program, in the order of the menu. */
export function shippedTitles({ courses }: Environment): CourseTitle[] {
  const shipped = shippedCourses(courses);
  return [FIRST_COURSE, SECOND_COURSE]
    .filter((id) => shipped.includes(id))
    .map((id) => ({ id, title: openShippedCourse(path.join(courses, id)).index.title }));
}

/** The other shipped course, for the menu; undefined if the current course is an author's folder. */
export function otherCourse(options: Options, environment: Environment): OtherCourse | undefined {
  const current = options.course ?? FIRST_COURSE;
  const shipped = shippedTitles(environment);
  const other = shipped.find(({ id }) => id !== current);
  if (!other || !shipped.some(({ id }) => id === current)) return undefined;
  return { ...other, comesAfter: other.id === SECOND_COURSE };
}
