import type { Check } from '../course/course.js';
import { isRight } from '../grade.js';
import type { Participant } from './submission.js';

/** What a live room chose in the second vote on a question, after the talk. All are numbers of people. */
export type SecondVote = {
  readonly answered: number;
  readonly right: number;
  /** How many chose each choice, by its id. */
  readonly counts: ReadonlyMap<string, number>;
  /** Of those who answered, how many voted in the first vote too, and how many of these were right then. */
  readonly before: { readonly answered: number; readonly right: number };
  /** Wrong in the first vote and right in the second, and the other way round. */
  readonly toRight: number;
  readonly fromRight: number;
};

type Voter = Pick<Participant, 'answers' | 'second'>;

/** @returns undefined if nobody voted a second time */
export function secondVote(check: Check, people: readonly Voter[]): SecondVote | undefined {
  const { id } = check;
  const given = people.flatMap(({ answers, second }) => {
    const choice = second.get(id);
    return choice === undefined ? [] : [{ first: answers.get(id), choice }];
  });
  if (given.length === 0) return undefined;
  const those = (isFirstRight: boolean, isSecondRight: boolean): number =>
    given.filter(
      ({ first, choice }) =>
        first !== undefined &&
        isRight(check, first) === isFirstRight &&
        isRight(check, choice) === isSecondRight,
    ).length;
  return {
    answered: given.length,
    right: given.filter(({ choice }) => isRight(check, choice)).length,
    counts: new Map(
      check.choices.map((one) => [one.id, given.filter(({ choice }) => choice === one.id).length]),
    ),
    before: {
      answered: given.filter(({ first }) => first !== undefined).length,
      right: those(true, true) + those(true, false),
    },
    toRight: those(false, true),
    fromRight: those(true, false),
  };
}
