import type { Check } from '../course/course.js';
import type { Certainty } from '../memory/certainty.js';
import { checkProgress } from '../progress/checks.js';
import { type Scene, scene } from '../scene/scene.js';
import { settingsOf } from '../settings.js';
import type { SessionContext } from '../state/context.js';
import type { State } from '../state/state.js';
import { type Transition, unchanged } from '../state/transition.js';
import { answer } from './answer.js';

/** Gives the highlighted choice, or first asks how sure it is. */
export function answerOrAskCertainty(
  state: State,
  now: Extract<Scene, { kind: 'check' }>,
  context: SessionContext,
): Transition {
  const choice = now.choices[state.highlight];
  if (!choice) return unchanged(state);
  if (!asksForCertainty(state, now.step)) return answer(state, now.step, choice, context);
  // What it is answered with stands below the choices, which may fill the page.
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

/**
 * Whether the learner says how sure they are before the verdict: where it is switched on, at an answer that counts.
 * Practice does not, nor do rounds of "Who said it?".
 */
function asksForCertainty({ route, progress }: State, check: Check): boolean {
  if (!settingsOf(progress.settings).certainty) return false;
  if (route.name === 'quiz') return route.quiz.kind === 'review';
  return route.name === 'lesson' && !checkProgress(progress, check.id);
}
