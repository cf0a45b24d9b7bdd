import { COURTESY, type SpeakerType, speakerType, TITLES } from './roles.js';
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
    from = afterTitle(words, from, to);
    const parts = words.slice(from, to).map(({ text }) => text.replace(/['’]s?$/, ''));
    if (parts.length > 1)
      found.push({
        name: parts.join(' '),
        role: roleBefore(words, from) || organisationBefore(words, from) || roleAfter(words, to),
        words: parts,
      });
    from = to - 1;
  }
  return found;
}

/** Where a name begins whose first words are a title: "U.S. Rep. Ann Roe". Names of organisations can have one within. */
function afterTitle(words: readonly Word[], from: number, to: number): number {
  const name = words.slice(from, to);
  const title = name.findLastIndex(({ lower }, i) => i < name.length - 2 && TITLES.has(lower));
  const isOrganisation = name.some(({ lower }) => speakerType(lower) === 'organisation');
  return title < 0 || isOrganisation ? from : from + title + 1;
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

/** "St. Anne's, the largest hospital": the words after a name that say what it is. */
function roleAfter(words: readonly Word[], at: number): string {
  if (words[at]?.before !== ',' || !/^(?:an?|the)$/.test(words[at]?.lower ?? '')) return '';
  let to = at + 1;
  while (
    to < words.length &&
    to - at < 6 &&
    !words[to]?.before &&
    !/^(?:who|which|that)$/.test(words[to]?.lower ?? '') &&
    !PREPOSITIONS.has(words[to]?.lower ?? '')
  )
    to += 1;
  const role = words.slice(at + 1, to);
  return speakerType(role.at(-1)?.lower ?? '') ? textOf(role) : '';
}

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
  return textOf(words.slice(from, at));
}

const textOf = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ');

/** "the residents' group Quiet Mill": the words before the name that say what it is. */
function organisationBefore(words: readonly Word[], at: number): string {
  const last = words[at - 1];
  if (!last || words[at]?.before || !/^(?:company|firm|group|charity|union)$/.test(last.lower))
    return '';
  let from = at - 1;
  while (from > 0 && at - from < 4 && isModifier(words[from - 1])) from -= 1;
  return DETERMINERS.has(words[from - 1]?.lower ?? '') ? textOf(words.slice(from, at)) : '';
}

const isModifier = (word: Word | undefined): boolean =>
  word !== undefined &&
  !(
    DETERMINERS.has(word.lower) ||
    PREPOSITIONS.has(word.lower) ||
    CLAUSE_STARTERS.has(word.lower) ||
    isAdverb(word.lower)
  );

/** The longest full name of which a name is the beginning, or the last word. */
export function fullName(name: string, names: readonly FullName[]): FullName | undefined {
  const parts = name.split(' ');
  const begins = ({ words }: FullName) => parts.every((part, i) => words[i] === part);
  const ends = (one: FullName) =>
    parts.length === 1 && one.words.at(-1) === name && !isOrganisation(one);
  const longest = (some: readonly FullName[]) =>
    some.reduce<FullName | undefined>(
      (best, one) => (!best || one.words.length > best.words.length ? one : best),
      undefined,
    );
  const hasInitial = ({ words: [first, initial, last, more] }: FullName) =>
    `${first} ${last}` === name && /^\p{Lu}\.?$/u.test(initial ?? '') && more === undefined;
  return names.find(ends) ?? names.find(hasInitial) ?? longest(names.filter(begins));
}

/** The name of the organisation that a story later calls "the hospital". */
export const organisationCalled = (
  role: string,
  names: readonly FullName[],
): string | undefined => {
  const named = names.find(({ words }) => words.at(-1)?.toLowerCase() === role);
  const called = named ?? names.find((one) => one.role.toLowerCase().split(' ').at(-1) === role);
  return called && (fullName(called.name, names) ?? called).name;
};

/** People are called by their last name later on, organisations by the first words of theirs. */
export function typeByName(name: string, full: FullName | undefined): SpeakerType | undefined {
  const role = full?.role.split(' ').at(-1)?.toLowerCase();
  if (role) return speakerType(role) ?? (TITLES.has(role) ? 'person' : undefined);
  if (!full || full.name === name) return undefined;
  return full.words.at(-1) === name ? 'person' : 'organisation';
}

const isOrganisation = ({ words }: FullName): boolean =>
  words.some((word) => speakerType(word.toLowerCase()) === 'organisation');
