import stringWidth from 'string-width';
import { beforeAll, describe, expect, test } from 'vitest';
import { patched } from '../support/bundled.js';

type StringWidth = { readonly default: typeof stringWidth; readonly NARROW: RegExp };
type Tokens = { readonly tokenize: (text: string) => readonly { readonly value?: string }[] };

const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));

describe('what the patches take for narrow text', () => {
  let ours: StringWidth;
  let narrow: string[] = [];

  beforeAll(async () => {
    ours = await patched<StringWidth>('string-width/index.js');
    narrow = characters.filter((one) => ours.NARROW.test(one));
  });

  test('has characters of one column each, according to string-width', () => {
    expect(narrow.length).toBeGreaterThan(800);
    expect(narrow.filter((one) => stringWidth(one) !== 1)).toEqual([]);
  });

  test('has characters that never join with their neighbours', () => {
    const rows = narrow.flatMap((one) => [one, '\n']);
    expect([...new Intl.Segmenter().segment(narrow.join(''))]).toHaveLength(narrow.length);
    expect([...new Intl.Segmenter().segment(rows.join(''))]).toHaveLength(rows.length);
  });

  test('has no control characters', () => {
    expect(narrow.filter((one) => /\p{Cc}|\p{Cf}/u.test(one))).toEqual([]);
  });

  test('leaves every width as string-width gives it', () => {
    const others = [
      '新',
      'e\u0301',
      '👩‍👩‍👧',
      '1\u20e3',
      '\u1100\u1161',
      '\u0903',
      '\u00ad',
      '\x1b[1mb',
    ];
    const texts = [...narrow, ...others].flatMap((one) => [one, `❯${one}`, `${one}新`]);
    expect(texts.filter((text) => ours.default(text) !== stringWidth(text))).toEqual([]);
  });

  test('splits into characters with styles and line ends between them, but not with carriage returns', async () => {
    const { tokenize } = await patched<Tokens>('@alcalzone/ansi-tokenize/build/tokenize.js');
    const values = (text: string) => tokenize(text).map(({ value }) => value);
    expect(values('\x1b[31mré\x1b[39m\n❯')).toEqual([undefined, 'r', 'é', undefined, '\n', '❯']);
    expect(values('日\r\n')).toEqual(['日', '\r\n']);
  });
});
