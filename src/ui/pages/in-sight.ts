import type { Passage } from '../../core/course/ledger.js';
import { lookBackText } from '../../core/messages/lesson.js';
import { type Line, line, lineWidth } from '../layout/line.js';
import type { PageBody } from '../layout/page.js';
import { padTo, wrapLines } from '../layout/wrap.js';

/** The passages that stay in sight at a question, each with the number of its paragraph at its end. */
export const inSight = (passages: readonly Passage[]): Pick<PageBody, 'passage'> =>
  passages.length === 0
    ? {}
    : {
        passage: (width) =>
          passages.flatMap((passage, i) => [
            ...(i > 0 ? [line('')] : []),
            ...withParagraph(
              wrapLines(passage.sentences.map(({ text }) => text).join(' '), width),
              passage.paragraph,
              width,
            ),
          ]),
      };

/** Says how to see the passage, where it does not fit or is not just before the question. Hints may replace it. */
export const lookBackLines = (width: number, hints: readonly unknown[] = []): Line[] =>
  wrapLines(lookBackText('Press'), width).map(
    (row): Line => ({ ...row, ifNoPassage: true, ...(hints.length > 0 && { dropAs: 'aside' }) }),
  );

/** Adds "¶3" at the right of the last row, or in a row of its own. */
export function withParagraph(rows: readonly Line[], paragraph: number, width: number): Line[] {
  const mark = `¶${paragraph}`;
  const last = rows.at(-1);
  const room = width - mark.length - 1;
  if (!last || lineWidth(last) > room) return [...rows, line(`${padTo('', room)} ${mark}`)];
  const gap = ' '.repeat(room - lineWidth(last) + 1);
  return [
    ...rows.slice(0, -1),
    { ...last, spans: [...last.spans, { text: gap + mark, tone: 'plain' }] },
  ];
}
