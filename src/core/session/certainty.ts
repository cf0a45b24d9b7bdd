import type { Check } from '../course/course.js';
import type { Certainty } from '../memory/certainty.js';
import { checkProgress } from '../progress/checks.js';
import { type Scene, scene } from '../scene/scene.js';
import { settingsOf } from '../settings.js';
import type { World } from '../state/context.js';
import type { State } from '../state/state.js';
import { type Outcome, still } from '../state/transition.js';
import { answer } from './answer.js';

/** Gives the highlighted choice, or first asks how sure it is. */
export function decide(
  state: State,
  now: Extract<Scene, { kind: 'check' }>,
  world: World,
): Outcome {
  const choice = now.choices[state.highlight];
  if (!choice) return still(state);
  if (!asksCertainty(state, now.step)) return answer(state, now.step, choice, world);
  // What it is answered with stands below the choices, which may fill the page.
  return still({ ...state, waiting: choice.id, scroll: Number.MAX_SAFE_INTEGER });
}

export function sure(state: State, certainty: Certainty, world: World): Outcome {
  const now = scene(state);
  if (state.overlay || now.kind !== 'sure') return still(state);
  return answer(state, now.step, now.chosen, world, certainty);
}

/**
 * Whether the learner says how sure they are before the verdict: where it is switched on, at an answer that counts.
 * Practice does not, nor do rounds of "Who said it?".
 */
function asksCertainty({ route, progress }: State, check: Check): boolean {
  if (!settingsOf(progress.settings).certainty) return false;
  if (route.name === 'quiz') return route.quiz.kind === 'review';
  return route.name === 'lesson' && !checkProgress(progress, check.id);
}
