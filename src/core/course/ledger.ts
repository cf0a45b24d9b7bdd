import type { Waiver } from './problem.js';

/** `document` is a paper that the article quotes; `narration` is the article's own voice. */
export const SOURCE_TYPES = ['person', 'organisation', 'document', 'narration'] as const;

export type SourceType = (typeof SOURCE_TYPES)[number];

/** How the article identifies a source: by name, by role only, or by role because the source asked not to be named. */
export type Naming = 'named' | 'described' | 'anonymous';

export type Source = {
  readonly id: string;
  /** For lists: "Dario Amodei", "A Pentagon official". */
  readonly name: string;
  readonly type: SourceType;
  readonly naming: Naming;
  /** The role according to the article, in a few words. */
  readonly role: string;
  /** The party that the source belongs to, `none`, or `not-stated`. */
  readonly side: string;
  /** The name of the organisation that the source speaks for, if the article says so. */
  readonly speaksFor?: string;
  readonly allow?: readonly Waiver[];
};

export const KINDS = [
  'statement',
  'position',
  'demand',
  'refusal',
  'offer',
  'pledge',
  'threat',
  'denial',
  'assessment',
  'no-comment',
  'context',
] as const;

export type Kind = (typeof KINDS)[number];

/** Whether the article states a detail, implies it strictly, or leaves it open. */
export type Basis = 'stated' | 'derived' | 'not-stated';

/** A detail with its basis; `value` is absent when the basis is `not-stated`. */
export type Detail = { readonly value?: string; readonly basis: Basis };

/** One attribution: what one source says in the article. */
export type Claim = {
  readonly id: string;
  readonly source: string;
  /** Who acts, demands or holds the view, if not the source: a source id, a plain name, or `not-stated`. */
  readonly actor?: string;
  /** The party of the actor, if the actor is not a source. */
  readonly side?: string;
  readonly target?: string;
  readonly kind: Kind;
  readonly presupposed: boolean;
  /** What is said, as a complete sentence that is true of the article and names the source. */
  readonly content: string;
  /** The content without its source, for questions about who said it. */
  readonly said?: string;
  readonly channel: Detail;
  readonly when: Detail;
  /** Words of the sentence that must not be lost: "if …", "would". */
  readonly condition?: string;
  readonly hedge?: string;
  /** The id of the sentence that makes the claim. */
  readonly sentence: string;
  /** A name shared by claims that say the same thing, in several places or from several sources. */
  readonly alike?: string;
  /** Set if no check asks about the claim; `why` gives the reason. */
  readonly exercise?: 'no';
  readonly why?: string;
  readonly allow?: readonly Waiver[];
};

/** One sentence of a passage, our retelling of one sentence of the article. */
export type Sentence = { readonly id: string; readonly text: string };

/** Our retelling of one paragraph of the article. */
export type Passage = {
  readonly id: string;
  /** The number of the paragraph in the article, from 1. */
  readonly paragraph: number;
  readonly section?: string;
  readonly sentences: readonly Sentence[];
  readonly allow?: readonly Waiver[];
};

/** What lessons refer to. Loaded with the first lesson. */
export type CourseMaterial = {
  readonly sources: readonly Source[];
  readonly claims: readonly Claim[];
  readonly passages: readonly Passage[];
};

/** The name shared by claims that say the same thing, or the claim's id if no other claim does. */
export const claimGroup = ({ id, alike }: Claim): string => alike ?? id;

const NO_SIDE = ['none', 'not-stated'];

/** Several people can speak for an organisation, and through a document. */
const SPOKEN_FOR: readonly SourceType[] = ['organisation', 'document'];

/**
 * Whether a statement by one source could also be credited to the other, such as a company and its spokesperson, or its
 * letter. A question never offers both.
 */
export const areConfusable = (a: Source, b: Source): boolean =>
  a.id === b.id ||
  a.name === b.name ||
  a.speaksFor === b.name ||
  b.speaksFor === a.name ||
  (a.side === b.side &&
    !NO_SIDE.includes(a.side) &&
    (SPOKEN_FOR.includes(a.type) || SPOKEN_FOR.includes(b.type)));

export const sourceOf = (id: string, { sources }: CourseMaterial): Source | undefined =>
  sources.find((source) => source.id === id);

/** The name of the actor, or of the source if the claim has no actor; undefined if the article does not say who acts. */
export function actorName({ actor, source }: Claim, material: CourseMaterial): string | undefined {
  if (actor === 'not-stated') return undefined;
  return sourceOf(actor ?? source, material)?.name ?? actor;
}

/** The material as far as these passages tell it: the claims in them, and the sources that come up in them. */
export function materialIn(
  passages: readonly Passage[],
  { claims, sources }: CourseMaterial,
): CourseMaterial {
  const sentences = passages.flatMap((passage) => passage.sentences);
  const ids = new Set(sentences.map(({ id }) => id));
  const told = claims.filter(({ sentence }) => ids.has(sentence));
  const inClaims = new Set(told.flatMap(({ source, actor, target }) => [source, actor, target]));
  const comesUp = ({ id, name }: Source): boolean =>
    inClaims.has(id) || sentences.some(({ text }) => text.includes(name));
  return { passages, claims: told, sources: sources.filter(comesUp) };
}
