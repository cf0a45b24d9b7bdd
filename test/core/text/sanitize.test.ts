import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  foldedText,
  hiddenCharacter,
  normalized,
  plainText,
} from '../../../src/core/text/sanitize.js';
import {
  HIDDEN,
  HIDDEN_RANGES,
  hiddenIn,
  isInHiddenRange,
} from '../../support/hostile-characters.js';

/** Random code units, with the dangerous ones far more often than by chance. */
const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      fc.constantFrom(
        ...[
          '\x1b',
          '\x1b[',
          '\x1b]',
          '\x1b\\',
          '\x07',
          '\x9b',
          '[31m',
          '0;',
          'a',
          'é',
          'e\u0301',
          ' ',
        ],
        ...[
          '\r\n',
          '\t',
          '\u200c',
          '\u200d',
          '\ufe0f',
          '\ufe0e',
          '❤',
          'م',
          'क',
          '्',
          '\ud83d',
          '\ude42',
        ],
        ...[
          '\u{e0041}',
          '\u{e0100}',
          '\u202e',
          '\u2066',
          '\u00ad',
          '\u0338',
          '↔',
          '=',
          '1',
          '\u1160',
        ],
      ),
      fc.constantFrom(...HIDDEN, ...HIDDEN_RANGES.map(([from]) => String.fromCodePoint(from))),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

test('the judge of what is shown finds each character that is always hidden', () => {
  const codes = HIDDEN_RANGES.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, i) => from + i),
  );
  const missed = codes.filter((code) => hiddenIn(`a${String.fromCodePoint(code)}b`) === undefined);
  expect(missed).toEqual(['\n'.codePointAt(0)]); // what is shown has many lines
});

describe('what comes out of the gate', () => {
  test('has nothing in it that moves, hides, colours or turns text round', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect([...plainText(text)].filter(isInHiddenRange)).toEqual([]);
        expect(hiddenIn(plainText(text))).toBeUndefined();
      }),
      { numRuns: 3000 },
    );
  });

  test('does not change when sanitized again, is in NFC, and has no hidden characters', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = plainText(text);
        expect(plainText(once)).toBe(once);
        expect(once.normalize('NFC')).toBe(once);
        expect(hiddenCharacter(once)).toBe(-1);
      }),
      { numRuns: 3000 },
    );
  });

  test('has no joiner beside a digit, since only letters are joined', () => {
    expect(plainText('\u0645\u200c\u06f0')).toBe('\u0645\u06f0');
    expect(plainText('\u0645\u200c\u0645')).toBe('\u0645\u200c\u0645');
  });

  test('has no selector whose character was removed with a sequence', () => {
    expect(plainText('\u{1b}1\ufe0f')).toBe('');
    expect(plainText('1\u{1b}[0m\ufe0f')).toBe('1\ufe0f');
  });

  test('has every visible character that was outside a sequence', () => {
    const visible = fc.constantFrom(...('aZ0é~ßжλ中한ا“”’—…¶€🙂'.match(/./gu) ?? []));
    const unseen = fc.constantFrom('', '\0', '\u200b', '\u202e', '\x7f', '\u{e0041}', '\u00ad');
    fc.assert(
      fc.property(fc.array(fc.tuple(visible, unseen)), (pairs) => {
        expect(plainText(pairs.flat().join(''))).toBe(pairs.map(([seen]) => seen).join(''));
      }),
    );
  });
});

describe('sanitizing keeps ordinary text of any script:', () => {
  test.each([
    'A naïve café, “quoted” — and so on … ¶5, 10 € for 2½ × ½.',
    'Ελληνικά, русский, հայերեն, ქართული',
    '日本語の文章、中文，한국어',
    'עברית עם ניקוד: שָׁלוֹם',
    'العربية، نص بسيط',
    'می‌خواهم', // Persian, with the joiner that its spelling needs
    'हिन्दी क्‍ष',
    'ශ්‍රී ලංකා',
    'ภาษาไทย ລາວ ខ្មែរ မြန်မာ',
    'Tiếng Việt, Yorùbá ẹ̀',
    '❤️ ☎︎ 1️⃣ 🙂 👍🏽 🇩🇪',
    '12 000 km', // with a no-break space
  ])('%s', (text) => {
    expect(plainText(text)).toBe(text);
    expect(hiddenCharacter(text)).toBe(-1);
  });

  test('every assigned letter of the basic plane', () => {
    const changed = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code)).filter(
      (one) => /\p{L}|\p{N}|\p{P}/u.test(one) && plainText(one) !== one.normalize('NFC'),
    );
    // Hangul fillers are letters by name, but invisible.
    expect(changed).toEqual(['\u115f', '\u1160', '\u3164', '\uffa0']);
  });
});

