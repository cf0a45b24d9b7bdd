import type { Problem } from '../../course/problem.js';
import type { CourseFile } from '../course-file.js';
import { courseDraftOf } from '../draft.js';
import { courseProblems, inOrder } from '../parse-course.js';
import { authorFaults, TODO, withPlainTodos } from './todo.js';

/** The rules that compare ids alone: a text that is still to do changes nothing for them. */
const ABOUT_IDS: readonly string[] = ['unknown-reference', 'misreading', 'empty-heading'];

/**
 * All problems that stop a course from opening, as its author sees them. A part with a text to do is compared with the ids
 * of the others at once: it has these ids already. A part in which anything but a text is to do waits until that is done.
 * @param unread see `parseCourse`
 */
export function authorProblems(
  files: readonly CourseFile[],
  unread: readonly Problem[],
): readonly Problem[] {
  const problems = courseProblems(courseDraftOf(files, authorFaults), unread);
  if (!problems.some(({ rule }) => rule === TODO)) return problems;
  const isAboutIds = ({ rule }: Problem): boolean => ABOUT_IDS.includes(rule);
  const early = courseProblems(courseDraftOf(files.map(withPlainTodos)), []).filter(isAboutIds);
  return [...problems.filter((problem) => !isAboutIds(problem)), ...early].sort(inOrder);
}
