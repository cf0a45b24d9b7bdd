/** A piece of a text, and whether it is marked. */
export type MarkedText = { readonly text: string; readonly marked: boolean };

/** The text in pieces, with these words marked wherever they occur. Words can overlap. */
export function withMarked(text: string, words: readonly string[]): MarkedText[] {
  const isMarked = Array.from({ length: text.length }, () => false);
  for (const some of words)
    for (const at of placesOf(some, text)) isMarked.fill(true, at, at + some.length);
  const starts = isMarked.flatMap((is, i) => (i === 0 || is !== isMarked[i - 1] ? [i] : []));
  return starts.map((from, i) => ({
    text: text.slice(from, starts[i + 1]),
    marked: isMarked[from] ?? false,
  }));
}

/** Where the words begin in the text. Words begin and end where words of the text do. */
export function placesOf(words: string, text: string): number[] {
  const places: number[] = [];
  if (words === '') return places;
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
