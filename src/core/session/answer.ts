import type { Check, Choice } from '../course/course.js';
import { grade } from '../grade.js';
import type { Happening } from '../log/entry.js';
import type { Certainty } from '../memory/certainty.js';
import { checkProgress } from '../progress/checks.js';
import { hidesVerdicts } from '../progress/exercise.js';
import { answered, entryOf } from '../review/quiz.js';
import type { World } from '../state/context.js';
import { lookUpsFor, type State } from '../state/state.js';
import { type Outcome, still } from '../state/transition.js';
import { goOnInExercise } from './exercise.js';

export function answer(
  state: State,
  check: Check,
  choice: Choice,
  world: World,
  certainty?: Certainty,
): Outcome {
  const { scroll: _s, waiting: _w, ...rest } = state;
  const { route } = state;
  const given = {
    choice: choice.id,
    right: grade(check, choice.id).right,
    ...(certainty && { certainty }),
    course: state.course.hash,
    offset: world.offset(),
  };
  if (route.name === 'quiz' && route.quiz.question) {
    const quiz = answered(route.quiz, choice.id, given.right);
    const entry = entryOf(route.quiz.question, given);
    return { state: { ...rest, route: { ...route, quiz } }, happened: [entry] };
  }
  if (route.name !== 'lesson') return still(state);
  const entry: Happening = {
    k: 'answer',
    lesson: route.lesson.id,
    check: check.id,
    try: (checkProgress(state.progress, check.id)?.tries ?? 0) + 1,
    lookUps: lookUpsFor(state, check.id),
    ...given,
  };
  return inHiding(rest, entry, world);
}

/** Where verdicts wait until all is handed in, an answer leads to the next step. */
function inHiding(state: State, entry: Happening, world: World): Outcome {
  const { exercise } = state.progress;
  if (!exercise || !hidesVerdicts(exercise)) return { state, happened: [entry] };
  const { state: gone, happened } = goOnInExercise({ state, exercise, world });
  return { state: gone, happened: [entry, ...happened] };
}
