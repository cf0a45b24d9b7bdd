import { COURTESY, type SpeakerType, speakerType, TITLES } from './roles.js';
import {
  AUXILIARIES,
  DETERMINERS,
  isAdverb,
  isCapital,
  isFunctionWord,
  PREPOSITIONS,
  QUANTITIES,
  TIMES,
  type Word,
} from './words.js';

/** Whom the words of the story mean. */
export type SpeakerPhrase = {
  /** As in the story: "Pentagon spokesman Sean Parnell". */
  readonly text: string;
  /** A pronoun, in lower case; there is nothing else then. */
  readonly pronoun?: string;
  /** A proper name, without title or role. */
  readonly name?: string;
  /** What the story calls them apart from the name: "Pentagon spokesman". */
  readonly role?: string;
  /** Undefined for what cannot speak, or a name that tells nothing. */
  readonly type?: SpeakerType;
  /** The phrase can mean somebody who was mentioned before, as in "the ferryman". */
  readonly definite: boolean;
  /** The other of two who say it together. */
  readonly also?: SpeakerPhrase;
};

const PRONOUNS = /^(?:he|she|it|they|we|i|you)$/;

const ARTICLE = /^(?:the|an?|his|her|its|their|this|that|these|those|one|another)$/;

/** Verbs that only report, so that what is before them belongs to another clause. */
const REPORTED = /^(?:said|says|tells|told|added|adds)$/;

const SELF = /^(?:it|him|her)self$|^themselves$/;

const NOBODY = /^(?:this|that|there|these|those|all|nothing|something|no|such|more|which|what)$/;

/** The last phrase among words that no preposition introduces, with what belongs to it: "A clerk at the town hall". */
export function lastPhrase(words: readonly Word[]): readonly Word[] {
  let start = -1;
  let [afterPreposition, within] = [false, false];
  words.forEach(({ lower, text }, i) => {
    const last = words[i - 1]?.lower ?? '';
    // "the money she said"
    if (i === words.length - 1 && /^(?:s?he|they|we|i)$/.test(lower))
      [start, afterPreposition, within] = [i, false, true];
    else if (/^(?:after|before|since|as|until)$/.test(lower))
      [start, afterPreposition, within] = [-1, false, false];
    else if (PREPOSITIONS.has(lower) || (i === 0 && lower === 'asked')) {
      if (!(lower === 'of' && within && QUANTITIES.has(last)))
        [afterPreposition, within] = [true, false];
    } else if (AUXILIARIES.has(lower) || REPORTED.test(lower))
      [start, afterPreposition, within] = [-1, false, false];
    else if (TIMES.has(lower) && (/day$/.test(lower) || !partOfName(words, i + 1)))
      [afterPreposition, within] = [false, false];
    else if (isAdverb(lower) && !isCapital(text)) return;
    else if (!within || beginsPhrase(lower, last)) {
      if (!afterPreposition) start = i;
      [afterPreposition, within] = [false, true];
    }
  });
  return start < 0 ? [] : words.slice(start);
}

const beginsPhrase = (lower: string, last: string): boolean =>
  DETERMINERS.has(lower) && !DETERMINERS.has(last) && last !== 'of';

/** Whether a word belongs to a name: it has a capital, or the words before and after it have one. */
function partOfName(words: readonly Word[], i: number): boolean {
  const word = words[i];
  if (!word) return false;
  if (isCapital(word.text) || word.text === '&') return true;
  if (!/^(?:de|da|di|del|van|von|der|den|bin|ibn|al|el|la|le|of|for|and|the)$/.test(word.lower))
    return false;
  const last = words[i - 1]?.lower ?? '';
  if (word.lower === 'the' && last === 'of') return partOfName(words, i - 1);
  const next = word.lower === 'of' && words[i + 1]?.lower === 'the' ? i + 2 : i + 1;
  // "Department of Health", but "Ann Roe of Leeds".
  if (/^(?:of|for)$/.test(word.lower) && !TITLES.has(last) && !speakerType(last)) return false;
  // "Residents of Holm" has a capital only because a sentence begins with it; "Friends of the Earth" is a name.
  if (word.lower === 'of' && next === i + 1 && words[i - 1]?.from === 0 && isPlainRole(last))
    return false;
  return i > 0 && isCapital(words[i - 1]?.text ?? '') && isCapital(words[next]?.text ?? '');
}

const isPlainRole = (lower: string): boolean =>
  speakerType(lower) === 'person' && !TITLES.has(lower);

