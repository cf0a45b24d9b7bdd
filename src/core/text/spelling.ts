/** Apostrophes and quotation marks, each with the straight one that a keyboard types. All are one code unit long. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201a\u2032\u02bc\u00b4`]/g, "'"],
  [/[\u201c\u201d\u201e\u2033\u00ab\u00bb]/g, '"'],
];

const withStraightMarks = (text: string): string =>
  MARKS.reduce((result, [marks, straight]) => result.replace(marks, straight), text);

/** Words of a text, and how they differ from the words that were looked for. */
export type OtherSpelling = { readonly words: string; readonly difference: string };

/**
 * The words of the text that differ from these only in capital letters, or in apostrophes and quotation marks. Undefined
 * if there are none, or if the text has exactly these words.
 */
export function otherSpelling(words: string, text: string): OtherSpelling | undefined {
  const bare = words.replace(/^[\p{Quotation_Mark}]+|[\p{Quotation_Mark}]+$/gu, '');
  return foundIn(words, text) ?? foundIn(bare, text);
}

function foundIn(words: string, text: string): OtherSpelling | undefined {
  const [wanted, all] = [words, text].map((one) => withStraightMarks(one).toLowerCase());
  const at = !wanted || all?.length !== text.length ? -1 : all.indexOf(wanted);
  if (at < 0) return undefined;
  const found = text.slice(at, at + words.length);
  const isCapital = found.toLowerCase() === words.toLowerCase() && found !== words;
  return {
    words: found,
    difference: isCapital ? 'a capital letter' : 'an apostrophe or quotation mark',
  };
}
