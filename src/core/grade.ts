import type { Check, Choice } from './course/course.js';

export type Verdict = {
  readonly right: boolean;
  readonly key: Choice;
  /** Absent when the choice has been taken out of the course since it was made. */
  readonly chosen?: Choice;
  /** The choices that are neither the key nor chosen. */
  readonly others: readonly Choice[];
};

/** Whether a choice is the right answer. An answer that was not given is not right. */
export const isRight = (check: Check, choice: string | undefined): boolean => choice === check.key;

/** Throws if the check has no choice with its key's id, which loading a course rules out. */
export function grade(check: Check, choiceId: string): Verdict {
  const key = check.choices.find((choice) => choice.id === check.key);
  if (!key) throw new Error(`check ${check.id} has no choice ${check.key}`);
  const chosen = check.choices.find((choice) => choice.id === choiceId);
  const others = check.choices.filter((choice) => choice !== key && choice !== chosen);
  return { right: isRight(check, choiceId), key, ...(chosen && { chosen }), others };
}
