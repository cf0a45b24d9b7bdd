import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { pack, unpack } from '../../src/io/files/archive.js';
import { duplicated } from '../../src/load/twice.js';
import { testNode } from './terminal.js';

/** What the program prints if it runs code that others planted. */
export const PLANTED = 'planted code runs';

/** The loader wraps each chunk like this. V8 takes compiled code for any source of the same length. */
const HEAD = '(function (exports, require, module, __filename, __dirname) {';
const TAIL = '\n})';

const COMPILE = `
const [, length] = process.argv;
const head = ${JSON.stringify(`${HEAD}require('fs').writeSync(1, '${PLANTED}'); process.exit(0);`)};
const tail = ${JSON.stringify(TAIL)};
const source = head.padEnd(Number(length) - tail.length) + tail;
process.stdout.write(new (require('vm').Script)(source).createCachedData());
`;

/**
 * The bytes of a cache file whose code prints `PLANTED` instead of running the program.
 * @param dist the folder of the built program
 * @param file a cache file that the program saved for its first chunk
 */
export function plantedCode(dist: string, file: string): Buffer {
  const chunks = unpack(brotliDecompressSync(readFileSync(path.join(dist, 'chunks.pack'))));
  const name = path.basename(file).replace(/\.js.*/, '.js');
  const length = HEAD.length + (chunks.get(name)?.length ?? 0) + TAIL.length;
  const { stdout } = spawnSync(testNode(), ['-e', COMPILE, String(length)]);
  return duplicated(pack(new Map([[`compiled ${name}`, stdout]])));
}
