import { expect, test } from 'vitest';
import { shellWord } from '../../../src/commands/hint/shell-word.js';

test.each([
  ['my-course', 'linux', 'my-course'],
  ['a/b.c', 'darwin', 'a/b.c'],
  ['my course', 'linux', "'my course'"],
  ["it's", 'linux', "'it'\\''s'"],
  ['$(ls)', 'linux', "'$(ls)'"],
  ['', 'linux', "''"],
  ['C:\\a\\b', 'win32', 'C:\\a\\b'],
  ['C:\\my course', 'win32', '"C:\\my course"'],
])('%s is typed on %s as %s', (word, platform, typed) => {
  expect(shellWord(word, platform)).toBe(typed);
});
