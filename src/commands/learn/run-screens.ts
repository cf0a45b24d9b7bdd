import type { CourseMaterial } from '../../core/course/ledger.js';
import type { SessionStore } from '../../core/session/store.js';
import { asciiText, isUtf8 } from '../../core/text/ascii.js';
import type { Terminal } from '../../ui/terminal/terminal.js';
import type { Environment, Options } from '../environment.js';
import { jobControl } from './job-control.js';

/** Leads the session on the terminal's screen until it is left. */
export async function runOnScreen(
  store: SessionStore,
  material: () => CourseMaterial,
  options: Options,
  environment: Environment,
): Promise<'quit' | 'interrupt'> {
  const terminal = terminalFor(options, environment);
  const { startScreens } = await import('../../ui/start-screens.js');
  return startScreens({ store, material, ...terminal });
}

/** The terminal with its character set, its colours set before Ink is loaded, and the shell's job control. */
export function terminalFor(
  options: Options,
  { env, platform, fault, stdin, stdout }: Environment,
): Terminal {
  setColour(options, env);
  const glyphs = isUtf8(env, platform) ? (text: string) => text : asciiText;
  return { glyphs, stdin, stdout, fault, ...jobControl() };
}

/** Lines where they are asked for, and where no screen can be drawn. */
export const isPlain = ({ plain }: Options, { stdin, stdout, env }: Environment): boolean =>
  plain === true || !stdin.isTTY || !stdout.isTTY || env.TERM === 'dumb';

/** What Ink's colours heed is FORCE_COLOR, read when Ink is loaded. NO_COLOR counts when not empty (no-color.org). */
function setColour({ color }: Options, env: Environment['env']): void {
  if (color === false || (env.NO_COLOR && !env.FORCE_COLOR)) env.FORCE_COLOR = '0';
}
