import { expect, test } from 'vitest';
import { limitingWords } from '../../../src/core/story/limiting-words.js';

test.each<readonly [string, readonly string[]]>([
  ['It could close, if only in part.', ['could', 'if', 'only']],
  ['The council voted in May to close it.', []],
  ['May 3 is the last day.', []],
  ['May the council close it? It may, and it May be late.', ['may']],
  ['Holm said that as many as 60 passed on some nights.', ['as many as', 'some']],
  ['As few as ten came, and as much as half was lost.', ['as few as', 'as much as']],
])('the words that limit: %s', (sentence, words) => {
  expect(limitingWords(sentence)).toEqual(words);
});
