import { readFileSync } from 'node:fs';
import { fromRoot, root } from '../paths.mjs';

const { version } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));

/** What the program knows of itself. @param words the fingerprint of the first course */
export const programFacts = (words = '') => ({
  PROGRAM_VERSION: JSON.stringify(version),
  COURSE_WORDS: JSON.stringify(words),
});

/** What every use of esbuild here has in common. */
export const common = (format = 'esm') => ({
  absWorkingDir: root,
  bundle: true,
  format,
  platform: 'node',
  target: 'node20',
  jsx: 'automatic',
  logLevel: 'warning',
});
