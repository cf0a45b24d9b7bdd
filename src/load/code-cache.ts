import {
  closeSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import type { Script } from 'node:vm';
import { type Parts, pack, unpack } from '../io/files/archive.js';
import { openFile } from '../io/files/open-file.js';
import { isOutOfReach, isPrivate } from '../io/files/ownership.js';
import { duplicated, verified } from './twice.js';

/** V8's compiled code for the chunks that one command loads, saved for the next start. */
export type CodeCache = {
  /** A chunk's compiled code from an earlier start. */
  readonly of: (chunk: string) => Uint8Array | undefined;
  /** Records a chunk of this start, and whether V8 could use its saved code. */
  readonly loaded: (chunk: string, script: Script, wasUsed: boolean) => void;
  /** Saves the compiled code, unless V8 could use all of the saved code. */
  readonly save: () => void;
};

/**
 * V8 runs these bytes without checking them, so nobody else may have written them: the file and its folder are this
 * user's alone, and other users cannot replace the folder. Otherwise the cache is empty.
 * @param file in a folder of its own
 */
export function openCodeCache(file: string): CodeCache {
  const saved = read(file);
  const scripts = new Map<string, Script>();
  let isNew = false;
  return {
    of: (chunk) => saved.get(chunk),
    loaded: (chunk, script, wasUsed) => {
      scripts.set(chunk, script);
      isNew ||= !wasUsed;
    },
    save: () => {
      if (!isNew) return;
      isNew = false;
      try {
        makePrivate(path.dirname(file));
        const compiled = [...scripts].map(
          ([name, script]) => [name, script.createCachedData()] as const,
        );
        write(file, duplicated(pack(new Map([...saved, ...compiled]))));
      } catch {
        // The cache only saves time: without it, chunks are compiled at each start.
      }
    },
  };
}

function read(file: string): Parts {
  try {
    checkFolder(path.dirname(file));
    const fd = openFile(file);
    try {
      if (!isPrivate(fstatSync(fd))) throw new Error('not private');
      return unpack(verified(readFileSync(fd)));
    } finally {
      closeSync(fd);
    }
  } catch {
    return new Map();
  }
}

function checkFolder(folder: string): void {
  const stats = lstatSync(folder);
  if (!stats.isDirectory() || !isPrivate(stats) || !isOutOfReach(folder))
    throw new Error('not private');
}

/** Makes the folder if it is missing, and again if others could have put files in it. Throws if it stays open to them. */
function makePrivate(folder: string): void {
  if (!isOutOfReach(path.dirname(folder))) throw new Error('not private');
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  const isOpen = stats?.isDirectory() && !isPrivate(stats);
  if (isOpen) rmSync(folder, { recursive: true });
  if (isOpen || !stats) mkdirSync(folder, { mode: 0o700 });
  checkFolder(folder);
}

/** Writes a complete file or nothing, and syncs it before it gets its name. Throws if it cannot be written. */
function write(file: string, bytes: Uint8Array): void {
  const temporary = `${file}.${process.pid}`;
  rmSync(temporary, { force: true }); // a killed program may have had the same process id
  try {
    const fd = openSync(temporary, 'wx', 0o600);
    try {
      if (writeSync(fd, bytes) < bytes.length) throw new Error('written in part');
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
