import type { Check, Choice } from '../../course/course.js';
import { grade } from '../../grade.js';
import type { NewEntry } from '../../log/entry.js';
import type { Certainty } from '../../memory/certainty.js';
import { attemptAt, isAnswered } from '../../progress/attempt.js';
import { checkProgress } from '../../progress/checks.js';
import { hidesVerdicts } from '../../progress/exercise.js';
import { answered, entryOf } from '../../review/quiz.js';
import type { SessionContext } from '../../state/context.js';
import type { LessonRoute } from '../../state/route.js';
import { lookUpsFor, type State } from '../../state/state.js';
import { type Transition, unchanged } from '../../state/transition.js';
import { nextInExercise } from '../exercise.js';

export function answer(
  state: State,
  check: Check,
  choice: Choice,
  context: SessionContext,
  certainty?: Certainty,
): Transition {
  const { scroll: _s, pendingChoice: _w, ...rest } = state;
  const { route } = state;
  const answerFields = {
    choice: choice.id,
    right: grade(check, choice.id).right,
    ...(certainty && { certainty }),
    course: state.course.hash,
    offset: context.offset(),
  };
  if (route.name === 'quiz' && route.quiz.question) {
    const quiz = answered(route.quiz, choice.id, answerFields.right);
    const entry = entryOf(route.quiz.question, quiz.seed, answerFields);
    return { state: { ...rest, route: { ...route, quiz } }, events: [entry] };
  }
  if (route.name !== 'lesson') return unchanged(state);
  const entry: NewEntry = {
    k: 'answer',
    lesson: route.lesson.id,
    check: check.id,
    try: (checkProgress(state.progress, check.id)?.tries ?? 0) + 1,
    ...(!answerFields.right && allowsSecondLook(state, route, check.id) && { again: true }),
    lookUps: lookUpsFor(state, check.id),
    ...answerFields,
  };
  const { choosesAgain: _a, ...after } = rest;
  return recordInLesson(after, [entry], context);
}

/** Whether a wrong answer to this check may be put right before the verdict: the first in a lesson outside exercises. */
export function allowsSecondLook(
  { progress }: State,
  { lesson }: LessonRoute,
  check: string,
): boolean {
  const attempt = attemptAt(progress, lesson.id);
  return !progress.exercise && attempt !== undefined && !isAnswered(attempt, check);
}

/** An exercise that hides verdicts until the hand-in goes straight to the next step. */
export function recordInLesson(
  state: State,
  entries: readonly NewEntry[],
  context: SessionContext,
): Transition {
  const { exercise } = state.progress;
  if (!exercise || !hidesVerdicts(exercise)) return { state, events: entries };
  const next = nextInExercise({ state, exercise, context });
  return { state: next.state, events: [...entries, ...next.events] };
}
