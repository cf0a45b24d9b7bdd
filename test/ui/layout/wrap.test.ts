import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { cut, hangLines, padTo, wrapLines } from '../../../src/ui/layout/wrap.js';

const anyText = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc
    .array(fc.constantFrom('新', 'e\u0301', '👍🏽', 'ferry ', 'å', '각'), { maxLength: 40 })
    .map((all) => all.join('')),
);
const anyWidth = fc.integer({ min: 1, max: 90 });

/** The longest beginning that leaves room for the ellipsis, found by measuring the complete text. */
function cutByMeasuring(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let start = '';
  for (const character of text) {
    if (stringWidth(start + character) > width - 1) break;
    start += character;
  }
  return `${start}…`;
}

describe('texts of any length', () => {
  test('are cut and padded as by measuring all of them', () => {
    fc.assert(
      fc.property(anyText, anyWidth, (text, width) => {
        const shown = cutByMeasuring(text, width);
        expect(cut(text, width)).toBe(shown);
        const spaces = shown === text ? ' '.repeat(width - stringWidth(text)) : '';
        expect(padTo(text, width)).toBe(shown + spaces);
      }),
    );
  });

  test('are cut without measuring all of a giant one, even where nothing has a width', () => {
    expect(cut('新'.repeat(300_000), 9)).toBe('新新新新…');
    expect(cut('a'.repeat(300_000), 9)).toBe('aaaaaaaa…');
    expect(cut(`a${'\u0301'.repeat(300_000)}`, 9).length).toBeLessThan(1_100);
  });

  test('are wrapped alike at each look, in each width', () => {
    const text = 'A ferry sails at night. '.repeat(60).trim();
    const rows = (width: number): string[] =>
      wrapLines(text, width).map(({ spans }) => spans.map((span) => span.text).join(''));
    for (const width of [20, 72, 20]) {
      expect(rows(width).join(' ')).toBe(text);
      expect(Math.max(...rows(width).map((row) => stringWidth(row)))).toBeLessThanOrEqual(width);
    }
    const hanging = hangLines({ text: '• ', tone: 'plain' }, text, 22);
    expect(hanging.map(({ spans }) => spans[1]?.text)).toEqual(rows(20));
  });
});
