import type { Reading } from '../../core/course/course.js';
import type { CourseMaterial, Passage } from '../../core/course/ledger.js';
import { retoldHeading } from '../../core/messages/lesson.js';
import type { Block } from '../block.js';

export function readingBlocks({ passages, lookFor }: Reading, material: CourseMaterial): Block[] {
  const retold = passages.flatMap(
    (id) => material.passages.find((passage) => passage.id === id) ?? [],
  );
  return [...passageBlocks(retold), ...(lookFor === undefined ? [] : [[`Look for: ${lookFor}`]])];
}

/** Retold passages, each with its heading. */
export const passageBlocks = (passages: readonly Passage[]): Block[] =>
  passages.map((passage) => [
    retoldHeading(passage),
    passage.sentences.map(({ text }) => text).join(' '),
  ]);
