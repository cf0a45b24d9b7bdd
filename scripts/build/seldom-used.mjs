// Chunks that no learner's start loads are compressed together in one part of the archive. This makes the package about
// 30 kB smaller; a command that needs one of them takes a few milliseconds longer.
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** The name of the part. The loader asks for it. */
export const SELDOM_USED = 'seldom-used.br';

/** What these commands and folders load is compressed, unless other commands load it too. */
const SELDOM =
  /^src\/(commands\/(author\/|workshop\/(report|code|handout)|doctor|progress\/(transfer|reset))|ui\/slides\/|io\/course\/(read-course-folder|watch-folder))/;

/** The chunks that are loaded without any of these commands, by their names. */
export function oftenUsed({ outputs }, program) {
  const often = new Set([program]);
  for (const name of often)
    for (const { path: file } of outputs[`dist/${name}`].imports)
      if (outputs[file] && !SELDOM.test(outputs[file].entryPoint ?? ''))
        often.add(path.basename(file));
  return often;
}

/** The parts of the archive: the chunks that are often used, and the others in one part. */
export function partsOf(scripts, often, pack) {
  const seldom = scripts.filter(([name]) => !often.has(name));
  const compressed = brotliCompressSync(pack(new Map(seldom)));
  return [...scripts.filter(([name]) => often.has(name)), [SELDOM_USED, compressed]];
}