describe('sanitizing removes a complete terminal sequence:', () => {
  test.each([
    ['a colour', 'a\x1b[31mb\x1b[0mc', 'abc'],
    ['a colour by its 8-bit name', 'a\x9b1;31mb', 'ab'],
    ['moving and wiping', '\x1b[2J\x1b[10;20Hhi', 'hi'],
    ['a window title', 'a\x1b]0;owned\x07b', 'ab'],
    ['a link', '\x1b]8;;https://example.org\x1b\\text\x1b]8;;\x1b\\', 'text'],
    ['a device string', 'a\x1bPq#0;2\x1b\\b', 'ab'],
    ['a private string', 'a\x9fsecret\x9cb', 'ab'],
    ['a charset', 'a\x1b(0b', 'ab'],
    ['a reset', 'a\x1bcb', 'ab'],
    ['a mode', 'a\x1b[?1049hb', 'ab'],
    ['one without an end, which takes no text with it', 'a\x1b]0;title', 'a0;title'],
    ['an escape at the very end', 'a\x1b', 'a'],
  ])('%s', (_, text, expected) => {
    expect(plainText(text)).toBe(expected);
  });
});

describe('white space and joiners', () => {
  test('line breaks and tabs become a space, which keeps words apart', () => {
    expect(plainText('a\nb\tc\r\nd\u2028e\x85f')).toBe('a b c d e f');
  });

  test('a misplaced joiner or selector is removed', () => {
    expect(plainText('a\u200db \u200cc d\ufe0f ❤\ufe0f\ufe0f \u{e0100}')).toBe('ab c d ❤\ufe0f ');
    expect(plainText('م\u200c\u200cم')).toBe('مم');
    // U+061C belongs to the Arabic script but is removed, so it cannot justify a joiner.
    expect(plainText('\u061c\u200dم')).toBe('م');
  });

  test('folded text has single spaces, none at its ends, and keeps no-break spaces', () => {
    expect(foldedText('  a \n\n b\t c\u00a0d \n')).toBe('a b c\u00a0d');
  });
});

describe('a hidden character', () => {
  test('is found at the position of the first one', () => {
    expect(hiddenCharacter('plain')).toBe(-1);
    expect(hiddenCharacter('ab\u200bc\u202e')).toBe(2);
    expect(hiddenCharacter('🙂\u00ad')).toBe(2);
    expect(hiddenCharacter('a\x1b[31m')).toBe(1);
    expect(hiddenCharacter('\ud800')).toBe(0);
  });

  test('does not include the white space of a file', () => {
    expect(hiddenCharacter('a\n\tb\r\nc\u00a0d')).toBe(-1);
  });
});

test('sanitizing takes linear time, even for a text designed to be slow', () => {
  for (const part of ['\x1b]', '\x1b[', '\x1b[1;', 'م\u200c', '❤\ufe0f', '\x1b]a', ' '])
    expect(plainText(`${part.repeat(200_000)}。`)).toMatch(/。$/);
});

describe('a long run of combining marks', () => {
  const run = '\u0301\u0323'.repeat(20_000);

  test('stays as it is, since sorting it takes time quadratic in its length', () => {
    expect(plainText(`e\u0301 ${run} e\u0301`)).toBe(`é ${run} é`);
    expect(normalized(`é ${run} é`, 'NFD')).toBe(`e\u0301 ${run} e\u0301`);
  });

  test('does not change how any other text is normalized', () => {
    const parts = fc.constantFrom('e', 'é', 'क', '각', '\u1100', '\u0301', '\u0323', '\u0903', ' ');
    fc.assert(
      fc.property(
        fc.array(parts, { maxLength: 80 }),
        fc.constantFrom('NFC', 'NFD'),
        (all, form) => {
          const text = all.join('').replace(/(\p{M}{30})\p{M}+/gu, '$1');
          expect(normalized(text, form)).toBe(text.normalize(form));
        },
      ),
    );
  });
});
