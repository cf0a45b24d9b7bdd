import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Script } from 'node:vm';
import { type Parts, pack, unpack } from '../io/files/archive.js';
import { readFile } from '../io/files/open-file.js';
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
    return unpack(verified(readFile(file)));
  } catch {
    return new Map();
  }
}

/** Writes a complete file or nothing, and syncs it before it gets its name. Throws if it cannot be written. */
function write(file: string, bytes: Uint8Array): void {
  const temporary = `${file}.${process.pid}`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    const fd = openSync(temporary, 'wx');
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
