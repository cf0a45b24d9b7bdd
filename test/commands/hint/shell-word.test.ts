import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { needsPowerShell, shellWord } from '../../../src/commands/hint/shell-word.js';
import { plainText } from '../../../src/core/text/sanitize.js';
import { HIDDEN, isInHiddenRange } from '../../support/hostile-characters.js';

const UTF8 = { LC_ALL: 'C.UTF-8' };
const onLinux = (word: string, env = UTF8): string => shellWord(word, { env, platform: 'linux' });
const onWindows = (word: string): string => shellWord(word, { env: {}, platform: 'win32' });

test.each([
  ['my-course', 'my-course'],
  ['a/b.c', 'a/b.c'],
  ['my course', "'my course'"],
  ["it's", "'it'\\''s'"],
  ['$(ls)', "'$(ls)'"],
  ['~', "'~'"],
  ['=x', "'=x'"],
  ['', "''"],
  ['Café 北京', "'Café 北京'"],
  ['Cafe\u0301', `"$(printf %b 'Cafe\\0314\\0201')"`],
  ['a\nb', `"$(printf %b 'a\\0012b')"`],
  ['folder\n', `"$(printf %b 'folder\\0012/.')"`],
])('%j is typed in a POSIX shell as %s', (word, typed) => {
  expect(onLinux(word)).toBe(typed);
});

test('a word is typed in ASCII if the terminal has no UTF-8', () => {
  expect(onLinux('Café', { LC_ALL: 'C' })).toBe(`"$(printf %b 'Caf\\0303\\0251')"`);
});

test.each([
  ['C:\\a\\b', 'C:\\a\\b'],
  ['C:\\my course', '"C:\\my course"'],
  ['C:\\Café', '"C:\\Café"'],
  ['C:\\Cafe\u0301 x', '"C:\\Cafe$([char]0x301) x"'],
  ['C:\\my course\\', '"C:\\my course\\\\"'],
  ['a,b', '"a,b"'],
  ['@us/course', '"@us/course"'],
  ['C:\\$x', '"C:\\$([char]0x24)x"'],
])('%j is typed on Windows as %s', (word, typed) => {
  expect(onWindows(word)).toBe(typed);
  expect(needsPowerShell(typed)).toBe(typed.includes('[char]'));
});

const anyCharacter = fc.oneof(
  fc.integer({ min: 1, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
  fc.integer({ min: 1, max: 0x7f }).map((code) => String.fromCodePoint(code)),
  fc.constantFrom(...HIDDEN, ...'~-\'"\\$`!*?[]{}()<>|&;#%= \n\r\t', '$(id)', '$HOME', '\\0101'),
  fc.constantFrom('e\u0301', 'é', '👩‍👩‍👧', '❤️', '\u00a0', '\u3000', 'ﬁ', 'Å', 'می‌خواهم', 'שלום'),
);

/** Any word that a system can pass on: without NUL, and with whole characters only. */
const anyWord = fc
  .array(anyCharacter, { maxLength: 20 })
  .map((characters) => Buffer.from(characters.join('').replaceAll('\0', '')).toString());

const isThere = (shell: string): boolean => spawnSync(shell, ['-c', 'exit 0']).error === undefined;

describe.each(['sh', 'bash', 'dash', 'zsh', 'ksh', 'fish'].filter(isThere))('%s', (shell) => {
  test.each([UTF8, { LC_ALL: 'C' }])('reads every word as it was, with %j', (env) => {
    fc.assert(
      fc.property(fc.array(anyWord, { minLength: 1, maxLength: 40 }), (words) => {
        const typed = words.map((word) => onLinux(word, env)).join(' ');
        const { stdout, stderr } = spawnSync(shell, ['-c', `printf '%s\\0' ${typed}`], {
          env: { ...env, PATH: process.env.PATH },
          stdio: ['ignore', 'pipe', 'pipe'], // with a socket as its input, bash reads ~/.bashrc
        });
        expect(stderr.toString()).toBe('');
        const wanted = words.map((word) => (word.endsWith('\n') ? `${word}/.` : word));
        expect(stdout.toString().split('\0').slice(0, -1)).toEqual(wanted);
      }),
      { numRuns: 20 }, // of up to 40 words
    );
  });
});

test('every word is safe to show on one line, and a terminal changes nothing in it', () => {
  fc.assert(
    fc.property(anyWord, fc.constantFrom(onLinux, onWindows), (word, typedBy) => {
      const typed = typedBy(word);
      expect(typed).toBe(plainText(typed));
      expect([...typed].filter(isInHiddenRange)).toEqual([]);
      expect(typed).not.toMatch(/\n|(?! )\p{Z}|\p{Default_Ignorable_Code_Point}/u);
    }),
    { numRuns: 300 },
  );
});
