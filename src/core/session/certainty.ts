import type { Check } from '../course/course.js';
import { checkProgress } from '../progress/checks.js';
import { settingsOf } from '../settings.js';
import type { State } from './step.js';

/**
 * Whether the learner says how sure they are before the verdict: where it is switched on, at an answer that counts.
 * Practice does not, nor do rounds of "Who said it?".
 */
export function asksCertainty({ screen, progress }: State, check: Check): boolean {
  if (!settingsOf(progress.settings).certainty) return false;
  if (screen.name === 'sitting') return screen.sitting.kind === 'review';
  return screen.name === 'lesson' && !checkProgress(progress, check.id);
}
