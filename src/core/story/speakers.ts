import type { Naming } from '../course/ledger.js';
import { uncapital } from '../text/english.js';
import type { FullName } from './names.js';
import type { SpeakerType } from './roles.js';
import { speakerType } from './roles.js';
import type { SpeakerPhrase } from './speaker-phrase.js';

/** Somebody who says something in a story, as far as its words tell. */
export type Speaker = {
  /** A full name, or the words of the story: "a clerk at the town hall". */
  name: string;
  role: string | undefined;
  type: SpeakerType | undefined;
  naming: Naming;
  gender: 'he' | 'she' | undefined;
};

/** The speaker whom a phrase means, and the words from which that was guessed; no words if the story is clear. */
export type Resolved = { readonly speaker: Speaker; readonly guess?: string };

/** Everyone who was mentioned so far, the latest last. */
export class Speakers {
  readonly #recent: Speaker[] = [];
  readonly #names: readonly FullName[];

  /** @param names the full names of the story */
  constructor(names: readonly FullName[]) {
    this.#names = names;
  }

  /** The latest speaker; undefined at the beginning of a story. */
  get latest(): Speaker | undefined {
    return this.#recent.at(-1);
  }

  /** Finds or adds the speaker that a phrase means; undefined for a pronoun that can mean nobody. */
  resolve(phrase: SpeakerPhrase): Resolved | undefined {
    const resolved = this.#find(phrase);
    if (resolved) this.mention(resolved.speaker);
    return resolved;
  }

  mention(speaker: Speaker): void {
    const at = this.#recent.indexOf(speaker);
    if (at >= 0) this.#recent.splice(at, 1);
    this.#recent.push(speaker);
  }

  #find(phrase: SpeakerPhrase): Resolved | undefined {
    if (phrase.pronoun) return this.#byPronoun(phrase.pronoun);
    return phrase.name === undefined ? this.#byRole(phrase) : this.#byName(phrase, phrase.name);
  }

  #byPronoun(pronoun: string): Resolved | undefined {
    const fits = (speaker: Speaker): boolean => {
      if (pronoun === 'it') return !isPerson(speaker);
      if (pronoun === 'they') return true;
      if (speaker.gender && speaker.gender !== pronoun) return false;
      return isPerson(speaker) && !isMany(speaker);
    };
    if (!/^(?:he|she|it|they)$/.test(pronoun)) return undefined;
    const speaker =
      (pronoun === 'they' ? this.#recent.findLast(isMany) : undefined) ??
      this.#recent.findLast(fits);
    if (speaker && (pronoun === 'he' || pronoun === 'she')) {
      speaker.gender = pronoun;
      speaker.type ??= 'person';
    }
    return speaker && { speaker, guess: pronoun };
  }

  #byName(phrase: SpeakerPhrase, name: string): Resolved {
    const full = this.#fullName(name);
    const known = this.#recent.findLast((speaker) => isSame(speaker.name, full?.name ?? name));
    const role = phrase.role || full?.role || undefined;
    const type = phrase.type ?? typeByName(name, full, role);
    if (known) {
      known.role ??= role;
      known.type ??= type;
      return { speaker: known, ...(known.name === name ? {} : { guess: phrase.text }) };
    }
    const gender = genderOf(`${phrase.text} ${role ?? ''}`);
    const speaker: Speaker = { name: full?.name ?? name, role, type, naming: 'named', gender };
    return { speaker, ...(full && full.name !== name ? { guess: phrase.text } : {}) };
  }

  /** The full name for a surname or a first name. */
  #fullName(name: string): FullName | undefined {
    const parts = name.split(' ');
    if (parts.length > 1) return undefined;
    const isOf = (at: number) => (full: FullName) =>
      full.words.at(at) === name && !isOrganisation(full);
    return this.#names.find(isOf(-1)) ?? this.#names.find(isOf(0));
  }

  #byRole(phrase: SpeakerPhrase): Resolved {
    const known = this.#recent.findLast((speaker) => meansSame(phrase, speaker));
    if (known && !ONE_OF.test(phrase.text)) return { speaker: known, guess: phrase.text };
    const { text, role, type } = phrase;
    const group = ONE_OF.test(text) ? this.#recent.findLast(isMany) : undefined;
    if (group) {
      const name = `${text.replace(/ of .*/, '')} of ${uncapital(group.name)}`;
      return { speaker: { ...group, name, role, gender: undefined }, guess: text };
    }
    this.#mentionIn(role ?? '');
    const named = phrase.definite ? this.#namedByRole(phrase) : undefined;
    if (named) return { speaker: named, guess: text };
    return { speaker: { name: text, role, type, naming: 'described', gender: genderOf(text) } };
  }

  /** "a spokesperson for Norra" mentions Norra, too. */
  #mentionIn(role: string): void {
    const name = /\b(?:for|of|at|from|with) (?:the )?(\p{Lu}.*)$/u.exec(role)?.[1];
    const known = name && this.#recent.findLast((speaker) => isSame(speaker.name, name));
    if (known) this.mention(known);
  }

  /** "the council", where the story has the name of a council before; "the company", the latest organisation. */
  #namedByRole({ role = '', type }: SpeakerPhrase): Speaker | undefined {
    if (type !== 'organisation' || /\s/.test(role)) return undefined;
    const name = this.#names.find(
      ({ words }) => words.at(-1)?.toLowerCase() === role.toLowerCase(),
    );
    if (name) return { name: name.name, role: undefined, type, naming: 'named', gender: undefined };
    if (!/^(?:company|firm|group|charity|organi[sz]ation|business)$/.test(role)) return undefined;
    return this.#recent.findLast(
      (one) => one.naming === 'named' && one.type !== 'person' && one.type !== 'document',
    );
  }
}

