/**
 * The program starts in this file. It loads the program's chunks and their compiled code as an earlier start saved them,
 * which is faster than decompressing and compiling them again.
 */
import path from 'node:path';
import vm from 'node:vm';
import { damage } from '../commands/damage.js';
import { FAILED } from '../commands/exit-codes.js';
import { type Parts, unpack } from '../io/files/archive.js';
import { readFile } from '../io/files/open-file.js';
import { type CodeCache, openCodeCache } from './code-cache.js';

// By default, Node opens its debugger on a port at this signal, and other users could then run code as this user.
process.on('SIGUSR1', () => {});

// The program sets the rights of other users itself. A umask that takes away the user's own rights would make the files
// unusable.
process.umask(process.umask(0o077) & 0o077);

/** The build sets the name of the first chunk and an id of this build. */
declare const PROGRAM: string;
declare const BUILD: string;
/** Node provides these, because the build makes this file a CommonJS script. */
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
 * Delay before saving compiled code, in milliseconds: after the first screen is drawn, but before V8 discards start-up
 * code.
 */
const SAVE_DELAY = 1_000;

/** In the program's folder, so that uninstalling deletes it. */
const CACHE_FOLDER = path.join(__dirname, '.compiled');
const CACHE_ENDING = `.${BUILD}-${process.versions.v8}-${process.arch}.bin`;
const FILE = path.join(__dirname, 'chunks.pack');

const modules = new Map<string, { exports: object }>();
const caches: CodeCache[] = [];
/** How many chunks are loading now: a chunk can load others. */
let depth = 0;

/** The chunks that every start loads share one cache; the chunks that the command loads share another. */
function cacheFor(chunk: string): CodeCache {
  const last = caches.at(-1);
  if (last && (depth > 0 || caches.length > 1)) return last;
  const cache = openCodeCache(path.join(CACHE_FOLDER, `${chunk}${CACHE_ENDING}`));
  caches.push(cache);
  return cache;
}

function load(name: string): object {
  const loaded = modules.get(name);
  if (loaded) return loaded.exports;
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
  const code = partOf(name, cache);
  if (!code) throw damage(`no ${name}`);
  const cachedData = cache.compiled(name);
  const script = new vm.Script(wrapped(code), {
    filename: path.join(__dirname, name),
    ...(cachedData && { cachedData }),
  });
  cache.loaded(name, script, cachedData !== undefined && script.cachedDataRejected === false);
  return script.runInThisContext() as Chunk;
}

/** A chunk or another part, as an earlier start saved it or from the archive. */
function partOf(name: string, cache: CodeCache): Uint8Array | undefined {
  const saved = cache.part(name);
  if (saved) return saved;
  archive ??= openArchive();
  const bytes = archive.get(name);
  if (bytes) cache.read(name, bytes);
  return bytes;
}

let archive: Parts | undefined;

/** Loads zlib only here: a start that was saved does not need it. */
function openArchive(): Parts {
  const { brotliDecompressSync } = require('node:zlib') as typeof import('node:zlib');
  try {
    return unpack(brotliDecompressSync(readFile(FILE)));
  } catch (error) {
    throw damage(error);
  }
}

/** Latin-1 is the fastest to decode, and the build writes ASCII only. */
const wrapped = ({ buffer, byteOffset, length }: Uint8Array): string => {
  const text = Buffer.from(buffer, byteOffset, length).toString('latin1');
  return `(function (exports, require, module, __filename, __dirname) {${text}\n})`;
};

/** A part that is no chunk is given as its bytes. */
function requireFrom(id: string): unknown {
  if (!id.startsWith('./')) return require(id);
  const name = path.basename(id);
  return name.endsWith('.js') ? load(name) : partOf(name, cacheFor(name));
}

function save(): void {
  for (const cache of caches) cache.save();
}

setTimeout(save, SAVE_DELAY).unref();
process.on('exit', save);
try {
  load(PROGRAM);
} catch (error) {
  process.stderr.write(`on-the-record: ${damage(error).message}\n`);
  process.exitCode = FAILED;
}
