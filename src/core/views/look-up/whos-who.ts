import { type CourseMaterial, materialIn, type Source } from '../../course/ledger.js';
import {
  comeUpText,
  firstComesUpText,
  sourceFacts,
  sourceParagraphs,
} from '../../messages/ledger.js';
import { passagesShown, passagesToCome } from '../../scene/visible-passages.js';
import type { State } from '../../state/state.js';
import { notesOn } from './story.js';

export type SourceView = {
  readonly name: string;
  readonly facts: readonly string[];
  /** "source in ¶2 and ¶3", as far as it was read. Or where it first comes up; empty if nowhere. */
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
      paragraphs: sourceParagraphs(source, read) || firstComesUp(source, material),
    })),
    notes: notesOn(met, toCome, ['source', comeUpText]),
  };
}

/** For those who say nothing in what was read. A list of all places would miss those with another name, such as "the Pentagon". */
function firstComesUp(source: Source, material: CourseMaterial): string {
  const first = material.passages.find((one) =>
    materialIn([one], material).sources.includes(source),
  );
  return first ? firstComesUpText(first) : '';
}
