import type { Passage } from '../../core/course/ledger.js';
import { retoldHeading } from '../../core/messages/lesson.js';
import type { Block } from '../block.js';

/** Retold passages, each with its heading. */
export const passageBlocks = (passages: readonly Passage[]): Block[] =>
  passages.map((passage) => [
    retoldHeading(passage),
    passage.sentences.map(({ text }) => text).join(' '),
  ]);
