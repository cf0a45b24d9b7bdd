// The chunks in three groups, each compressed in one part of the archive, which makes the package about 55 kB smaller.
// npm's own compression is weaker. The first start with a group takes 1 to 2 ms to decompress it. Later starts read what
// the loader has saved of it.
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { YOGA_PART } from './yoga.mjs';

/** What starts without screens load, such as `--version`, `list` and line mode. Screens load it too. */
export const OFTEN_USED = 'often-used.br';

/**
 * What the screens load: Ink, React and Yoga. Also what is seldom loaded without
 * screens, though line mode can need it: the exercise of a room, and what replaces a file with conf.
 */
export const SCREENS = 'screens.br';

/** What no learner's start loads. */
export const SELDOM_USED = 'seldom-used.br';

const WITH_SCREENS =
  /^(src\/ui\/run-screens\.tsx|src\/commands\/workshop\/join\.ts|node_modules\/conf\/.*)$/;

/** What these commands and folders load is seldom used, unless other commands load it too. */
const SELDOM =
  /^src\/(commands\/(author\/|workshop\/(report|code|handout)|checklist|doctor|progress\/(transfer|reset))|ui\/slides\/|io\/course\/(read-course-folder|watch-folder))/;

/**
 * @param chunks every chunk with its code, in order
 * @param program the chunk that the program begins with
 * @returns the parts of the archive, and the names of the chunks in the part `SCREENS`
 */
export function compressedParts(chunks, { outputs }, program, pack) {
  const reached = (isLeftOut) => reachedFrom(outputs, program, isLeftOut);
  const often = reached((entry) => SELDOM.test(entry));
  const always = reached((entry) => SELDOM.test(entry) || WITH_SCREENS.test(entry));
  const isScreen = ([name]) => (often.has(name) && !always.has(name)) || name === YOGA_PART;
  const isSeldom = ([name]) => !often.has(name) && name !== YOGA_PART;
  const compressed = (some) => brotliCompressSync(pack(new Map(some)));
  const screens = chunks.filter(isScreen);
  const parts = new Map([
    [OFTEN_USED, compressed(chunks.filter(([name]) => always.has(name)))],
    [SCREENS, compressed(screens)],
    [SELDOM_USED, compressed(chunks.filter(isSeldom))],
  ]);
  return { parts, screens: screens.map(([name]) => name) };
}

/** The names of the chunks that a chunk loads, at once or later, without those of some entry points. */
function reachedFrom(outputs, program, isLeftOut) {
  const names = new Set([program]);
  for (const name of names)
    for (const { path: file } of outputs[`dist/${name}`].imports)
      if (outputs[file] && !isLeftOut(outputs[file].entryPoint ?? ''))
        names.add(path.basename(file));
  return names;
}
