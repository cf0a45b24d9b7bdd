import type { Check } from '../../core/course/course.js';
import { GAP, type Line } from '../layout/line.js';
import { hangLines, wrapLines } from '../layout/wrap.js';

/** The question. If it is a row of a sort board that is asked alone, the statement stands below the board's question. */
export const stemLines = ({ stem, row }: Check, width: number): Line[] =>
  row === undefined
    ? wrapLines(stem, width, 'strong')
    : [
        ...wrapLines(row.stem, width, 'strong'),
        GAP,
        ...hangLines({ text: '▌ ', tone: 'accent' }, row.statement, width, 'plain', '▌ '),
      ];
