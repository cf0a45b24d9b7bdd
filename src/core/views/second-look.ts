import type { Check, Choice } from '../course/course.js';
import { HABITS, TRAPS } from '../course/habits.js';
import type { Misreading } from '../course/vocabulary.js';
import { missedText, onceMoreText } from '../messages/lesson.js';
import { isClosedBook, type Scene } from '../scene/scene.js';

/** What the page after a first miss says, in the order of its fields. It does not give away the answer. */
export type SecondLookView = {
  readonly headline: string;
  /** Absent if the author has not named the error. */
  readonly habit?: string;
  readonly whatNow: string;
};

export function secondLookView(now: Extract<Scene, { kind: 'second-look' }>): SecondLookView {
  const { misreading } = now.missed;
  return {
    headline: missedText(trapToName(now.step, now.missed)),
    ...(misreading && { habit: HABITS[TRAPS[misreading].habit] }),
    whatNow: onceMoreText(isClosedBook(now)),
  };
}

/** Traps whose names say that the article leaves the answer open. */
const LEFT_OPEN: readonly Misreading[] = ['not-in-article', 'added-cause'];

/** The trap of a wrong first answer. Undefined if its name would point at the choice "the article does not say". */
export function trapToName({ choices }: Check, { misreading }: Choice): Misreading | undefined {
  const isOffered = choices.some(({ open }) => open);
  return misreading && isOffered && LEFT_OPEN.includes(misreading) ? undefined : misreading;
}
