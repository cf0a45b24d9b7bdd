import { expect, test } from 'vitest';
import { asciiText, isUtf8 } from '../../../src/core/text/ascii.js';

test('symbols become ASCII of the same width, and letters lose their accents', () => {
  const glyphs = '❯ ✓ ✗ ▌ █ ░ ━ ─ ↑↓ ← ▲▼ … · • ¶3 “a” ’ – —';
  expect(asciiText(glyphs)).toMatch(/^[ -~]+$/);
  expect(asciiText(glyphs)).toHaveLength(glyphs.length);
  expect(asciiText('Nicolás')).toBe('Nicolas');
});

test('a text without symbols does not change', () => {
  expect(asciiText('2 of 3 right')).toBe('2 of 3 right');
});

test('the locale comes from LC_ALL, LC_CTYPE or LANG, in that order', () => {
  expect(isUtf8({ LANG: 'en_GB.UTF-8' }, 'linux')).toBe(true);
  expect(isUtf8({ LANG: 'en_GB.UTF-8', LC_ALL: 'C' }, 'linux')).toBe(false);
  expect(isUtf8({ LANG: 'C', LC_CTYPE: 'C.utf8' }, 'linux')).toBe(true);
  expect(isUtf8({}, 'linux')).toBe(false);
  expect(isUtf8({}, 'win32')).toBe(true);
});
