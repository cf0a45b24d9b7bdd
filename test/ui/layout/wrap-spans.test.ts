import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Line, Span } from '../../../src/ui/layout/line.js';
import { wrapLines } from '../../../src/ui/layout/wrap.js';
import { NO_BREAK, withLead, wrapSpans } from '../../../src/ui/layout/wrap-spans.js';

const textOf = ({ spans }: Line): string => spans.map(({ text }) => text).join('');

const span = fc.record({
  text: fc.stringMatching(/^[a-z,é日]{1,12}( [a-z]{1,9}){0,4} ?$/),
  tone: fc.constantFrom('plain' as const, 'accent' as const, 'strong' as const),
});

test('several spans wrap as their text would, and each letter keeps its tone', () => {
  fc.assert(
    fc.property(
      fc.array(span, { maxLength: 8 }),
      fc.integer({ min: 4, max: 40 }),
      (spans, width) => {
        const text = spans.map((one) => one.text).join('');
        const rows = wrapSpans(spans, width);
        expect(rows.map(textOf)).toEqual(wrapLines(text, width).map(textOf));
        expect(lettersOf(rows.flatMap((row) => row.spans))).toEqual(lettersOf(spans));
      },
    ),
  );
});

/** Each letter with its tone, without the blanks, which are lost at the ends of rows. */
const lettersOf = (spans: readonly Span[]): string[] =>
  spans.flatMap(({ text, tone }) => [...text].filter((c) => c !== ' ').map((c) => `${c} ${tone}`));

test('a blank that must not break shows as a blank', () => {
  const spans: Span[] = [
    { text: 'the fee, ', tone: 'plain' },
    { text: `[1${NO_BREAK}she said]`, tone: 'accent' },
  ];
  expect(wrapSpans(spans, 12).map(textOf)).toEqual(['the fee,', '[1 she said]']);
  expect(wrapSpans(spans, 11).map(textOf)).toEqual(['the fee,', '[1 she', 'said]']);
});

test('rows after a lead of several spans begin at the column of the text', () => {
  const lead: Span[] = [
    { text: '✗ ', tone: 'bad' },
    { text: '1  ', tone: 'plain' },
  ];
  const rows = withLead(lead, wrapLines('a choice of words', 9));
  expect(rows.map(textOf)).toEqual(['✗ 1  a choice', '     of words']);
});
