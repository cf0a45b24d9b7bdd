import { type OpenCourse, openCourse } from '../../src/io/course/open-course.js';
import { readCourseFolder } from '../../src/io/course/read-course-folder.js';

/** The course of a folder, from its files. */
export function courseAt(folder: string): OpenCourse {
  const parsed = readCourseFolder(folder);
  if ('problems' in parsed) throw new Error(`${folder} has problems`);
  return openCourse(parsed.course);
}
