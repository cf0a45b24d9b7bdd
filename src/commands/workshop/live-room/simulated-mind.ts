import type { Check } from '../../../core/course/course.js';

/** How a simulated person answers. */
export type SimulatedMind = {
  /** The id of a choice of the check, in the first vote or in the second, after a talk. */
  readonly choose: (check: Check, round: 1 | 2) => string;
  /** Whether this person thinks again, and changes an answer. */
  readonly thinksAgain: () => boolean;
  /** How long this person thinks about a question, in milliseconds. */
  readonly thinkingTime: () => number;
};

/** Random numbers from 0 to below 1. */
export type Random = () => number;

/** How hard each check is, in the units of a person's ability; 0 is average. */
export type Difficulty = (check: string) => number;

/** Of 100 people, how many change an answer; and how many who were wrong are right after a talk, or who were right. */
const CHANGES = 0.15;
const CONVINCED = 0.5;
const STAYS_RIGHT = 0.95;

/** The wrong choice that most people take, if they are wrong. */
const MAIN_TRAP = 0.6;

/** In milliseconds. */
const [QUICKEST, SLOWEST] = [2_500, 14_000];

/** The same difficulty whoever asks. */
export function difficulties(random: Random): Difficulty {
  const known = new Map<string, number>();
  return (check) => {
    const difficulty = known.get(check) ?? normal(random);
    known.set(check, difficulty);
    return difficulty;
  };
}

/** A person of random ability. Is right as often as the one-parameter logistic model says (Rasch 1960). */
export function simulatedMind(difficulty: Difficulty, random: Random): SimulatedMind {
  const ability = 0.5 + normal(random);
  const firsts = new Map<string, string>();
  const isRight = ({ id, key }: Check, round: 1 | 2): boolean => {
    const first = firsts.get(id);
    if (round === 2 && first !== undefined)
      return random() < (first === key ? STAYS_RIGHT : CONVINCED);
    return random() < 1 / (1 + Math.exp(difficulty(id) - ability));
  };
  return {
    choose: (check, round) => {
      const stays = round === 2 ? firsts.get(check.id) : undefined;
      const choice = isRight(check, round)
        ? check.key
        : (wrongBefore(check, stays) ?? wrongChoice(check, random));
      if (round === 1) firsts.set(check.id, choice);
      return choice;
    },
    thinksAgain: () => random() < CHANGES,
    thinkingTime: () => QUICKEST + (SLOWEST - QUICKEST) * random() ** 2,
  };
}

const wrongBefore = ({ key }: Check, first: string | undefined): string | undefined =>
  first === key ? undefined : first;

function wrongChoice({ choices, key }: Check, random: Random): string {
  const wrong = choices.map(({ id }) => id).filter((id) => id !== key);
  const at = random() < MAIN_TRAP ? 0 : Math.floor(random() * wrong.length);
  return wrong[at] ?? key;
}

/** Mean 0, standard deviation 1: a sum of twelve random numbers is close enough. */
const normal = (random: Random): number =>
  Array.from({ length: 12 }, random).reduce((a, b) => a + b, 0) - 6;
