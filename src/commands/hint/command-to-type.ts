import path from 'node:path';
import { plainText } from '../../core/text/sanitize.js';
import { npxPackage } from '../../io/files/npx-package.js';
import type { Environment, Options } from '../environment.js';
import { shellWord } from './shell-word.js';

/**
 * What someone types to reach the same course and the same progress again, as their shell takes it, and as the program
 * was most likely started.
 * @param words the command with what belongs to it; none for home
 * @param options those that were given: a folder is named by its whole path, so that it is found from anywhere
 */
export function commandToType(
  words: readonly string[],
  { course, dataDir }: Pick<Options, 'course' | 'dataDir'>,
  environment: Started,
): string {
  const all = [
    ...words,
    ...(course === undefined ? [] : ['--course', course]),
    ...(dataDir === undefined ? [] : ['--data-dir', path.resolve(dataDir)]),
  ];
  const typed = all.map((word) => asTyped(word, environment)).join(' ');
  if (environment.env.npm_lifecycle_event === 'start')
    return typed ? `npm start -- ${typed}` : 'npm start';
  return `${programAsStarted(environment)} ${typed}`.trim();
}

type Started = Pick<Environment, 'env' | 'platform' | 'courses'>;

const asTyped = (word: string, { platform }: Started): string =>
  shellWord(plainText(word), platform);

/** By the name alone npx would ask the registry, where the name may be anybody's. */
function programAsStarted(environment: Started): string {
  if (environment.env.npm_command !== 'exec') return 'on-the-record';
  const given = npxPackage(path.join(environment.courses, '..', '..'));
  return given === undefined ? 'npx on-the-record' : `npx --yes ${asTyped(given, environment)}`;
}
