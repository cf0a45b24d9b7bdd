import type { FieldRoute } from '../../core/state/route.js';
import type { FieldView } from '../../core/views/home/join.js';
import { CLOSE, ENTER_TEXT, HOME } from '../keys/footer-keys.js';
import { GAP, type Line } from '../layout/line.js';
import type { PageBody } from '../layout/page.js';
import { hangLines, wrapLines } from '../layout/wrap.js';

/** Where the next character goes. The terminal's own cursor is hidden. */
const CURSOR = '_';

/** A field for one line of text, and below it why the text is not taken. */
export function fieldPage(
  { typed, problem, asks }: FieldRoute,
  { ask, note, asides }: FieldView,
  width: number,
): PageBody {
  const pointer = { text: '❯ ', tone: 'accent' } as const;
  const wrong = { text: '✗ ', tone: 'bad' } as const;
  return {
    before: [
      ...wrapLines(ask, width),
      GAP,
      ...hangLines(pointer, typed + CURSOR, width, 'strong'),
      ...(problem === undefined ? [] : [GAP, ...hangLines(wrong, problem, width)]),
      ...(note === undefined ? [] : [GAP, ...wrapLines(note, width)]),
      ...(asides.length === 0 ? [] : [GAP]),
      ...asides
        .flatMap((text) => wrapLines(text, width))
        .map((row): Line => ({ ...row, dropAs: 'aside' })),
    ],
    items: [],
    after: [],
    footer: [ENTER_TEXT, asks === 'new-name' ? CLOSE : HOME],
  };
}
