import type { CourseLessons, Lesson } from '../course/course.js';
import type { Certainty } from '../memory/certainty.js';
import { exerciseChecks, exerciseHash } from '../room/exercise.js';
import { type HandIn, roomTag } from '../room/hand-in-code.js';
import { madeUpName } from '../room/person.js';
import type { AnswerSheet } from './item-analysis.js';
import type { Result, ResultAnswer } from './result.js';
import type { Candidate, Digital, NotCounted } from './submission.js';

/** The hash of an exercise, and the ids of each check's choices by the check's id. */
type KnownExercise = {
  readonly hash: string;
  readonly choices: ReadonlyMap<string, ReadonlySet<string>>;
};

/** Undefined if one of the lessons is not in this course. */
type ExerciseOf = (lessons: readonly string[]) => KnownExercise | undefined;

/** Computes each exercise only once, since many results belong to the same exercise. */
export function exercisesOf(course: CourseLessons): ExerciseOf {
  const known = new Map<string, KnownExercise | undefined>();
  const ids = new Set(course.index.lessons.map(({ id }) => id));
  return (lessons) => {
    if (lessons.length === 0 || lessons.length > ids.size) return undefined;
    if (!lessons.every((id) => ids.has(id))) return undefined;
    const key = lessons.join('\n');
    const found = known.get(key) ?? exerciseOfLessons(lessons.map(course.lesson));
    known.set(key, found);
    return found;
  };
}

function exerciseOfLessons(lessons: readonly Lesson[]): KnownExercise {
  const checks = exerciseChecks(lessons).map(({ check }): [string, ReadonlySet<string>] => [
    check.id,
    new Set(check.choices.map(({ id }) => id)),
  ]);
  return { hash: exerciseHash(lessons), choices: new Map(checks) };
}

export function candidateOf(exerciseOf: ExerciseOf, found: Digital): Candidate | NotCounted {
  if ('rejected' in found) {
    const { rejected, ...rest } = found;
    return { ...rest, why: rejected };
  }
  return 'result' in found
    ? ofResult(exerciseOf(found.result.lessons), found.where, found.result)
    : ofHandIn(exerciseOf(found.handIn.lessons), found);
}

export const fromOtherCourse = (course: string): string => `is from another course: ${course}`;

export const OTHER_VERSION =
  'is from another version of the course: its questions or right answers differ';

/** Everywhere but in live rooms, each question is asked once, and everybody sees it. */
export const ONE_VOTE = { second: new Map<string, string>(), unseen: new Set<string>() } as const;

export const NO_ANSWER = 'has no answers';

function ofResult(
  exercise: KnownExercise | undefined,
  where: string,
  result: Result,
): Candidate | NotCounted {
  const { lessons, code, person, answers, second, unseen } = result;
  const { name } = person;
  if (!exercise) return { where, name, why: fromOtherCourse(result.course) };
  if (exercise.hash !== result.exercise) return { where, name, why: OTHER_VERSION };
  const given = [...answers, ...second];
  const isOffered = ({ check, choice }: Pick<ResultAnswer, 'check' | 'choice'>): boolean =>
    exercise.choices.get(check)?.has(choice) === true;
  if (!given.every(isOffered))
    return { where, name, why: 'has answers that the exercise does not offer' };
  if (given.length === 0) return { where, name, why: NO_ANSWER, isHarmless: true };
  const certainties = answers.flatMap(({ check, certainty }): [string, Certainty][] =>
    certainty ? [[check, certainty]] : [],
  );
  return {
    ...person,
    where,
    answers: sheetOf(answers),
    second: sheetOf(second),
    unseen: new Set(
      unseen.filter((id) => exercise.choices.has(id) && !answers.some(({ check }) => check === id)),
    ),
    certainties: new Map(certainties),
    began: result.began,
    saved: result.saved,
    showsVerdicts: result.feedback === 'now',
    ...endOf(result, answers.length === exercise.choices.size),
    lessons,
    code,
    tag: roomTag(code),
  };
}

const sheetOf = (answers: Result['second']): AnswerSheet =>
  new Map(answers.map(({ check, choice }) => [check, choice]));

function ofHandIn(
  exercise: KnownExercise | undefined,
  { where, handIn, name }: Extract<Digital, { handIn: HandIn }>,
): Candidate | NotCounted {
  const { tag, lessons, shortId, named, chosen } = handIn;
  if (chosen.size === 0) return { where, why: NO_ANSWER, isHarmless: true };
  const unknown = named ? 'Somebody' : madeUpName(shortId);
  return {
    name: name ?? unknown,
    named: name !== undefined,
    where,
    answers: chosen,
    ...ONE_VOTE,
    certainties: new Map(),
    id: shortId,
    began: undefined,
    saved: 0,
    showsVerdicts: false,
    ...endOf(handIn, chosen.size === exercise?.choices.size),
    lessons,
    code: undefined,
    tag,
  };
}

type End = Pick<Candidate, 'isFinished' | 'isWhole' | 'status' | 'isLengthened'>;

/** @param isAll whether all checks are answered. Before there was a status, this counted as handed in */
function endOf(
  { status, isLengthened }: Pick<Result, 'status' | 'isLengthened'>,
  isAll: boolean,
): End {
  const known = status ?? (isAll ? 'handed-in' : 'open');
  const isFinished = isAll || known === 'handed-in';
  return { isFinished, isWhole: isFinished || known === 'time-over', status: known, isLengthened };
}
