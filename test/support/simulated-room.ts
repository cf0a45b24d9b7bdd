import { chance } from '../../scripts/chance.mjs';
import type { Check, CourseLessons } from '../../src/core/course/course.js';
import { exerciseChecks, exerciseHash } from '../../src/core/room/exercise.js';
import { madeUpName, type Person } from '../../src/core/room/person.js';
import type { Room } from '../../src/core/room/room.js';
import type { Result } from '../../src/core/room-report/result.js';

/** A random number from the standard normal distribution (Box and Muller 1958). `next` gives numbers from 0 to 1. */
export const normal = (next: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

/** The true values of a simulated room. A test compares the report with them. */
export type Model = {
  readonly people: number;
  readonly seed: number;
  /** The Rasch difficulty of each check. Abilities have mean 0 and standard deviation 1. */
  readonly difficulty: (check: Check, position: number) => number;
  /** A check with a wrong key: people who know the answer choose its first distractor. */
  readonly wrongKey?: string;
};

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The probability that a person of this ability knows the answer (Rasch 1960). */
export const knows = (ability: number, difficulty: number): number =>
  1 / (1 + Math.exp(difficulty - ability));

/** The results of a simulated room. */
export function simulatedRoom(course: CourseLessons, room: Room, model: Model): Result[] {
  const { next } = chance(model.seed);
  const lessons = room.lessons.map(course.lesson);
  const checks = exerciseChecks(lessons).map(({ check }) => check);
  return Array.from({ length: model.people }, (_, i) => {
    const ability = normal(next);
    const answers = checks.map((check, position) => ({
      check: check.id,
      choice: choiceOf(
        check,
        knows(ability, model.difficulty(check, position)),
        model.wrongKey,
        next,
      ),
    }));
    return {
      course: course.index.id,
      exercise: exerciseHash(lessons),
      code: room.code,
      lessons: room.lessons,
      feedback: room.feedback,
      person: personOf(next),
      began: undefined,
      saved: i,
      status: 'handed-in',
      isLengthened: false,
      second: [],
      unseen: [],
      answers,
    };
  });
}

function choiceOf(
  check: Check,
  probability: number,
  wrongKey: string | undefined,
  next: () => number,
): string {
  const isWrong = check.id === wrongKey;
  const truth = isWrong ? check.choices.find(({ id }) => id !== check.key)?.id : check.key;
  const others = check.choices.filter(({ id }) => id !== truth);
  const roll = next();
  const picked = others[Math.floor(next() * others.length)];
  return (roll < probability ? truth : picked?.id) ?? check.key;
}

function personOf(next: () => number): Person {
  const id = Array.from({ length: 12 }, () => ALPHABET.charAt(Math.floor(next() * 32))).join('');
  return { id, name: madeUpName(id), named: false };
}
