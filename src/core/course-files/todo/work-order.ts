import type { Problem } from '../../course/problem.js';
import type { CourseDraft } from '../draft.js';
import { inOrder } from '../parse-course.js';
import { COURSE_FILE } from '../schema/files.js';
import { TODO } from './todo.js';

/** What the other files of a course refer to, in the order in which an author writes it. */
const MATERIAL = ['passages.yaml', 'sources.yaml', 'ledger.yaml'];

/**
 * Compares problems by the order of the work: the material, the lessons in their order, then the title and the list of
 * lessons. A mistake in that list comes first, because it can be the reason for the others.
 * @param errors those of the course
 */
export function workOrder({ listed }: CourseDraft, errors: readonly Problem[]) {
  const lessons = listed.items.map(({ value }) => `${value}.yaml`);
  const order = [...MATERIAL, ...lessons];
  const isBroken = errors.some(({ file, rule }) => file === COURSE_FILE && rule !== TODO);
  const rankOf = (file: string): number => {
    if (file === COURSE_FILE) return isBroken ? -1 : order.length + 1;
    const index = order.indexOf(file);
    return index < 0 ? order.length : index;
  };
  return (a: Problem, b: Problem): number => rankOf(a.file) - rankOf(b.file) || inOrder(a, b);
}
