import { COURTESY, speakerType, TITLES } from './roles.js';
import {
  CLAUSE_STARTERS,
  DETERMINERS,
  isAdverb,
  isCapital,
  PREPOSITIONS,
  TIMES,
  type Word,
} from './words.js';

/** A proper name of two words or more, and the words in lower case right before it: "ferryman", "Jonas Brandt". */
export type FullName = {
  readonly name: string;
  readonly role: string;
  readonly words: readonly string[];
};

/** The full names in a sentence, in order. */
export function fullNamesIn(words: readonly Word[]): FullName[] {
  const found: FullName[] = [];
  for (let from = 0; from < words.length; from += 1) {
    if (!beginsName(words[from])) continue;
    let to = from + 1;
    while (
      to < words.length &&
      !words[to]?.before &&
      isCapital(words[to]?.text ?? '') &&
      !endsName(words[to - 1])
    )
      to += 1;
    const parts = words.slice(from, to).map(({ text }) => text.replace(/['’]s?$/, ''));
    if (parts.length > 1)
      found.push({ name: parts.join(' '), role: roleBefore(words, from), words: parts });
    from = to - 1;
  }
  return found;
}

const beginsName = (word: Word | undefined): boolean => {
  const { text = '', lower = '' } = word ?? {};
  if (!isCapital(text) || COURTESY.has(lower) || TITLES.has(lower) || TIMES.has(lower))
    return false;
  return !(
    DETERMINERS.has(lower) ||
    PREPOSITIONS.has(lower) ||
    CLAUSE_STARTERS.has(lower) ||
    isAdverb(lower)
  );
};

const endsName = (word: Word | undefined): boolean => /['’]s?$/.test(word?.text ?? '');

/** Up to three words before a name if the last of them is a role: "harbour master". */
function roleBefore(words: readonly Word[], at: number): string {
  const last = words[at - 1];
  if (
    !last ||
    words[at]?.before ||
    !(speakerType(last.lower) === 'person' || TITLES.has(last.lower)) ||
    COURTESY.has(last.lower)
  )
    return '';
  let from = at - 1;
  while (from > 0 && at - from < 4 && !words[from]?.before && isModifier(words[from - 1]))
    from -= 1;
  return words
    .slice(from, at)
    .map(({ text }) => text)
    .join(' ');
}

const isModifier = (word: Word | undefined): boolean =>
  word !== undefined &&
  !(
    DETERMINERS.has(word.lower) ||
    PREPOSITIONS.has(word.lower) ||
    CLAUSE_STARTERS.has(word.lower) ||
    isAdverb(word.lower)
  );
