import type { SentenceSpan } from '../../course/course.js';

/** The text of each sentence, by its id, in the order of the course. */
export type SentenceTexts = ReadonlyMap<string, string>;

type PlacedChoice = { readonly sentence?: string; readonly words?: string };

/**
 * Where a choice in the text stands. Undefined if it is not in the text, or if its words do not occur exactly once.
 * @param evidence the evidence of the check; words belong to its only sentence
 */
export function spanOf(
  { sentence, words }: PlacedChoice,
  evidence: readonly string[],
  texts: SentenceTexts,
): SentenceSpan | undefined {
  if (sentence !== undefined) return { sentence, from: 0, to: texts.get(sentence)?.length ?? 0 };
  const [only, ...more] = evidence;
  if (words === undefined || only === undefined || more.length > 0) return undefined;
  const [from, ...again] = placesOf(words, texts.get(only) ?? '');
  if (from === undefined || again.length > 0) return undefined;
  return { sentence: only, from, to: from + words.length };
}

/** Where the words begin in the text. Words begin and end where words of the text do. */
export function placesOf(words: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (!joins(text, at) && !joins(text, at + words.length)) places.push(at);
  return places;
}

/** At such a place a word goes on: between two of its letters or digits, or before a mark such as an accent. */
const WITHIN_WORD = /(?<=[\p{L}\p{N}\p{M}])[\p{L}\p{N}]|(?<=.)\p{M}/suy;

function joins(text: string, at: number): boolean {
  WITHIN_WORD.lastIndex = at;
  return WITHIN_WORD.test(text);
}

/** Compares two spans by their place in the text. */
export function inTextOrder(texts: SentenceTexts): (a: SentenceSpan, b: SentenceSpan) => number {
  const places = new Map([...texts.keys()].map((id, i) => [id, i]));
  const place = ({ sentence }: SentenceSpan): number => places.get(sentence) ?? 0;
  return (a, b) => place(a) - place(b) || a.from - b.from;
}
