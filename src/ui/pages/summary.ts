import { WORTH_ANOTHER_LOOK } from '../../core/messages/lesson.js';
import type { SummaryView } from '../../core/views/ending/summary.js';
import { BACK, DOWN, HELP, HOME, MOVE, OPEN, QUIT } from '../keys/footer-keys.js';
import { barLine } from '../layout/bar.js';
import { GAP, type Line, line, POINTER_WIDTH } from '../layout/line.js';
import type { Page } from '../layout/page.js';
import { hangLines, wrapLines } from '../layout/wrap.js';

/**
 * The score, the menu, and missed checks as true statements. The score and the next lesson are in view in every window.
 */
export function summaryPage(
  view: SummaryView,
  width: number,
): Pick<Page, 'before' | 'items' | 'after' | 'opensAtTop' | 'footer'> {
  const { score, share, reached, calibration, habit, truths, entries } = view;
  return {
    opensAtTop: true,
    before: [
      ...(share === undefined || score.length > width
        ? wrapLines(score, width)
        : [barLine(score, share, width, reached)]),
      ...(calibration === undefined ? [] : wrapLines(calibration, width)),
      GAP,
      ...(habit === undefined ? [] : [...wrapLines(habit, width), GAP]),
    ],
    items: entries.map(({ id, text }) => ({ id, lines: wrapLines(text, width - POINTER_WIDTH) })),
    after: truthLines(truths, width),
    footer: [MOVE, OPEN, DOWN, BACK, HELP, HOME, QUIT],
  };
}

/** Missed questions as true statements, below a menu. */
export function truthLines(truths: readonly string[], width: number): Line[] {
  if (truths.length === 0) return [];
  const bullets = truths.flatMap((text) => hangLines({ text: '• ', tone: 'plain' }, text, width));
  return [GAP, line(WORTH_ANOTHER_LOOK, 'strong'), ...bullets];
}
