import path from 'node:path';
import { npxPackage } from '../../io/files/npx-package.js';
import type { Environment, Options } from '../environment.js';
import { batchForm } from './batch-form.js';
import { needsPowerShell, shellWord } from './shell-word.js';

/**
 * The command that opens the same course and progress again, quoted for the user's shell: one line, to be printed as a
 * line of its own. Begins with `npx`, `npm start` or `on-the-record`, depending on how the program was probably started.
 * On Windows, it begins with `npx.cmd` or `npm.cmd`.
 * The data folder is written as an absolute path.
 * @param words the command and its arguments; empty for home
 */
export function commandToType(
  words: readonly string[],
  { course, dataDir }: Pick<Options, 'course' | 'dataDir'>,
  environment: StartEnvironment,
): string {
  const parts = [
    ...words,
    ...(course === undefined ? [] : ['--course', course]),
    ...(dataDir === undefined ? [] : ['--data-dir', path.resolve(dataDir)]),
  ];
  const typed = parts.map((word) => shellWord(word, environment)).join(' ');
  const started = `${programAsStarted(typed !== '', environment)} ${typed}`.trim();
  const command = environment.platform === 'win32' ? batchForm(started) : started;
  // PowerShell ignores the comment. From cmd, the program gets its words and refuses them, and opens no wrong folder.
  return needsPowerShell(command) ? `${command} # in PowerShell` : command;
}

type StartEnvironment = Pick<Environment, 'env' | 'platform' | 'courses'>;

/** Names npx's original package: with only the program's name, npx would load a package from the registry. */
function programAsStarted(hasWords: boolean, environment: StartEnvironment): string {
  if (environment.env.npm_lifecycle_event === 'start')
    return hasWords ? 'npm start --' : 'npm start';
  if (environment.env.npm_command !== 'exec') return 'on-the-record';
  const npmPackage = npxPackage(path.join(environment.courses, '..', '..'));
  if (npmPackage === undefined) return 'npx on-the-record';
  const named = shellWord(npmPackage, environment);
  return ABSOLUTE_FILE.test(npmPackage)
    ? `npx --yes --package ${named} on-the-record`
    : `npx --yes ${named}`;
}

/** Without `--package`, npx would run this file as a program. */
const ABSOLUTE_FILE = /^([a-z]:)?[\\/].*\.t(ar\.)?gz$/i;
