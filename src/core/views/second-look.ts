import { HABITS, TRAPS } from '../course/habits.js';
import { missedText, onceMoreText } from '../messages/lesson.js';
import { isClosedBook, type Scene } from '../scene/scene.js';

/** What the page after a first miss says, in the order of its fields. It does not give away the answer. */
export type SecondLookView = {
  readonly headline: string;
  /** Absent if the author has not named the error. */
  readonly habit?: string;
  readonly whatNow: string;
};

/** @param look the key that opens the passage, if the footer has no room for it */
export function secondLookView(
  now: Extract<Scene, { kind: 'second-look' }>,
  look?: string,
): SecondLookView {
  const { misreading } = now.missed;
  return {
    headline: missedText(misreading),
    ...(misreading && { habit: HABITS[TRAPS[misreading].habit] }),
    whatNow: onceMoreText(isClosedBook(now), look === undefined ? '' : ` (${look})`),
  };
}
