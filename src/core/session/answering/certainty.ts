import type { Check } from '../../course/course.js';
import type { Certainty } from '../../memory/certainty.js';
import { CHOOSE_FIRST, triedAlready } from '../../messages/lesson.js';
import { checkProgress } from '../../progress/checks.js';
import { type Scene, scene } from '../../scene/scene.js';
import { settingsOf } from '../../settings.js';
import type { SessionContext } from '../../state/context.js';
import type { State } from '../../state/state.js';
import { type Transition, unchanged } from '../../state/transition.js';
import { handIn, inExercise } from '../exercise.js';
import { answer } from './answer.js';

/** Answers with the highlighted choice, or first asks the learner how certain they are. */
export function answerOrAskCertainty(
  state: State,
  now: Extract<Scene, { kind: 'check' }>,
  context: SessionContext,
): Transition {
  const choice = now.choices[state.highlight];
  if (!choice) return unchanged({ ...state, notice: CHOOSE_FIRST });
  if (choice.id === now.missed?.id) return unchanged({ ...state, notice: triedAlready('answer') });
  if (!asksForCertainty(state, now.step)) return answer(state, now.step, choice, context);
  // The certainty levels are below the choices, which may fill the page.
  return unchanged({ ...state, pendingChoice: choice.id, scroll: Number.MAX_SAFE_INTEGER });
}

export function rateAnswer(
  state: State,
  certainty: Certainty,
  context: SessionContext,
): Transition {
  const now = scene(state);
  if (state.overlay || now.kind !== 'certainty') return unchanged(state);
  return answer(state, now.step, now.chosen, context, certainty);
}

/** Hands in an exercise whose time is over. A choice whose certainty was being asked counts, without a certainty. */
export function endTime(state: State, context: SessionContext): Transition {
  const now = scene(state);
  const { events } =
    now.kind === 'certainty' ? answer(state, now.step, now.chosen, context) : unchanged(state);
  const last = events.filter(({ k }) => k === 'answer');
  return inExercise(state, context, (current) => handIn(current, 'time', last));
}

/**
 * Whether the learner rates their certainty before the verdict. The room decides it for everyone, or else the setting. The
 * answer must count: practice and the drill "Who said it?" don't.
 */
function asksForCertainty({ route, progress }: State, check: Check): boolean {
  const { settings, exercise } = progress;
  if (!(exercise?.room.certainty ?? settingsOf(settings).certainty)) return false;
  if (route.name === 'quiz') return route.quiz.kind === 'review';
  return route.name === 'lesson' && !checkProgress(progress, check.id);
}
