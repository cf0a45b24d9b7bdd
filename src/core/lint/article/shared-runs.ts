import { memoize } from '../../memoize.js';
import { foldedText } from '../../text/sanitize.js';

/** The fewest words in a row that count as shared. Fewer are names, titles and common phrases. */
export const LEAST_SHARED = 7;

type PlacedWord = { readonly folded: string; readonly from: number; readonly to: number };

/** The words of a news story, and where each run of `LEAST_SHARED` words first begins. */
export type Article = {
  readonly text: string;
  readonly words: readonly PlacedWord[];
  /** All words with a space before and after each. */
  readonly spaced: string;
  /** The index of the first word, by the words with spaces between them. */
  readonly runs: ReadonlyMap<string, number>;
};

/** Words of a text that are also in the article, in the same order with no other word between them. */
export type SharedRun = {
  readonly count: number;
  readonly own: string;
  /** Where the article has them, at least the first of them. */
  readonly theirs: string;
  /** The line of the article, from 1. */
  readonly line: number;
};

/** A word ends at anything but a letter, a digit or an apostrophe between two of them. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu;

/** Normalizing a long word could take time quadratic in its length. */
const LONGEST_WORD = 64;

const foldedWord = (word: string): string =>
  word.length > LONGEST_WORD ? word : word.normalize('NFKC').toLowerCase().replaceAll('’', "'");

const wordsIn = (text: string): PlacedWord[] =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    folded: foldedWord(word),
    from: index,
    to: index + word.length,
  }));

/** The words of a text, as `Article.spaced` has them. */
export const spacedWords = (text: string): string =>
  ` ${wordsIn(text)
    .map(({ folded }) => folded)
    .join(' ')} `;

const runAt = (words: readonly PlacedWord[], i: number): string =>
  words
    .slice(i, i + LEAST_SHARED)
    .map(({ folded }) => folded)
    .join(' ');

/** Takes time proportional to the text's length. */
export function articleOf(text: string): Article {
  const words = wordsIn(text);
  const runs = new Map<string, number>();
  for (let i = 0; i + LEAST_SHARED <= words.length; i += 1) {
    const run = runAt(words, i);
    if (!runs.has(run)) runs.set(run, i);
  }
  return { text, words, spaced: spacedWords(text), runs };
}

/** The line in which the article first has the words, from 1; undefined if it does not have them. */
export function lineOfWords(words: string, article: Article): number | undefined {
  const { words: all, spaced } = article;
  const at = spaced.indexOf(words);
  if (at < 0) return undefined;
  const index = spaced.slice(0, at + 1).split(' ').length - 2;
  return lineAt(article, all[index]?.from ?? 0);
}

/** The longest runs of words that a text shares with the article, in its order. */
export function sharedRuns(text: string, article: Article): SharedRun[] {
  const words = wordsIn(text);
  const pieces: Piece[] = [];
  for (let i = 0; i + LEAST_SHARED <= words.length; i += 1) {
    const at = article.runs.get(runAt(words, i));
    if (at === undefined) continue;
    const last = pieces.at(-1);
    const end = i + LEAST_SHARED;
    if (last?.end === end - 1) pieces[pieces.length - 1] = { ...last, end };
    else pieces.push({ from: i, end, at });
  }
  return pieces.map((piece) => runOf(piece, text, words, article));
}

/** From word `from` to before word `end`; in the article it begins at word `at`. */
type Piece = { readonly from: number; readonly end: number; readonly at: number };

function runOf(
  { from, end, at }: Piece,
  text: string,
  words: readonly PlacedWord[],
  article: Article,
): SharedRun {
  let count = LEAST_SHARED;
  while (from + count < end && words[from + count]?.folded === article.words[at + count]?.folded)
    count += 1;
  return {
    count: end - from,
    own: foldedText(spanOf(text, words, from, end)),
    theirs: foldedText(spanOf(article.text, article.words, at, at + count)),
    line: lineAt(article, article.words[at]?.from ?? 0),
  };
}

const spanOf = (text: string, words: readonly PlacedWord[], from: number, end: number): string =>
  text.slice(words[from]?.from, words[end - 1]?.to);

/** Where each line after the first begins. */
const lineStarts = memoize(({ text }: Article): readonly number[] =>
  [...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length),
);

/** The line of a place in the article, from 1. */
function lineAt(article: Article, index: number): number {
  const starts = lineStarts(article);
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}
