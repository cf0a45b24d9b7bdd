import type { Naming } from '../course/ledger.js';
import { uncapital } from '../text/english.js';
import { type Gender, genderOf } from './reported/gender.js';
import {
  type FullName,
  fullName,
  fullNamesIn,
  organisationCalled,
  typeByName,
} from './reported/names.js';
import type { SpeakerType } from './reported/roles.js';
import type { SpeakerPhrase } from './reported/speaker-phrase.js';
import type { Word } from './reported/words.js';

/** Somebody who says something in a story, as far as its words tell. */
export type Speaker = {
  /** A full name, or the words of the story: "a clerk at the town hall". */
  name: string;
  role: string | undefined;
  type: SpeakerType | undefined;
  naming: Naming;
  gender: Gender | undefined;
};

/** The speaker whom a phrase means, and the words from which that was guessed; no words if the story is clear. */
export type Resolved = { readonly speaker: Speaker; readonly guess?: string };

/** Everyone who was mentioned so far, the latest last. */
export class Speakers {
  readonly #recent: Speaker[] = [];
  /** The organisation that the sentence before names, or means, whoever speaks there. */
  #organisation: string | undefined;
  /** The organisation that this sentence means. */
  #meant: string | undefined;
  readonly #names: readonly FullName[];

  readonly #headline: SpeakerPhrase | undefined;

  /** @param names the full names of the story @param headline the one with whom its headline begins */
  constructor(names: readonly FullName[], headline: SpeakerPhrase | undefined) {
    this.#names = names;
    this.#headline = headline;
  }

  /** The latest speaker; undefined at the beginning of a story. */
  get latest(): Speaker | undefined {
    return this.#recent.at(-1);
  }

  /** Finds or adds the speaker that a phrase means; undefined for a pronoun that can mean nobody. */
  resolve(phrase: SpeakerPhrase): Resolved | undefined {
    const resolved = this.#find(phrase);
    if (resolved) this.#mention(resolved.speaker);
    return resolved;
  }

  /** Whether a phrase at the beginning of a sentence means somebody: many words there have a capital. */
  knows({ pronoun, name, type }: SpeakerPhrase): boolean {
    if (pronoun) return true;
    if (name === undefined) return type !== undefined;
    return name.includes(' ') || type !== undefined || fullName(name, this.#names) !== undefined;
  }

  /** The one whose name comes last among words. */
  namedLast(words: readonly Word[]): Resolved | undefined {
    const name = fullNamesIn(words).at(-1)?.name;
    return name === undefined ? undefined : this.resolve({ text: name, name, definite: true });
  }

  /** Notes whom a sentence names, for the sentences after it. */
  hear(words: readonly Word[]): void {
    const isNamed = (one: FullName) => typeByName(one.name, one) === 'organisation';
    this.#organisation = fullNamesIn(words).findLast(isNamed)?.name ?? this.#meant;
    this.#meant = undefined;
  }

  #mention(speaker: Speaker): void {
    const at = this.#recent.indexOf(speaker);
    if (at >= 0) this.#recent.splice(at, 1);
    this.#recent.push(speaker);
    const { naming, type, name } = speaker;
    if (naming === 'named' && !isPerson(speaker) && type !== 'document') this.#meant = name;
  }

