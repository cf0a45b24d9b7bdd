import type { CourseMaterial, Passage, Source } from '../../course/ledger.js';
import { comeUpText, sourceFacts, sourceParagraphs } from '../../messages/ledger.js';
import { passagesShown, passagesToCome } from '../../scene/visible-passages.js';
import type { State } from '../../state/state.js';
import { notesOn } from './story.js';

export type SourceView = {
  readonly name: string;
  readonly facts: readonly string[];
  /** "¶2 and ¶3": where the source is quoted, as far as it was read. Empty if it is not quoted there. */
  readonly paragraphs: string;
};

/** The sources that have come up. `notes` say if that is none, and how many are still to come. */
export type WhosWhoView = {
  readonly sources: readonly SourceView[];
  readonly notes: readonly string[];
};

export function whosWhoView(state: State, material: CourseMaterial): WhosWhoView {
  const read = partOf(material, passagesShown(state, material));
  const isAllRead = passagesToCome(state, material).length === 0;
  const met = material.sources.filter((source) => isAllRead || comesUpIn(read, source));
  const toCome = material.sources.length - met.length;
  return {
    sources: met.map((source) => ({
      name: source.name,
      facts: sourceFacts(source),
      paragraphs: sourceParagraphs(source, read),
    })),
    notes: notesOn(met, toCome, ['source', comeUpText]),
  };
}

/** The material with these passages only, and the claims in them. */
export function partOf(material: CourseMaterial, passages: readonly Passage[]): CourseMaterial {
  const sentences = new Set(passages.flatMap((one) => one.sentences.map(({ id }) => id)));
  const claims = material.claims.filter(({ sentence }) => sentences.has(sentence));
  return { ...material, passages, claims };
}

/** Whether somebody is quoted, acts, is spoken to, or is mentioned by name. */
const comesUpIn = ({ passages, claims }: CourseMaterial, { id, name }: Source): boolean =>
  claims.some(({ source, actor, target }) => [source, actor, target].includes(id)) ||
  passages.some(({ sentences }) => sentences.some(({ text }) => text.includes(name)));
