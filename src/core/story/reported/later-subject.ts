import { mayReport, type ReportingVerb } from './reporting-verbs.js';
import { speakerType } from './roles.js';
import { type SpeakerPhrase, speakerPhrase } from './speaker-phrase.js';
import { joinsNames, merged, phraseOf, together } from './subject.js';
import {
  AUXILIARIES,
  CLAUSE_STARTERS,
  isAdverb,
  isCapital,
  PREPOSITIONS,
  RELATIVES,
  TIMES,
  type Word,
} from './words.js';

/** The subject after its verb, as in “…,” said Ann Roe, the mayor. */
export function subjectAfter(
  words: readonly Word[],
  at: number,
  { lemma }: ReportingVerb,
): SpeakerPhrase | undefined {
  const before = words[at]?.before ?? '';
  const afterQuote = /["”’»']/.test(before) && words[at - 1]?.quoted;
  // Without a quotation, only "said" is sure to come before its subject; "told" always has an object.
  if (afterQuote ? lemma === 'tell' : lemma !== 'say' || (at > 0 && before !== ','))
    return undefined;
  const piece = pieceAfter(words, at + 1);
  if (!afterQuote && piece.some(isVerb)) return undefined;
  const plain = startsPhrase(piece[0]) ? withoutCircumstances(piece) : [];
  const phrase = together(plain) ?? speakerPhrase(plain);
  if (!phrase || !(phrase.name || phrase.type || phrase.pronoun)) return undefined;
  const next = pieceAfter(words, at + 1 + piece.length);
  const role =
    next.length > 0 && words[at + 1 + piece.length]?.before === ',' ? roleOf(next) : undefined;
  return role ? merged(phrase, role) : phrase;
}

/** The words from a place to the next mark or clause. */
export function pieceAfter(words: readonly Word[], from: number): readonly Word[] {
  let to = from;
  while (
    to < words.length &&
    !words[to]?.quoted &&
    (to === from || !words[to]?.before) &&
    !(to > from && CLAUSE_STARTERS.has(words[to]?.lower ?? '') && !joinsNames(words, to)) &&
    !(to > from && RELATIVES.has(words[to]?.lower ?? ''))
  )
    to += 1;
  return words[from]?.before && !/^[,(—–]$/.test(words[from]?.before ?? '')
    ? []
    : words.slice(from, to);
}

/** Whether a word shows that its piece has a subject and a verb of its own. */
const isVerb = ({ lower }: Word): boolean =>
  AUXILIARIES.has(lower) || mayReport(lower) || /[a-z]{2}ed$/.test(lower);

const startsPhrase = (word: Word | undefined): boolean =>
  word !== undefined &&
  !CLAUSE_STARTERS.has(word.lower) &&
  !RELATIVES.has(word.lower) &&
  !PREPOSITIONS.has(word.lower) &&
  !isAdverb(word.lower) &&
  !AUXILIARIES.has(word.lower);

/** The phrase without "in a statement", "on Monday", "after the vote". */
function withoutCircumstances(piece: readonly Word[]): readonly Word[] {
  const end = piece.findIndex(
    ({ lower }, i) =>
      i > 0 &&
      ((PREPOSITIONS.has(lower) && !/^(?:of|for|at|from|with)$/.test(lower)) || TIMES.has(lower)),
  );
  return end < 0 ? piece : piece.slice(0, end);
}

function roleOf(piece: readonly Word[]): SpeakerPhrase | undefined {
  if (!startsPhrase(piece[0]) || piece.some(({ lower }) => AUXILIARIES.has(lower)))
    return undefined;
  const phrase = speakerPhrase(withoutCircumstances(piece));
  return phrase && (phrase.type || phrase.name?.includes(' ')) ? phrase : undefined;
}

/** The one after "according to" or "by". */
export function agentAfter(words: readonly Word[], from: number): SpeakerPhrase | undefined {
  const piece = pieceAfter(words, from);
  const phrase = together(piece) ?? speakerPhrase(piece);
  if (!phrase) return undefined;
  // At the beginning of a sentence, its main clause follows.
  const next = from > 2 ? from + piece.length : words.length;
  const role = words[next]?.before === ',' ? roleOf(pieceAfter(words, next)) : undefined;
  return role ? merged(phrase, role) : phrase;
}

/** The one with whom a sentence begins: its shortest beginning that names somebody. */
export function firstPhrase(words: readonly Word[]): SpeakerPhrase | undefined {
  for (let to = 1; to <= Math.min(8, words.length); to += 1) {
    if (to > 1 && (words[to - 1]?.before || words[to - 1]?.quoted)) return undefined;
    const phrase = phraseOf(words.slice(0, to));
    const next = words[to];
    const goesOn =
      next && !next.before && (isCapital(next.text) || speakerType(next.lower) !== undefined);
    if (
      !phrase ||
      goesOn ||
      /['’]s?$/.test(phrase.text) ||
      !(phrase.type || phrase.pronoun || phrase.name)
    )
      continue;
    const role = next?.before === ',' ? roleOf(pieceAfter(words, to)) : undefined;
    return role ? merged(phrase, role) : phrase;
  }
  return undefined;
}
