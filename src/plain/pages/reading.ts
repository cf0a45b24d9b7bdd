import type { Passage } from '../../core/course/ledger.js';
import { retoldHeading } from '../../core/messages/lesson.js';
import type { Block } from '../block.js';

/** Retold passages, each under the line that says where it stands. */
export const passageBlocks = (passages: readonly Passage[]): Block[] =>
  passages.map((passage) => [
    retoldHeading(passage),
    passage.sentences.map(({ text }) => text).join(' '),
  ]);
