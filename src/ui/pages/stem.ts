import type { Check } from '../../core/course/course.js';
import { stemOf } from '../../core/views/asked.js';
import { GAP, type Line } from '../layout/line.js';
import { hangLines, wrapLines } from '../layout/wrap.js';

/** The question. If it is a row of a sort board that is asked alone, the statement stands below the board's question. */
export const stemLines = (check: Check, width: number): Line[] => [
  ...wrapLines(stemOf(check), width, 'strong'),
  ...(check.row
    ? [GAP, ...hangLines({ text: '▌ ', tone: 'accent' }, check.row.statement, width, 'plain', '▌ ')]
    : []),
];
