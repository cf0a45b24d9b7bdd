import type { CourseIndex } from '../../core/course/course.js';
import type { FieldRoute } from '../../core/state/route.js';
import { fieldView } from '../../core/views/home/join.js';
import type { Block } from '../block.js';

/** A page that takes a line of text. */
export function fieldBlocks(course: CourseIndex, field: FieldRoute): Block[] {
  const { title, ask, note, asides } = fieldView(course, field);
  return [[title], [ask, ...(note === undefined ? [] : [note]), ...asides]];
}
