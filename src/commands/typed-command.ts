import path from 'node:path';
import { plainText } from '../core/plain-text.js';
import type { Environment, Options } from './environment.js';
import { shellWord } from './shell-word.js';

/**
 * What someone types to reach the same course and the same progress again, as their shell takes it, and as the program
 * was most likely started.
 * @param words the command with what belongs to it; none for home
 * @param options those that were given: a folder is named by its whole path, so that it is found from anywhere
 */
export function typedCommand(
  words: readonly string[],
  { course, dataDir }: Pick<Options, 'course' | 'dataDir'>,
  { env, platform }: Pick<Environment, 'env' | 'platform'>,
): string {
  const all = [
    ...words,
    ...(course === undefined ? [] : ['--course', course]),
    ...(dataDir === undefined ? [] : ['--data-dir', path.resolve(dataDir)]),
  ];
  const typed = all.map((word) => shellWord(plainText(word), platform)).join(' ');
  if (env.npm_lifecycle_event === 'start') return typed ? `npm start -- ${typed}` : 'npm start';
  const name = env.npm_command === 'exec' ? 'npx on-the-record' : 'on-the-record';
  return `${name} ${typed}`.trim();
}
