import type { Happening } from './log/entry.js';
import type { Progress } from './progress/progress.js';
import type { Outcome, State } from './session/step.js';

/**
 * Brings what happened into the state: `record` keeps it and gives the progress that comes of it.
 * The state that comes out is shown only after `record` has returned, so that nothing is shown that is not kept.
 */
export function advance(
  { state, happened }: Outcome,
  record: (happened: readonly Happening[]) => Progress,
): State {
  return happened.length === 0 ? state : { ...state, progress: record(happened) };
}