  #find(phrase: SpeakerPhrase): Resolved | undefined {
    if (phrase.pronoun) return this.#byPronoun(phrase.pronoun);
    return phrase.name === undefined ? this.#byRole(phrase) : this.#byName(phrase, phrase.name);
  }

  #byPronoun(pronoun: string): Resolved | undefined {
    if (!/^(?:he|she|it|they)$/.test(pronoun)) return undefined;
    const speaker =
      (pronoun === 'they' ? this.#recent.findLast(isMany) : undefined) ??
      this.#recent.findLast((one) => canBe(one, pronoun)) ??
      this.#inHeadline(pronoun);
    if (speaker && (pronoun === 'he' || pronoun === 'she')) {
      speaker.gender = pronoun;
      speaker.type ??= 'person';
    }
    return speaker && { speaker, guess: pronoun };
  }

  /** The one in the headline, if nobody after it can be "she". */
  #inHeadline(pronoun: string): Speaker | undefined {
    if (!this.#headline?.name || !this.knows(this.#headline)) return undefined;
    const { speaker } = this.#byName(this.#headline, this.#headline.name);
    return /^s?he$/.test(pronoun) && canBe(speaker, pronoun) ? speaker : undefined;
  }

  #byName(phrase: SpeakerPhrase, short: string): Resolved {
    const title = genderOf(`${phrase.text} ${phrase.role ?? ''}`);
    const full = fullName(short, this.#namesFor(title));
    const name = full?.name ?? short;
    const role = phrase.role || full?.role || undefined;
    const type = phrase.type ?? typeByName(short, full);
    const same = this.#recent.filter((speaker) => isSame(speaker, name));
    const isClear = phrase.text.endsWith(name) && (same.length < 2 || title || name.includes(' '));
    const guess = isClear || phrase.role ? {} : { guess: phrase.text };
    const known = same.findLast(({ gender }) => !gender || !title || gender === title);
    if (known) {
      known.role ??= role;
      known.type ??= type;
      known.gender ??= title;
      return { speaker: known, ...guess };
    }
    const gender = title ?? genderOf(role ?? '');
    // "Mrs. Hale" is not the Hale who was mentioned before.
    const own = same.length > 0 ? phrase.text : name;
    return { speaker: { name: own, role, type, naming: 'named', gender }, ...guess };
  }

  /** The full names that can be of a man or a woman. */
  #namesFor(gender: Gender | undefined): readonly FullName[] {
    if (!gender) return this.#names;
    return this.#names.filter(({ name, role }) => {
      const known = this.#recent.find((one) => one.name === name)?.gender ?? genderOf(role);
      return !known || known === gender;
    });
  }

  #byRole(phrase: SpeakerPhrase): Resolved {
    const { text, role = '' } = phrase;
    if (ONE_OF.test(text)) return this.#oneOfGroup(text) ?? this.#described(phrase);
    const known = this.#recent.findLast((speaker) => meansSame(phrase, speaker));
    if (known) return { speaker: known, ...(known.name === text ? {} : { guess: text }) };
    this.#mentionIn(role);
    const named = phrase.definite ? this.#namedByRole(phrase) : undefined;
    return named ? { speaker: named, guess: text } : this.#described(phrase);
  }

  /** "One of them" is named as they are. */
  #oneOfGroup(text: string): Resolved | undefined {
    const group = this.#recent.findLast((one) => isMany(one) && !PART_OF.test(one.name));
    if (!group) return undefined;
    const all = uncapital(group.name);
    const name = `${text.replace(/ of .*/, '')} of ${HAS_ARTICLE.test(all) ? '' : 'the '}${all}`;
    return { speaker: { ...group, name, gender: undefined }, guess: text };
  }

  #described({ text, role, type }: SpeakerPhrase): Resolved {
    const owner = this.#owner(text);
    const name = owner ? text.replace(/^\S+/, `${owner.name}'s`) : text;
    const naming = type === 'organisation' && HAS_NAME.test(text) ? 'named' : 'described';
    const speaker: Speaker = { name, role, type, naming, gender: genderOf(text) };
    return { speaker, ...(owner ? { guess: text } : {}) };
  }

  /** "His daughter": whose. */
  #owner(text: string): Speaker | undefined {
    const pronoun = { his: 'he', her: 'she', its: 'it' }[
      /^(?:his|her|its)(?= )/i.exec(text)?.[0].toLowerCase() ?? ''
    ];
    return pronoun === undefined ? undefined : this.#byPronoun(pronoun)?.speaker;
  }

  /** "a spokesperson for Norra" mentions Norra, too. */
  #mentionIn(role: string): void {
    const name = /\b(?:for|of|at|from|with) (?:the )?(\p{Lu}.*)$/u.exec(role)?.[1];
    const known = name && this.#recent.findLast((speaker) => isSame(speaker, name));
    if (known) this.#mention(known);
  }

  /** "the council", where the story has the name of a council before; "the company", that of the sentence before. */
  #namedByRole({ role = '', type }: SpeakerPhrase): Speaker | undefined {
    if (type !== 'organisation' || /\s/.test(role)) return undefined;
    const named = organisationCalled(role.toLowerCase(), this.#names);
    if (named) return this.#byName({ text: named, type, definite: true }, named).speaker;
    if (!/^(?:company|firm|group|charity|organi[sz]ation|business)$/.test(role)) return undefined;
    const name = this.#organisation;
    if (name === undefined) return undefined;
    return this.#byName({ text: name, name, type, definite: true }, name).speaker;
  }
}

/** Whether a pronoun can mean a speaker. */
export function canBe(speaker: Speaker, pronoun: string): boolean {
  if (pronoun === 'it') return !isPerson(speaker);
  if (pronoun === 'they') return true;
  if (speaker.gender && speaker.gender !== pronoun) return false;
  return isPerson(speaker) && !isMany(speaker);
}

/** Somebody with a name of several words is a person if nothing speaks against it. */
export const isPerson = ({ type, name }: Speaker): boolean =>
  type === undefined ? name.includes(' ') : type === 'person';

/** "Roe" is "Ann Roe". */
const isSame = ({ name, naming }: Speaker, other: string): boolean =>
  name.toLowerCase() === other.toLowerCase() ||
  (naming === 'named' &&
    !other.includes(' ') &&
    !/^(?:an?|the|his|her|its|their) |['’]s /i.test(name) &&
    name.split(' ').includes(other));

const isMany = ({ name, naming }: Speaker): boolean =>
  naming !== 'named' &&
  /^(?:\p{L}+ )*?(?:\p{L}+s|people|police|staff)(?: (?:of|at|for|from|in|with|who)\b.*)?$/iu.test(
    name,
  ) &&
  !/^(?:an?|one|the other|the \w+ss)\b/i.test(name);

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** "The town council of Holm", "Ostrel's foreign ministry", and not "Brandt's office". */
const HAS_NAME = /^\S+ .*\p{Lu}|^\p{Lu}\S*['’]s? (?!office)/u;

/** One of those who were mentioned before, and named like them. */
const ONE_OF =
  /^(?:one|another|the other|two|some|several|both|neither|none)(?: of (?:them|the \p{L}+|those))?$/iu;

/** "Some of the residents". */
const PART_OF = /^(?:one|another|the other|two|some|several|both|neither|none) of /i;

const HAS_ARTICLE = /^(?:the|his|her|its|their|these|those) /;

const SMALL = new Set(['the', 'a', 'an', 'one', 'of', 'for', 'at', 'in', 'from']);

/** Whether a role can mean a speaker: "the clerk" is "a clerk at the town hall"; two clerks are two. */
function meansSame({ text, role = '', type, definite }: SpeakerPhrase, speaker: Speaker): boolean {
  if (text.toLowerCase() === speaker.name.toLowerCase())
    return !/^(?:an?|one|another)\b/i.test(text);
  if (!definite || (type && speaker.type && type !== speaker.type)) return false;
  const called = `${speaker.name} ${speaker.role ?? ''}`.replace(/\S+['’]s?(?= )/g, '');
  const known = new Set(wordsIn(called));
  const words = wordsIn(role).filter((word) => !SMALL.has(word));
  return words.length > 0 && words.every((word) => known.has(word));
}
