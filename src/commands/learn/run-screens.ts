import type { CourseMaterial } from '../../core/course/ledger.js';
import type { SessionStore } from '../../core/session/session-store.js';
import { type SettingTexts, settingsOf } from '../../core/settings.js';
import { asciiText, isUtf8 } from '../../core/text/ascii.js';
import { windowSize } from '../../core/window.js';
import { dataFolder } from '../../io/progress/data-folder.js';
import { contentOf, settingsFile, settingsIn } from '../../io/progress/program-settings.js';
import type { Terminal } from '../../ui/terminal/terminal.js';
import type { Environment, Options } from '../environment.js';
import { printLine } from '../errors.js';
import { jobControl } from './job-control.js';
import { hasWebAssembly, NO_WEBASSEMBLY } from './web-assembly.js';

/** Runs the session on the terminal's screen until the learner leaves it. */
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

/** Sets the colours too, because Ink reads them when it is loaded. */
export function terminalFor(
  options: Options,
  { env, platform, fault, stdin, stdout }: Environment,
): Terminal {
  setColour(options, env);
  const glyphs = isUtf8(env, platform) ? (text: string) => text : asciiText;
  return { glyphs, stdin, stdout, size: () => windowSize(stdout, env), fault, ...jobControl() };
}

/** Whether the session runs in lines: by --plain, for a screen reader, or because no screen can be drawn. */
export const isPlain = (options: Options, environment: Environment): boolean =>
  !wantsScreens(options, environment) || !hasWebAssembly();

/** Whether WebAssembly is all that is missing for screens. */
export const lacksWebAssembly = (options: Options, environment: Environment): boolean =>
  wantsScreens(options, environment) && !hasWebAssembly();

/** Says why a session runs in lines, if the learner did not ask for them and could not know. */
export function explainLines(options: Options, environment: Environment): void {
  if (lacksWebAssembly(options, environment))
    printLine(`${NO_WEBASSEMBLY}; the program uses numbered lines instead`, environment);
}

function wantsScreens(options: Options, environment: Environment): boolean {
  const { stdin, stdout, env } = environment;
  const canDraw = stdin.isTTY && stdout.isTTY && env.TERM !== 'dumb';
  return options.plain !== true && canDraw && !hasScreenReader(options, environment);
}

/** Whether somebody reads with a screen reader: a setting says so, or the variable by which programs with Ink know it. */
export const hasScreenReader = (options: Options, environment: Environment): boolean =>
  environment.env.INK_SCREEN_READER === 'true' ||
  settingsOf(savedSettings(options, environment))['screen-reader'];

/** The saved settings of the program. Reads them again at each call. */
export const savedSettings = ({ dataDir }: Options, { env }: Environment): SettingTexts =>
  settingsIn(contentOf(settingsFile(dataFolder(dataDir, env))));

/** Ink reads FORCE_COLOR when it is loaded. NO_COLOR counts if it is not empty (no-color.org). */
function setColour({ color }: Options, env: Environment['env']): void {
  if (color === false || (env.NO_COLOR && !env.FORCE_COLOR)) env.FORCE_COLOR = '0';
}
