import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { NARROW, NARROW_ROWS } from '../../scripts/narrow.mjs';

const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
const narrow = characters.filter((one) => NARROW.test(one));

describe('what the bundle takes for plain text', () => {
  test('is one column wide by string-width itself, each character of it', () => {
    expect(narrow.length).toBeGreaterThan(800);
    expect(narrow.filter((one) => stringWidth(one) !== 1)).toEqual([]);
  });

  test('never joins with its neighbours', () => {
    const rows = narrow.flatMap((one) => [one, '\n']);
    expect([...new Intl.Segmenter().segment(narrow.join(''))]).toHaveLength(narrow.length);
    expect([...new Intl.Segmenter().segment(rows.join(''))]).toHaveLength(rows.length);
  });

  test('is nothing that a terminal acts on, but for the sign that begins a colour, and the end of a row', () => {
    expect(narrow.filter((one) => /\p{Cc}|\p{Cf}/u.test(one))).toEqual([]);
    expect(NARROW_ROWS.test('\u001b[31mred\u001b[39m\nplain')).toBe(true);
    expect(NARROW_ROWS.test('日本')).toBe(false);
    expect(NARROW_ROWS.test('\r\n')).toBe(false);
  });
});
