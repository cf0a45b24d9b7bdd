import type { CourseMaterial, Passage } from '../../course/ledger.js';
import { NOTHING_READ, toComeText } from '../../messages/ledger.js';
import { type PassageHeading, passageHeading } from '../../messages/lesson.js';
import { passagesToCome, visiblePassages } from '../../scene/visible-passages.js';
import type { State } from '../../state/state.js';

/** The story as far as it was read. `notes` say if that is nothing, and how much is still to come. */
export type StoryView = {
  readonly passages: readonly Passage[];
  readonly heading: PassageHeading;
  readonly notes: readonly string[];
};

export function storyView(state: State, material: CourseMaterial): StoryView {
  const passages = visiblePassages(state, material);
  const toCome = passagesToCome(state, material).length;
  return {
    passages,
    heading: passageHeading(state.course),
    notes: notesOn(passages, toCome, ['paragraph', toComeText]),
  };
}

/** @param say counts what is still to come */
export function notesOn(
  shown: readonly unknown[],
  toCome: number,
  [one, say]: readonly [string, (n: number, one: string) => string],
): string[] {
  const isNothing = shown.length === 0;
  return [
    ...(isNothing ? [NOTHING_READ] : []),
    ...(toCome === 0 ? [] : [say(toCome, isNothing ? one : `more ${one}`)]),
  ];
}
