import type { Kind, Naming } from '../course/ledger.js';
import { capital } from '../text/english.js';
import type { Attribution } from './attributions.js';
import type { SpeakerType } from './reported/roles.js';
import { isPerson, type Speaker } from './speakers.js';

/** The id of the story's own voice among the sources. */
export const STORY = 'story';

export type DraftSource = {
  readonly id: string;
  readonly name: string;
  readonly role?: string;
  readonly type: SpeakerType;
  readonly naming: Naming;
};

export type DraftClaim = {
  readonly id: string;
  readonly source: string;
  /** The id of a source, or a plain name. */
  readonly actor?: string;
  readonly kind: Kind;
  /** Whose words or act it is, by name; undefined for the story in its own voice. */
  readonly who?: string;
  /** Who reports it, by name, if it is the act of somebody else. */
  readonly teller?: string;
  /** The words that report it: "said". */
  readonly cue?: string;
  /** The words from which the source was guessed. */
  readonly guess?: string;
  /** The id of its sentence. */
  readonly sentence: string;
};

export const sentenceId = (paragraph: number, sentence: number): string =>
  `p${paragraph}s${sentence}`;

/** Everyone who says something, in the order of the story; the key is what the story has of them. */
export function sourcesOf(attributions: readonly Attribution[]): Map<Speaker, DraftSource> {
  const sources = new Map<Speaker, DraftSource>();
  const taken = new Set([STORY]);
  for (const { kind, speaker, teller } of attributions)
    for (const one of kind === 'no-comment' || teller ? [teller] : [speaker])
      if (one && !sources.has(one)) sources.set(one, sourceOf(one, taken));
  return sources;
}

function sourceOf(speaker: Speaker, taken: Set<string>): DraftSource {
  const { name, role, naming } = speaker;
  const type = speaker.type ?? (isPerson(speaker) ? 'person' : 'organisation');
  const short = naming === 'named' && type === 'person' ? name.replace(/^.* /, '') : name;
  return {
    id: freeId(slug(short), taken),
    name: capital(name),
    ...(role ? { role } : {}),
    type,
    naming,
  };
}

const LONGEST = 32;

/** Letters that are no letter with an accent. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

/** The first words of a name, as far as they are short enough for an id, without an article. */
function slug(text: string): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[łøđßæœ]/g, (letter) => PLAIN[letter] ?? '')
    .replace(/\p{M}|^(?:the|an?|one) |['’]s?(?![a-z])/gu, '');
  let id = '';
  for (const word of plain.match(/[a-z0-9]+/g) ?? []) {
    if (id && id.length + word.length >= LONGEST) break;
    id += `${id && '-'}${word.slice(0, LONGEST)}`;
  }
  return id.replace(/(?:-(?:of|for|at|in|from|with|the|and|by))+$/, '').replace(NO_ID, 'source-$&');
}

/** What YAML would read as a number or another value. */
const NO_ID = /^(?:\d.*|true|false|null|)$/;

/** The id, or with a number if it is taken. @param taken gets the id */
function freeId(id: string, taken: Set<string>): string {
  let free = id;
  for (let number = 2; taken.has(free); number += 1) free = `${id}-${number}`;
  taken.add(free);
  return free;
}

/** The claims of those who are reported. A quotation that goes on in another sentence is still the same claim. */
export function claimsOf(
  attributions: readonly Attribution[],
  sources: ReadonlyMap<Speaker, DraftSource>,
): DraftClaim[] {
  const taken = new Set<string>();
  return attributions.flatMap(({ paragraph, sentence, speaker, teller, kind, cue, guess }) => {
    if (cue === undefined) return [];
    const own = sources.get(speaker);
    const isSilent = kind === 'no-comment' && !teller;
    const source = isSilent ? STORY : (sources.get(teller ?? speaker)?.id ?? STORY);
    const name = own?.name ?? capital(speaker.name);
    return {
      id: freeId(`${own?.id ?? slug(speaker.name)}-${slug(cue)}`, taken),
      source,
      ...(own?.id === source ? {} : { actor: own?.id ?? name }),
      kind,
      ...{ who: name, cue },
      ...(teller ? { teller: teller.name } : {}),
      ...(guess === undefined ? {} : { guess }),
      sentence: sentenceId(paragraph, sentence),
    };
  });
}
