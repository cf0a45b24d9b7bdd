import type { Example } from '../../core/course/course.js';
import { SO_FAR } from '../../core/messages/lesson.js';
import { exampleView } from '../../core/views/example.js';
import { BACK, HELP, HOME, NEXT, QUIT } from '../keys/footer-keys.js';
import { GAP, line } from '../layout/line.js';
import type { PageBody } from '../layout/page.js';
import { wrapLines } from '../layout/wrap.js';
import { wrapSpans } from '../layout/wrap-spans.js';

/** An invented sentence with its deciding words in bold, and one habit applied to it. */
export function examplePage(step: Example, width: number): PageBody {
  const { invented, sentence, habit, says } = exampleView(step);
  return {
    before: [
      ...wrapLines(invented, width),
      GAP,
      ...wrapSpans(
        sentence.map(({ text, marked }) => ({ text, tone: marked ? 'strong' : 'plain' })),
        width,
      ),
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
export const withSoFar = (body: PageBody, soFar: string | undefined, width: number): PageBody =>
  soFar === undefined
    ? body
    : {
        ...body,
        before: [line(SO_FAR, 'strong'), ...wrapLines(soFar, width), GAP, ...body.before],
      };
