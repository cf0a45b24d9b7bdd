import { plainText } from '../../core/text/sanitize.js';
import type { ProgressStore } from '../../io/progress/store.js';
import type { Environment, Options } from '../environment.js';
import { commandToType } from '../hint/command-to-type.js';

/** The last lines after leaving: where progress is saved, and the command that goes on. */
export function goodbye(
  progress: ProgressStore,
  options: Options,
  environment: Environment,
): string {
  const file = plainText(progress.file);
  const lost = progress.unsaved();
  const rest = progress.isEmpty() ? 'nothing is kept there' : 'the rest is kept';
  if (lost > 0) return `Could not save ${lost} of your last moves in ${file}; ${rest}.`;
  const saved = progress.isEmpty()
    ? 'Nothing to save yet. Progress goes to'
    : 'Progress is saved in';
  return `${saved} ${file}. Go on any time:\n${commandToType([], options, environment)}`;
}
