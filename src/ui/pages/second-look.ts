import type { Check } from '../../core/course/course.js';
import type { Passage } from '../../core/course/ledger.js';
import { isClosedBook, type Scene } from '../../core/scene/scene.js';
import { stemOf } from '../../core/views/asked.js';
import { secondLookView } from '../../core/views/second-look.js';
import { AGAIN, HELP, HOME, LOOK, SHOW_ANSWER, WHO } from '../keys/footer-keys.js';
import { GAP, type Line } from '../layout/line.js';
import type { PageBody } from '../layout/page.js';
import { hangLines, wrapLines } from '../layout/wrap.js';
import { inSight, lookBackLines } from './in-sight.js';

/**
 * A first miss: the trap, its habit, and what to do now. The answer is not shown.
 * @param passages those that stay in sight
 */
export function secondLookPage(
  now: Extract<Scene, { kind: 'second-look' }>,
  passages: readonly Passage[],
  width: number,
): PageBody {
  const { headline, habit, whatNow } = secondLookView(now);
  return {
    ...inSight(passages),
    before: [
      ...[...wrapLines(questionText(now.step), width), GAP].map(asAside),
      ...hangLines({ text: '✗ ', tone: 'bad' }, headline, width),
      GAP,
      ...(habit === undefined ? [] : [...wrapLines(habit, width, 'strong'), GAP]),
      ...wrapLines(whatNow, width),
      ...(isClosedBook(now) ? [] : lookBackLines(width)),
    ],
    items: [],
    after: [],
    footer: [AGAIN, SHOW_ANSWER, ...(isClosedBook(now) ? [] : [LOOK, WHO]), HELP, HOME],
  };
}

const questionText = (check: Check): string =>
  check.row ? `${stemOf(check)} ${check.row.statement}` : check.stem;

/** The learner has just read the question. A small window leaves it out first. */
const asAside = (row: Line): Line => ({ ...row, dropAs: 'aside' });
