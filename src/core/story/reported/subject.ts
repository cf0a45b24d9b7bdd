import { lastPhrase, type SpeakerPhrase, speakerPhrase, textOf } from './speaker-phrase.js';
import {
  AUXILIARIES,
  CLAUSE_STARTERS,
  DETERMINERS,
  isAdverb,
  isCapital,
  PREPOSITIONS,
  RELATIVES,
  type Word,
} from './words.js';

/** Who says something: words of the sentence, or the same as before. */
export type Subject = SpeakerPhrase | 'same';

const QUOTE = /["“”«»‘’']/;

const BREAK = /[;:!?…]|[.]$/;

/** The subject of the verb at a place, from the words before the verb. */
export function subjectBefore(words: readonly Word[], at: number): Subject | undefined {
  let end = at;
  while (end > 0 && words[end]?.before === '' && isBetween(words[end - 1])) end -= 1;
  if (end === 0) return undefined;
  if (words[end]?.before) return isAside(words, end) ? apposed(words, end) : 'same';
  const from = pieceStart(words, end);
  const last = words[end - 1] as Word;
  if (/^(?:and|but|or|then)$/.test(last.lower)) return 'same';
  if (RELATIVES.has(last.lower)) return apposed(words, end - 1, last.lower === 'which');
  // "an insurer that has refused": the one before "that".
  if (last.lower === 'that' && end - 1 > from) return apposed(words, end - 1);
  return together(words.slice(from, end)) ?? phraseOf(words.slice(from, end));
}

/** "The union and the council", if nothing else is before the verb; "Cy Dunn and Di Hale". */
export function together(piece: readonly Word[]): SpeakerPhrase | undefined {
  const and = piece.findIndex(({ lower }) => lower === 'and');
  if (and < 1) return undefined;
  const [first, second] = [piece.slice(0, and), piece.slice(and + 1)];
  const [one, other] = [phraseOf(first), phraseOf(second)];
  if (one && other && isFullName(one) && isFullName(other)) return { ...one, also: other };
  const both = one && other && isWhole(first, one) && isWhole(second, other);
  return both && one.type && other.type ? { ...one, also: other } : undefined;
}

const isFullName = ({ name, type }: SpeakerPhrase): boolean =>
  name?.includes(' ') === true && (type ?? 'person') === 'person';

const isBetween = (word: Word | undefined): boolean =>
  word !== undefined &&
  !word.quoted &&
  (AUXILIARIES.has(word.lower) || (isAdverb(word.lower) && word.lower !== 'both'));

/** Whether only a comma, a dash or a bracket separates the word at a place from what is before it. */
const isAside = (words: readonly Word[], at: number): boolean =>
  /^(?:[,)—–-]|\),)$/.test(words[at]?.before ?? '') && !words[at - 1]?.quoted;

/** Where the piece between marks begins that ends before a place. */
function pieceStart(words: readonly Word[], end: number): number {
  let from = end - 1;
  while (from > 0 && !words[from]?.before && words[from - 1]?.quoted === words[from]?.quoted)
    from -= 1;
  return from;
}

export function phraseOf(piece: readonly Word[]): SpeakerPhrase | undefined {
  const relative = piece.findIndex(({ lower }, i) => i > 0 && RELATIVES.has(lower));
  // "during which the department pressed": the subject is after the relative pronoun.
  const isObject = PREPOSITIONS.has(piece[relative - 1]?.lower ?? '');
  const clause = relative > 0 ? piece.slice(...(isObject ? [relative + 1] : [0, relative])) : piece;
  const starter = clause.findLastIndex(
    ({ lower }, i) => CLAUSE_STARTERS.has(lower) && !joinsNames(clause, i),
  );
  return speakerPhrase(lastPhrase(clause.slice(starter + 1)));
}

export const joinsNames = (words: readonly Word[], i: number): boolean =>
  words[i]?.lower === 'and' &&
  isCapital(words[i - 1]?.text ?? '') &&
  isCapital(words[i + 1]?.text ?? '');