/** Reads a phrase; undefined if it means nobody. */
export function speakerPhrase(words: readonly Word[]): SpeakerPhrase | undefined {
  if (SELF.test(words.at(-1)?.lower ?? '')) return speakerPhrase(words.slice(0, -1));
  const [first, second] = words;
  if (!first || /^(?:not|no|none)$/.test(first.lower)) return undefined;
  if (!second && NOBODY.test(first.lower)) return undefined;
  const text = words.map((word) => word.text).join(' ');
  if (!second && PRONOUNS.test(first.lower)) return { text, pronoun: first.lower, definite: true };
  const definite = /^(?:the|his|her|their|its|that|this|those|these)$/.test(first.lower);
  const own = words.slice(second && ARTICLE.test(first.lower) ? 1 : 0);
  return { text, definite, ...nameAndRole(own, first.lower === 'the') };
}

type NameAndRole = Pick<SpeakerPhrase, 'name' | 'role' | 'type'>;

/** @param words a phrase without its article @param hadThe whether that was "the" */
function nameAndRole(words: readonly Word[], hadThe: boolean): NameAndRole {
  const stop = words.findIndex(
    ({ lower }, i) =>
      i > 0 &&
      PREPOSITIONS.has(lower) &&
      !partOfName(words, i) &&
      !(lower === 'of' && QUANTITIES.has(words[i - 1]?.lower ?? '')),
  );
  const base = stop < 0 ? words : words.slice(0, stop);
  const name = nameAtEnd(base);
  if (name.length === 0 || isRoleWithoutName(name, base))
    return { role: textOf(words), ...typed(typeIn(base)) };
  const lead = base.slice(0, base.length - name.length);
  const titled = lead.some(({ lower }) => COURTESY.has(lower) || TITLES.has(lower));
  const role = lead.filter(({ lower }) => !COURTESY.has(lower));
  const tail = words.slice(base.length);
  const type = typeOfRole(role, titled) ?? typeOfName(name, hadThe);
  const roleText = textOf(role.length > 0 ? [...role, ...tail] : []);
  return {
    name: textOf(name).replace(/['’]s?$/, ''),
    ...(roleText ? { role: roleText } : {}),
    ...typed(type),
  };
}

export const textOf = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ');

const typed = (type: SpeakerType | undefined) => (type ? { type } : {});

/** The words of the name at the end of a phrase, after all titles and roles. */
function nameAtEnd(base: readonly Word[]): readonly Word[] {
  let from = base.length;
  while (from > 0 && partOfName(base, from - 1)) from -= 1;
  const name = base.slice(from);
  const title = name.findLastIndex((word, i) => i < name.length - 1 && isTitle(word));
  const rest = name.slice(title + 1);
  if (rest.some(({ lower }) => speakerType(lower) === 'organisation')) return name;
  // "Secretary of Defense Ann Roe": the name is the last two words.
  return title >= 0 && rest[0]?.lower === 'of' ? rest.slice(-2) : rest;
}

const isTitle = ({ lower }: Word): boolean => TITLES.has(lower) || COURTESY.has(lower);

/** "Officials" at the beginning of a sentence has a capital, and is no name; nor is "the Council", "The" or "According". */
const isRoleWithoutName = ([word, ...more]: readonly Word[], base: readonly Word[]): boolean =>
  word !== undefined &&
  more.length === 0 &&
  (isFunctionWord(word.lower) || (base.length === 1 && speakerType(word.lower) !== undefined));

/** "Environmental group ClearRiver" is no person; whoever has another role is. */
function typeOfRole(role: readonly Word[], titled: boolean): SpeakerType | undefined {
  if (speakerType(role.at(-1)?.lower ?? '') === 'organisation' && !titled) return 'organisation';
  return titled || role.length > 0 ? 'person' : undefined;
}

function typeOfName(name: readonly Word[], hadThe: boolean): SpeakerType | undefined {
  const types = name.map(({ lower }) => speakerType(lower));
  const isAcronym = name.some(({ text }) => /^(?:\p{Lu}{2,}|\p{Lu}&\p{Lu}|&)$/u.test(text));
  return types.includes('organisation') || hadThe || isAcronym ? 'organisation' : undefined;
}

/** "A person familiar with it", "a worker there": the noun need not be the last word. */
function typeIn(base: readonly Word[]): SpeakerType | undefined {
  const types = base.map(({ lower }) => speakerType(lower));
  return types.at(-1) ?? types.findLast((type) => type === 'person') ?? types.find((type) => type);
}
