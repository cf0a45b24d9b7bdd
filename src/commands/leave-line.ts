import { plainText } from '../core/plain-text.js';
import type { ProgressStore } from '../io/progress-store.js';
import type { Environment, Options } from './environment.js';

/** The one line on leaving: where progress is kept, and how to go on. */
export function leaveLine(
  progress: ProgressStore,
  { course }: Pick<Options, 'course'>,
  { env }: Pick<Environment, 'env'>,
): string {
  const lost = progress.unsaved();
  if (lost > 0)
    return `Could not save ${lost} of your last moves in ${progress.file}; the rest is kept.`;
  const { latest } = progress.progress();
  const saved =
    latest === undefined ? 'Nothing to save yet. Progress goes to' : 'Progress is saved in';
  return `${saved} ${progress.file}. Go on any time: ${command(env, course === undefined ? '' : `--course ${plainText(course)}`)}`;
}

/** The command by which the program was most likely started, with what is to stand behind it. */
export function command(env: Environment['env'], options: string): string {
  if (env.npm_lifecycle_event === 'start') return options ? `npm start -- ${options}` : 'npm start';
  const name = env.npm_command === 'exec' ? 'npx on-the-record' : 'on-the-record';
  return `${name} ${options}`.trim();
}
