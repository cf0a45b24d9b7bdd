import { type CourseMaterial, materialIn } from '../../course/ledger.js';
import { comeUpText, sourceFacts, sourceParagraphs } from '../../messages/ledger.js';
import { passagesShown, passagesToCome } from '../../scene/visible-passages.js';
import type { State } from '../../state/state.js';
import { notesOn } from './story.js';

export type SourceView = {
  readonly name: string;
  readonly facts: readonly string[];
  /** "source in ¶2 and ¶3": where the source is quoted, as far as it was read. Empty if it is not quoted there. */
  readonly paragraphs: string;
};

/** The sources that have come up. `notes` say if that is none, and how many are still to come. */
export type WhosWhoView = {
  readonly sources: readonly SourceView[];
  readonly notes: readonly string[];
};

export function whosWhoView(state: State, material: CourseMaterial): WhosWhoView {
  const read = materialIn(passagesShown(state, material), material);
  const isAllRead = passagesToCome(state, material).length === 0;
  const met = isAllRead ? material.sources : read.sources;
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
