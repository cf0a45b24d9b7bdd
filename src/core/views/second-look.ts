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

/** @param look what opens the passage, if the passage may be out of sight */
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
