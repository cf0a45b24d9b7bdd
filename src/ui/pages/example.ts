import type { Example } from '../../core/course/course.js';
import { SO_FAR } from '../../core/messages/lesson.js';
import { exampleView } from '../../core/views/example.js';
import { BACK, HELP, HOME, NEXT, QUIT } from '../keys/footer-keys.js';
import { GAP, line } from '../layout/line.js';
import { markedLines } from '../layout/marked.js';
import type { Page } from '../layout/page.js';
import { wrapLines } from '../layout/wrap.js';

type Body = Pick<Page, 'before' | 'items' | 'after' | 'footer'>;

/** An invented sentence with its deciding words in bold, and one habit applied to it. */
export function examplePage(step: Example, width: number): Body {
  const { invented, sentence, habit, says } = exampleView(step);
  return {
    before: [
      ...wrapLines(invented, width),
      GAP,
      ...markedLines(sentence, width),
      GAP,
      ...wrapLines(habit, width),
      ...wrapLines(says, width),
    ],
    items: [],
    after: [],
    footer: [NEXT, BACK, HELP, HOME, QUIT],
  };
}

/** A page below what the lessons before have told, if there is such a text. */
export const withSoFar = (body: Body, soFar: string | undefined, width: number): Body =>
  soFar === undefined
    ? body
    : {
        ...body,
        before: [line(SO_FAR, 'strong'), ...wrapLines(soFar, width), GAP, ...body.before],
      };
