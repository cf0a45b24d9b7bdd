import type { Passage } from '../../core/course/ledger.js';
import type { SecondLookView } from '../../core/views/second-look.js';
import { AGAIN, HELP, HOME, LOOK, SHOW_ANSWER, WHO } from '../keys/footer-keys.js';
import { GAP } from '../layout/line.js';
import type { PageBody } from '../layout/page.js';
import { hangLines, wrapLines } from '../layout/wrap.js';
import { inSight } from './in-sight.js';

type SecondLookProps = {
  readonly view: SecondLookView;
  readonly stem: string;
  /** The passages that stay in sight. */
  readonly passages: readonly Passage[];
  readonly closedBook: boolean;
};

/** A first miss: the trap, its habit, and what to do now. The answer is not shown. */
export function secondLookPage(
  { view, stem, passages, closedBook }: SecondLookProps,
  width: number,
): PageBody {
  const { headline, habit, whatNow } = view;
  return {
    ...inSight(passages),
    before: [
      ...wrapLines(stem, width),
      GAP,
      ...hangLines({ text: '✗ ', tone: 'bad' }, headline, width),
      GAP,
      ...(habit === undefined ? [] : [...wrapLines(habit, width, 'strong'), GAP]),
      ...wrapLines(whatNow, width),
    ],
    items: [],
    after: [],
    footer: [AGAIN, SHOW_ANSWER, ...(closedBook ? [] : [LOOK, WHO]), HELP, HOME],
  };
}
