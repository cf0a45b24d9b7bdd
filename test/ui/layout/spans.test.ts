import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Line, Span } from '../../../src/ui/layout/line.js';
import { hangSpans } from '../../../src/ui/layout/spans.js';
import { hangLines } from '../../../src/ui/layout/wrap.js';

const LEAD: Span = { text: '▌ ', tone: 'accent' };

const textOf = ({ spans }: Line): string => spans.map(({ text }) => text).join('');

test('a text of several tones keeps its tones when it is wrapped', () => {
  const spans: Span[] = [
    { text: 'In a letter ', tone: 'plain' },
    { text: 'the head librarian wrote', tone: 'strong' },
    { text: ' that.', tone: 'plain' },
  ];
  expect(hangSpans(LEAD, spans, 20).map((row) => row.spans.slice(1))).toEqual([
    [
      { text: 'In a letter ', tone: 'plain' },
      { text: 'the', tone: 'strong' },
    ],
    [{ text: 'head librarian', tone: 'strong' }],
    [
      { text: 'wrote', tone: 'strong' },
      { text: ' that.', tone: 'plain' },
    ],
  ]);
});

test('the rows are those of the same text in one tone', () => {
  const some = fc.string({ unit: fc.constantFrom('a', 'bc', ' ', 'ü', '字', '-') });
  const tone = fc.constantFrom('plain', 'strong');
  const spans = fc.array(fc.record({ text: some, tone }), { minLength: 1 });
  fc.assert(
    fc.property(spans, fc.integer({ min: 8, max: 40 }), (parts, width) => {
      const whole = parts.map(({ text }) => text).join('');
      const plain = hangLines(LEAD, whole, width, 'plain', LEAD.text);
      expect(hangSpans(LEAD, parts, width).map(textOf)).toEqual(plain.map(textOf));
    }),
  );
});