/** The pieces between commas before a place, from right to left, as far as they can belong to the subject. */
function piecesBefore(words: readonly Word[], end: number): (readonly Word[])[] {
  const pieces: (readonly Word[])[] = [];
  for (let to = end; to > 0 && pieces.length < 6; ) {
    const from = pieceStart(words, to);
    if (words[from]?.quoted) break;
    pieces.push(words.slice(from, to));
    if (BREAK.test(words[from]?.before ?? '') || QUOTE.test(words[from]?.before ?? '')) break;
    to = from;
  }
  return pieces;
}

/** "Ann Roe, 43, the mayor", "the mayor, Ann Roe", "a clerk, who asked for anonymity": the subject and what is said of it. */
function apposed(words: readonly Word[], end: number, isThing = false): SpeakerPhrase | undefined {
  const pieces = piecesBefore(words, end).map(withoutRelative);
  // A remark can have commas in it: it goes on to the verb.
  const remark = pieces
    .slice(0, 4)
    .findLastIndex((piece, i) => isRemark(piece) && i < pieces.length - 1);
  const subjects = pieces.slice(remark + 1);
  const pair = subjects[0] && subjects.length === 1 ? together(subjects[0]) : undefined;
  if (pair) return pair;
  let found: SpeakerPhrase | undefined;
  for (const [i, piece] of subjects.entries()) {
    const phrase = phraseOf(piece);
    if (!phrase && (!found || isNumber(piece))) continue;
    if (found) return phrase && completes(piece, phrase, found) ? merged(phrase, found) : found;
    found = phrase;
    if (!phrase || isWhole(piece, phrase)) continue;
    // "Ann Roe, the founder and head of Norra", "Ann Roe, a lawyer for the union and the council"
    const name = nameAlone(subjects[i + 1] ?? []);
    if (!name) break;
    if (phrase.type !== 'person') return name;
  }
  const which = isThing || pieces[remark]?.[0]?.lower === 'which';
  return found && which && !found.type ? { ...found, type: 'organisation' } : found;
}

function nameAlone(piece: readonly Word[]): SpeakerPhrase | undefined {
  const phrase = phraseOf(piece);
  return phrase && isFullName(phrase) && isWhole(piece, phrase) ? phrase : undefined;
}

/** "a vet who has treated both": "a vet". */
function withoutRelative(piece: readonly Word[]): readonly Word[] {
  const at = piece.findIndex(
    ({ lower }, i) =>
      i > 1 && /^(?:who|which|that)$/.test(lower) && !PREPOSITIONS.has(piece[i - 1]?.lower ?? ''),
  );
  return at > 0 && DETERMINERS.has(piece[0]?.lower ?? '') ? piece.slice(0, at) : piece;
}

/** Whether the phrase at the end of a piece can be the subject of which only a part was found. */
const completes = (piece: readonly Word[], phrase: SpeakerPhrase, found: SpeakerPhrase): boolean =>
  isWhole(piece, phrase) || (phrase.name !== undefined && found.name === undefined);

const isNumber = (piece: readonly Word[]): boolean =>
  piece.length === 1 && /^\d+$/.test(piece[0]?.text ?? '');

/** An age, or words that say something about the subject and don't name it. */
const isRemark = (piece: readonly Word[]): boolean => {
  const at = piece.findIndex((word) => !CLAUSE_STARTERS.has(word.lower));
  // "both of whom declined to give their names"
  const lower = piece[piece[at + 1]?.lower === 'of' ? at + 2 : at]?.lower ?? '';
  return isNumber(piece) || RELATIVES.has(lower) || /(?:ing|ed)$/.test(lower);
};

const isWhole = (piece: readonly Word[], { text }: SpeakerPhrase): boolean => {
  const start = piece.findIndex(({ lower }) => !CLAUSE_STARTERS.has(lower));
  return textOf(piece.slice(start)) === text;
};

/** One of two phrases for the same: a name, and a role. */
export function merged(first: SpeakerPhrase, second: SpeakerPhrase): SpeakerPhrase {
  if (first.pronoun || second.pronoun) return first.pronoun ? second : first;
  if (!first.name === !second.name) return first.type || !second.type ? first : second;
  const [named, other] = first.name ? [first, second] : [second, first];
  const role = other.role ?? named.role;
  const type = named.type ?? other.type;
  return { ...named, ...(role ? { role } : {}), ...(type ? { type } : {}) };
}
