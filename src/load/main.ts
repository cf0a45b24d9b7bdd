/**
 * The first file that runs. It loads the program's chunks with what V8 has compiled of them at an earlier start, which
 * takes less time than to compile them anew.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { FAILED } from '../commands/exit-codes.js';
import { type Parts, unpack } from '../io/files/archive.js';
import { type CodeCache, openCodeCache } from './code-cache.js';

/** Put in by the build: the chunk that the program begins with, and what tells this build from others. */
declare const PROGRAM: string;
declare const BUILD: string;
/** Node's own, since the build makes this a script and no module. */
declare const require: (id: string) => unknown;
declare const __dirname: string;

type Chunk = (
  exports: object,
  require: (id: string) => unknown,
  module: { exports: object },
  filename: string,
  dirname: string,
) => void;

/**
 * So long after the start, in milliseconds, what was compiled is kept: late enough for the first screen to stand, early
 * enough for V8 not to have thrown away what only a start needs.
 */
const SETTLED = 1_000;

/** Beside the program: whoever can write there can change the program itself, and it goes when the program goes. */
const COMPILED = path.join(
  __dirname,
  '.compiled',
  `${BUILD}-${process.versions.v8}-${process.arch}`,
);
const FILE = path.join(__dirname, 'chunks.pack');

const modules = new Map<string, { exports: object }>();
const caches: CodeCache[] = [];
/** Chunks that are being loaded, one within another. */
let depth = 0;

/** What the program begins with has a cache of its own, and so has what the command that was asked for loads. */
function cacheFor(chunk: string): CodeCache {
  const last = caches.at(-1);
  if (last && (depth > 0 || caches.length > 1)) return last;
  const cache = openCodeCache(path.join(COMPILED, `${chunk}.bin`));
  caches.push(cache);
  return cache;
}

function load(name: string): object {
  const known = modules.get(name);
  if (known) return known.exports;
  const module = { exports: {} };
  modules.set(name, module);
  const cache = cacheFor(name);
  depth += 1;
  try {
    const chunk = compiled(name, cache);
    chunk(module.exports, requireFrom, module, FILE, __dirname);
  } finally {
    depth -= 1;
  }
  return module.exports;
}

function compiled(name: string, cache: CodeCache): Chunk {
  const code = chunks.get(name);
  if (!code) throw new Error(`no ${name}`);
  const kept = cache.of(name);
  const script = new vm.Script(wrapped(code), {
    filename: path.join(__dirname, name),
    ...(kept && { cachedData: kept }),
  });
  cache.loaded(name, script, kept !== undefined && script.cachedDataRejected === false);
  return script.runInThisContext() as Chunk;
}

/** The build makes no character beyond ASCII: so they are read quickest. */
const wrapped = ({ buffer, byteOffset, length }: Uint8Array): string => {
  const text = Buffer.from(buffer, byteOffset, length).toString('latin1');
  return `(function (exports, require, module, __filename, __dirname) {${text}\n})`;
};

const requireFrom = (id: string): unknown =>
  id.startsWith('./') ? load(path.basename(id)) : require(id);

function save(): void {
  for (const cache of caches) cache.save();
}

setTimeout(save, SETTLED).unref();
process.on('exit', save);
let chunks: Parts = new Map();
try {
  chunks = unpack(readFileSync(FILE));
  load(PROGRAM);
} catch (error) {
  const what = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    `on-the-record: a part of it is missing or broken: install it again (${what})\n`,
  );
  process.exitCode = FAILED;
}
