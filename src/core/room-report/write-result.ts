import type { CourseLessons, Lesson } from '../course/course.js';
import { isRight } from '../grade.js';
import type { LogEntry } from '../log/entry.js';
import { inOrder } from '../log/order.js';
import { isCertainty } from '../memory/certainty.js';
import { exerciseStatus, hidesVerdicts, isLengthened } from '../progress/exercise.js';
import type { Exercise } from '../progress/progress.js';
import type { AttemptStatus } from '../room/attempt-status.js';
import { exerciseChecks, exerciseHash } from '../room/exercise.js';
import { type Chosen, handInOf, shownHandIn } from '../room/hand-in-code.js';
import { KIND, type Result, type ResultAnswer, VERSION } from './result.js';

type ResultInput = {
  readonly course: CourseLessons;
  readonly exercise: Exercise;
  /** The answers and the hand-in of the exercise's log; other entries do not matter. */
  readonly entries: readonly LogEntry[];
  /** Milliseconds since 1970. */
  readonly now: number;
};

/** The text of a result file, also for an unfinished exercise. */
export function resultText({ course, exercise, entries, now }: ResultInput): string {
  const { room, person, began, handedIn, because } = exercise;
  return writtenResult(course, {
    room,
    person,
    began,
    saved: now,
    handedIn,
    because,
    status: exerciseStatus(exercise, now),
    isLengthened: isLengthened(exercise),
    answers: firstAnswers(entries),
    // A score would reveal after each answer whether it was right, so it waits for the verdicts.
    hasScore: !hidesVerdicts(exercise),
  });
}

type ToWrite = Pick<Exercise, 'room' | 'person'> & {
  readonly began: number | undefined;
  readonly handedIn: number | undefined;
  readonly because: Exercise['because'] | undefined;
  readonly saved: number;
  readonly status: AttemptStatus;
  readonly isLengthened: boolean;
  readonly answers: readonly ResultAnswer[];
  readonly second?: Result['second'];
  readonly unseen?: Result['unseen'];
  readonly hasScore: boolean;
};

/** Its fields are a contract: change VERSION with them. Earlier versions read it too, and leave out fields they don't know. */
export function writtenResult(course: CourseLessons, result: ToWrite): string {
  const { room, person, status, isLengthened: isMore, answers, second = [], unseen = [] } = result;
  const { began, saved, handedIn, because, hasScore } = result;
  const lessons = room.lessons.map(course.lesson);
  const chosen: Chosen = new Map(answers.map(({ check, choice }) => [check, choice]));
  const told = {
    kind: KIND,
    version: VERSION,
    course: { id: course.index.id, title: course.index.title },
    exercise: exerciseHash(lessons),
    ...room,
    person,
    began,
    saved,
    handedIn,
    because,
    status,
    ...(isMore && { lengthened: true }),
    answers,
    ...(second.length > 0 && { second }),
    ...(unseen.length > 0 && { unseen }),
    ...(hasScore && { score: scoreOf(lessons, chosen, unseen) }),
    handInCode: shownHandIn(
      handInOf(course, { room, person, status, isLengthened: isMore }, chosen),
    ),
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

/** Numbers of checks that the person saw. */
function scoreOf(lessons: readonly Lesson[], chosen: Chosen, unseen: readonly string[]) {
  const checks = exerciseChecks(lessons).filter(({ check }) => !unseen.includes(check.id));
  const right = checks.filter(({ check }) => isRight(check, chosen.get(check.id))).length;
  return { right, answered: chosen.size, checks: checks.length };
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
