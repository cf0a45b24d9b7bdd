import type { SentenceSpan } from '../../course/course.js';
import { placesOf } from '../../course/marked-words.js';

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

/** Compares two spans by their place in the text. */
export function inTextOrder(texts: SentenceTexts): (a: SentenceSpan, b: SentenceSpan) => number {
  const places = new Map([...texts.keys()].map((id, i) => [id, i]));
  const place = ({ sentence }: SentenceSpan): number => places.get(sentence) ?? 0;
  return (a, b) => place(a) - place(b) || a.from - b.from;
}
