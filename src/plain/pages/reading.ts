import type { CourseIndex, Reading } from '../../core/course/course.js';
import type { CourseMaterial, Passage } from '../../core/course/ledger.js';
import { type PassageHeading, passageHeading } from '../../core/messages/lesson.js';
import type { Block } from '../block.js';

export function readingBlocks(
  { passages, lookFor }: Reading,
  course: CourseIndex,
  material: CourseMaterial,
): Block[] {
  const retold = passages.flatMap(
    (id) => material.passages.find((passage) => passage.id === id) ?? [],
  );
  return [
    ...passageBlocks(retold, passageHeading(course)),
    ...(lookFor === undefined ? [] : [[`Look for: ${lookFor}`]]),
  ];
}

/** Passages, each with its heading. */
export const passageBlocks = (passages: readonly Passage[], heading: PassageHeading): Block[] =>
  passages.map((passage) => [
    heading(passage),
    passage.sentences.map(({ text }) => text).join(' '),
  ]);
