import type { Kind, Naming } from '../course/ledger.js';
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
  /** The words that report it; undefined if a quotation goes on, or the story says it in its own voice. */
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
  const isNamed = naming === 'named' && !/^(?:an?|the|one) /i.test(name);
  const type = speaker.type ?? (isPerson(speaker) ? 'person' : 'organisation');
  const short =
    isNamed && type === 'person'
      ? (name.split(' ').at(-1) ?? name)
      : isNamed
        ? name
        : (role ?? name);
  return {
    id: freeId(short, taken),
    name: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    ...(role && isNamed ? { role } : {}),
    type,
    naming,
  };
}

const LONGEST = 30;

/** An id that nothing else has yet. @param taken gets the id */
function freeId(text: string, taken: Set<string>): string {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’]s?\b|\p{M}/gu, '')
    .match(/[a-z0-9]+/g);
  let id = '';
  for (const word of words ?? [])
    if (id === '' || id.length + word.length < LONGEST) id += `${id && '-'}${word}`;
  id = /^[a-z]/.test(id)
    ? id.slice(0, LONGEST)
    : `source-${id.slice(0, LONGEST)}`.replace(/-$/, '');
  let free = id;
  for (let number = 2; taken.has(free); number += 1) free = `${id}-${number}`;
  taken.add(free);
  return free;
}

export function claimsOf(
  attributions: readonly Attribution[],
  sources: ReadonlyMap<Speaker, DraftSource>,
): DraftClaim[] {
  const taken = new Set<string>();
  return attributions.map(({ paragraph, sentence, speaker, teller, kind, cue, guess }) => {
    const actor = sources.get(speaker);
    const source =
      kind === 'no-comment' && !teller ? STORY : (sources.get(teller ?? speaker)?.id ?? STORY);
    const who = actor?.id ?? speaker.name;
    return {
      id: freeId(`${who} ${cue ?? 'goes on'}`, taken),
      source,
      ...(actor?.id === source ? {} : { actor: who }),
      kind,
      ...(cue === undefined ? {} : { cue }),
      ...(guess === undefined ? {} : { guess }),
      sentence: sentenceId(paragraph, sentence),
    };
  });
}
