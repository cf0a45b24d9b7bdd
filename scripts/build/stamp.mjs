// What a build was made from: every file with its time and size. A list rather than "the newest
// time", so that a deleted file, or an older one put back, counts as a change too.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fromRoot } from '../paths.mjs';

const SOURCES = [
  'src',
  'lessons',
  'scripts',
  'patches',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

export const STAMP_FILE = '.stamp';

export function stampOfSources() {
  return SOURCES.flatMap(linesFor).join('\n');
}

/** True when dist/ was made from the sources as they are now. */
export const isBuilt = () => stampOfBuild() === stampOfSources();

export function stampOfBuild() {
  try {
    return readFileSync(fromRoot('dist', STAMP_FILE), 'utf8');
  } catch {
    return undefined;
  }
}

function linesFor(name) {
  const stat = statSync(fromRoot(name), { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (!stat.isDirectory()) return [`${name} ${stat.mtimeMs} ${stat.size}`];
  return readdirSync(fromRoot(name))
    .filter((entry) => !entry.startsWith('.')) // an editor's own files
    .sort()
    .flatMap((entry) => linesFor(`${name}/${entry}`));
}
