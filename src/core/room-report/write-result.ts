import type { CourseLessons } from '../course/course.js';
import { isRight } from '../grade.js';
import type { LogEntry } from '../log/entry.js';
import { inOrder } from '../log/order.js';
import { isCertainty } from '../memory/certainty.js';
import { exerciseStatus, hidesVerdicts, isLengthened } from '../progress/exercise.js';
import type { Exercise } from '../progress/progress.js';
import { exerciseChecks, exerciseHash } from '../room/exercise.js';
import { type Chosen, handInOf, shownHandIn } from '../room/hand-in-code.js';
import { KIND, type ResultAnswer, VERSION } from './result.js';

type ResultInput = {
  readonly course: CourseLessons;
  readonly exercise: Exercise;
  /** The answers and the hand-in of the exercise's log; other entries do not matter. */
  readonly entries: readonly LogEntry[];
  /** Milliseconds since 1970. */
  readonly now: number;
};

/** The text of a result file, also for an unfinished exercise. Its fields are a contract: change VERSION with them. */
export function resultText({ course, exercise, entries, now }: ResultInput): string {
  const { room, person, began, handedIn, because } = exercise;
  const status = exerciseStatus(exercise, now);
  const isMore = isLengthened(exercise);
  const lessons = room.lessons.map(course.lesson);
  const answers = firstAnswers(entries);
  const chosen: Chosen = new Map(answers.map(({ check, choice }) => [check, choice]));
  const checks = exerciseChecks(lessons);
  const right = checks.filter(({ check }) => isRight(check, chosen.get(check.id))).length;
  const told = {
    kind: KIND,
    version: VERSION,
    course: { id: course.index.id, title: course.index.title },
    exercise: exerciseHash(lessons),
    ...room,
    person,
    began,
    saved: now,
    ...(handedIn !== undefined && { handedIn, because }),
    status,
    ...(isMore && { lengthened: true }),
    answers,
    // A score would reveal after each answer whether it was right, so it waits for the verdicts.
    ...(!hidesVerdicts(exercise) && {
      score: { right, answered: answers.length, checks: checks.length },
    }),
    handInCode: shownHandIn(
      handInOf(course, { ...exercise, status, isLengthened: isMore }, chosen),
    ),
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

/** The first answer to each check, in the order of the answers. */
function firstAnswers(entries: readonly LogEntry[]): ResultAnswer[] {
  const first = new Map<string, ResultAnswer>();
  for (const entry of inOrder(entries)) {
    if (entry.k === 'hand-in') break; // later answers do not count
    if (entry.k !== 'answer' || first.has(entry.check)) continue;
    const { check, choice, certainty, lookUps } = entry;
    first.set(check, {
      check,
      choice,
      ...(isCertainty(certainty) && { certainty }),
      ...(lookUps.length > 0 && { lookUps }),
    });
  }
  return [...first.values()];
}
