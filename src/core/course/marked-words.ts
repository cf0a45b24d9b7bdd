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

/** Whether the characters before and after the place belong to one word. */
const joins = (text: string, at: number): boolean =>
  /^[\p{L}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1)) && at > 0;
