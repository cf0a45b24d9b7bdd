import { bareCode } from '../room/codes/base32.js';

/** The fewest characters of a code in one word. */
const SHORTEST_CODE = 12;

/** Two groups or more of four characters, and the rest of a code. */
const GROUPS = /^[\dA-Z]{4}(?:-[\dA-Z]{4})+(?:-[\dA-Z]{1,4})?$/u;

/** Where a hand-in code with a mistake begins in the words of a line; undefined if these are talk. */
export function likeCode(words: readonly string[]): { at: number; code: string } | undefined {
  const at = words.findIndex(isLikeCode);
  if (at >= 0) return { at, code: words[at] ?? '' };
  const first = words.findLastIndex((word) => !/^[\dA-Z]{4}$/iu.test(word)) + 1;
  const groups = words.slice(Math.max(0, first));
  const isCode = groups.length > 2 && groups.filter(hasDigit).length * 2 >= groups.length;
  return isCode ? { at: first, code: groups.join('') } : undefined;
}

const hasDigit = (word: string): boolean => /\d/.test(word);

function isLikeCode(word: string): boolean {
  const bare = bareCode(word);
  if (!hasDigit(bare) || !/^[\dA-Z]+$/u.test(bare)) return false;
  const dashed = word.toUpperCase().replace(/\p{Pd}/gu, '-');
  return bare.length >= SHORTEST_CODE || (GROUPS.test(dashed) && /[A-Z]/u.test(bare));
}
