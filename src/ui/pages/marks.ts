import type { RowMark } from '../../core/views/board.js';
import type { Span } from '../layout/line.js';

/** What is before an answer: whether it is right. All marks are of one width. */
export const MARKS = {
  right: { text: '✓ ', tone: 'good' },
  wrong: { text: '✗ ', tone: 'bad' },
  none: { text: '  ', tone: 'plain' },
} as const satisfies Readonly<Record<RowMark, Span>>;
