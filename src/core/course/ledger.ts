import type { Waiver } from './problem.js';

/** Who tells. `narration` is the article's own voice. */
export type SourceType = 'person' | 'organisation' | 'narration';

/** How the article lets us know a source: by name, by a role only, or by a role with the name withheld on request. */
export type Naming = 'named' | 'described' | 'anonymous';

export type Source = {
  readonly id: string;
  /** As shown in a list: "Dario Amodei", "A Pentagon official". */
  readonly name: string;
  readonly type: SourceType;
  readonly naming: Naming;
  /** What the article says of the role, in a few words. */
  readonly role: string;
  /** The party the source belongs to, `none`, or `not-stated`. */
  readonly side: string;
  /** The organisation spoken for, where the article says so. */
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

/** Whether a detail stands in the article, follows strictly from it, or is left open. */
export type Basis = 'stated' | 'derived' | 'not-stated';

/** A detail with its basis; `value` is absent when the basis is `not-stated`. */
export type Detail = { readonly value?: string; readonly basis: Basis };

/** One attribution of the article: a source linked to a content. */
export type Claim = {
  readonly id: string;
  readonly source: string;
  /** Whose act, demand or view it is, where that is not the source: a source id, a plain name, or `not-stated`. */
  readonly actor?: string;
  /** The party of an actor that is no source. */
  readonly side?: string;
  readonly target?: string;
  readonly kind: Kind;
  readonly presupposed: boolean;
  /** What is said, as a whole true statement with its source. */
  readonly content: string;
  /** The same without its source, to be asked who said it. */
  readonly said?: string;
  readonly channel: Detail;
  readonly when: Detail;
  /** Words of the sentence that must not be lost: "if …", "would". */
  readonly condition?: string;
  readonly hedge?: string;
  /** The sentence it stands in. */
  readonly sentence: string;
  /** A name shared by claims that say the same in several places or by several mouths. */
  readonly alike?: string;
  /** That no check asks about it, and why not. */
  readonly exercise?: 'no';
  readonly why?: string;
  readonly allow?: readonly Waiver[];
};

/** One sentence of a passage, our retelling of one sentence of the article. */
export type Sentence = { readonly id: string; readonly text: string };

/** Our retelling of one paragraph of the article. */
export type Passage = {
  readonly id: string;
  /** The paragraph's number in the article, from 1. */
  readonly paragraph: number;
  readonly section?: string;
  readonly sentences: readonly Sentence[];
  readonly allow?: readonly Waiver[];
};

/** What lessons refer to: loaded with the first lesson. */
export type CourseMaterial = {
  readonly sources: readonly Source[];
  readonly claims: readonly Claim[];
  readonly passages: readonly Passage[];
};

/** The name that claims which say the same share; a claim without likes stands for itself. */
export const claimGroup = ({ id, alike }: Claim): string => alike ?? id;

const NO_SIDE = ['none', 'not-stated'];

/**
 * Whether what the one said could be said to be the other's, too: a company and those who speak for it. Never offered
 * beside one another.
 */
export const areConfusable = (a: Source, b: Source): boolean =>
  a.id === b.id ||
  a.name === b.name ||
  a.speaksFor === b.name ||
  b.speaksFor === a.name ||
  (a.side === b.side &&
    !NO_SIDE.includes(a.side) &&
    (a.type === 'organisation' || b.type === 'organisation'));

export const sourceOf = (id: string, { sources }: CourseMaterial): Source | undefined =>
  sources.find((source) => source.id === id);

/** The name of whose act a claim is: of the actor where there is one, else of who tells it. Nothing where it is left open. */
export function actorName({ actor, source }: Claim, material: CourseMaterial): string | undefined {
  if (actor === 'not-stated') return undefined;
  return sourceOf(actor ?? source, material)?.name ?? actor;
}
