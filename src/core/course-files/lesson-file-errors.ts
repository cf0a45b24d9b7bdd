import type { Problem } from '../course/problem.js';
import { type CourseFile, problemAt, quoted } from './course-file.js';
import type { DraftLesson } from './draft.js';
import { doubles } from './ids.js';
import type { LocatedList } from './listing.js';

/**
 * Compares the list of lessons with the files of the folder. Each lesson needs one entry and one file, and its id must
 * match the file name.
 */
export function lessonListProblems(
  course: CourseFile,
  listed: LocatedList<string>,
  lessons: readonly DraftLesson[],
): Problem[] {
  const present = new Map(lessons.map((lesson) => [lesson.id, lesson]));
  return [
    ...doubles('lesson', [listed]),
    ...listed.ids
      .filter(({ value }) => !present.has(value))
      .map(({ value, path }) =>
        problemAt(course, {
          path,
          rule: 'missing-file',
          message: `there is no file ${quoted(`${value}.yaml`)} for this lesson: write it, or take the lesson out`,
        }),
      ),
    ...lessons.flatMap((lesson) => lessonFileProblems(lesson, listed)),
  ];
}

function lessonFileProblems(
  { id, file, value }: DraftLesson,
  listed: LocatedList<string>,
): Problem[] {
  const isListed = !listed.known || listed.ids.some(({ value }) => value === id);
  const unlisted = `no one reads this file: name ${quoted(id)} among the lessons of course.yaml, or delete it`;
  const misnamed = `the lesson's id is not ${quoted(id)}, as its file is called: make them the same`;
  return [
    ...(isListed ? [] : [problemAt(file, { path: [], rule: 'unlisted-file', message: unlisted })]),
    ...(typeof value.id === 'string' && value.id !== id
      ? [problemAt(file, { path: ['id'], rule: 'lesson-id', message: misnamed })]
      : []),
  ];
}