/** People are called by their last name later on, organisations by the first word of theirs. */
function typeByName(name: string, full: FullName | undefined, role: string | undefined) {
  if (role || full?.role) return 'person';
  return full && (full.words.at(-1) === name ? 'person' : 'organisation');
}

/** Somebody with a name of several words is a person if nothing speaks against it. */
export const isPerson = ({ type, name }: Speaker): boolean =>
  type === undefined ? name.includes(' ') : type === 'person';

const isOrganisation = ({ words }: FullName): boolean =>
  words.some((word) => speakerType(word.toLowerCase()) === 'organisation');

/** "Roe" is "Ann Roe"; "the Health Department" is "Department of Health". */
const isSame = (known: string, name: string): boolean => {
  if (known.toLowerCase() === name.toLowerCase()) return true;
  const parts = name.split(' ');
  return parts.length === 1 && known.split(' ').includes(name);
};

const isMany = ({ name, naming }: Speaker): boolean =>
  naming !== 'named' &&
  /^(?:\p{L}+ )*?(?:\p{L}+s|people|police|staff)(?: (?:of|at|for|from|in|with|who)\b.*)?$/iu.test(
    name,
  ) &&
  !/^(?:an?|one|the \w+ss)\b/i.test(name);

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** One of those who were mentioned before, and named like them. */
const ONE_OF =
  /^(?:one|another|two|some|several|both|neither|none)(?: of (?:them|the \p{L}+|those))?$/iu;

const SMALL = new Set(['the', 'a', 'an', 'one', 'of', 'for', 'at', 'in', 'from']);

/** Whether a role can mean a speaker: "the clerk" is "a clerk at the town hall"; two clerks are two. */
function meansSame({ text, role = '', definite }: SpeakerPhrase, speaker: Speaker): boolean {
  if (text.toLowerCase() === speaker.name.toLowerCase())
    return !/^(?:an?|one|another)\b/i.test(text);
  if (!definite) return false;
  const known = new Set(wordsIn(`${speaker.name} ${speaker.role ?? ''}`));
  const words = wordsIn(role).filter((word) => !SMALL.has(word));
  return words.length > 0 && words.every((word) => known.has(word));
}

const FEMALE =
  /\b(?:mrs|ms|miss|\w*woman|mother|daughter|sister|wife|widow|girl|lady|dame|queen|princess|actress|grandmother|aunt|baroness)\b/i;

const MALE =
  /\b(?:mr|\w*(?<!wo)man|father|son|brother|husband|boy|lord|sir|king|prince|grandfather|uncle)\b/i;

function genderOf(text: string): 'he' | 'she' | undefined {
  if (FEMALE.test(text)) return 'she';
  return MALE.test(text) ? 'he' : undefined;
}
