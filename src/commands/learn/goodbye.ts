import { plainText } from '../../core/text/sanitize.js';
import type { ProgressStore } from '../../io/progress/store.js';
import type { Environment, Options } from '../environment.js';
import { commandToType } from '../hint/command-to-type.js';

/** The last lines after leaving: where progress is saved, and the command that goes on, each in a line of its own to copy. */
export function goodbye(
  progress: ProgressStore,
  options: Options,
  environment: Environment,
): string {
  const lost = unsavedText(progress);
  if (lost !== undefined) return lost;
  const saved = progress.isEmpty()
    ? 'Nothing to save yet. Progress will be saved in:'
    : 'Progress is saved in:';
  return `${saved}\n${plainText(progress.file)}\nTo continue:\n${commandToType([], options, environment)}`;
}

/** Says how many actions could not be saved, and what is in the log. Undefined if everything is saved. */
export function unsavedText(progress: ProgressStore): string | undefined {
  const lost = progress.unsaved();
  if (lost === 0) return undefined;
  return `Could not save ${lost} of your last actions in ${plainText(progress.file)}; ${restText(progress)}.`;
}

function restText(progress: ProgressStore): string {
  if (progress.isEmpty()) return 'nothing is saved there';
  const isUnreadable = progress.warnings().some(({ kind }) => kind === 'unreadable');
  return isUnreadable ? 'the file could not be read' : 'the rest is saved';
}
