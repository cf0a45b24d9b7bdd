import path from 'node:path';
import { plainText } from '../../core/text/sanitize.js';
import { npxPackage } from '../../io/files/npx-package.js';
import type { Environment, Options } from '../environment.js';
import { shellWord } from './shell-word.js';

/**
 * The command that opens the same course and progress again, quoted for the user's shell. Begins with `npx`, `npm start`
 * or `on-the-record`, depending on how the program was probably started. The data folder is written as an absolute path.
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
  const typed = parts.map((word) => quoted(word, environment)).join(' ');
  if (environment.env.npm_lifecycle_event === 'start')
    return typed ? `npm start -- ${typed}` : 'npm start';
  return `${programAsStarted(environment)} ${typed}`.trim();
}

type StartEnvironment = Pick<Environment, 'env' | 'platform' | 'courses'>;

const quoted = (word: string, { platform }: StartEnvironment): string =>
  shellWord(plainText(word), platform);

/** Names npx's original package: with only the program's name, npx would load a package from the registry. */
function programAsStarted(environment: StartEnvironment): string {
  if (environment.env.npm_command !== 'exec') return 'on-the-record';
  const npmPackage = npxPackage(path.join(environment.courses, '..', '..'));
  if (npmPackage === undefined) return 'npx on-the-record';
  return `npx --yes ${quoted(npmPackage, environment)}`;
}
