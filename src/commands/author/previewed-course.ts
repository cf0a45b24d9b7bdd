import type { Problem } from '../../core/course/problem.js';
import type { Parsed } from '../../core/course-files/parse-course.js';
import { parseUnfinished } from '../../core/course-files/todo/parse-unfinished.js';
import { lintCourse } from '../../core/lint/lint-course.js';
import { CourseError, readCourseFiles } from '../../io/course/read-course-folder.js';

export type PreviewedCourse = {
  readonly parsed: Parsed;
  /** Of a course that can be shown: the steps that cannot, and what `check` finds. */
  readonly findings: readonly Problem[];
};

/** Reads the finished part of a course. Returns problems instead of throwing, whatever the folder contains. */
export function readPreviewed(folder: string): PreviewedCourse {
  try {
    const { files, unread } = readCourseFiles(folder);
    const parsed = parseUnfinished(files, unread);
    const { notShown = [] } = parsed;
    const findings = 'course' in parsed ? [...notShown, ...lintCourse(files).problems] : [];
    return { parsed, findings };
  } catch (error) {
    if (error instanceof CourseError) return { parsed: { problems: error.problems }, findings: [] };
    throw error;
  }
}
