import {
  closeSync,
  fsyncSync,
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
import { duplicated, verified } from './twice.js';

/** What V8 has compiled of the chunks that one command loads, kept for its next start. */
export type CodeCache = {
  /** Of the chunk, from an earlier start. */
  readonly of: (chunk: string) => Uint8Array | undefined;
  /** Notes a chunk that this start has loaded, and whether what was kept of it served. */
  readonly loaded: (chunk: string, script: Script, served: boolean) => void;
  /** Writes what has been compiled by now, where an earlier start has not. */
  readonly save: () => void;
};

export function openCodeCache(file: string): CodeCache {
  const kept = read(file);
  const scripts = new Map<string, Script>();
  let isNew = false;
  return {
    of: (chunk) => kept.get(chunk),
    loaded: (chunk, script, served) => {
      scripts.set(chunk, script);
      isNew ||= !served;
    },
    save: () => {
      if (!isNew) return;
      isNew = false;
      try {
        const compiled = [...scripts].map(([name, one]) => [name, one.createCachedData()] as const);
        write(file, duplicated(pack(new Map([...kept, ...compiled]))));
      } catch {
        // Where it cannot be written, starts do without: it only spares time.
      }
    },
  };
}

function read(file: string): Parts {
  try {
    return unpack(verified(readFileSync(file)));
  } catch {
    return new Map();
  }
}

/** As a whole or not at all, and on the disk before it has its name. Throws where it cannot be written. */
function write(file: string, bytes: Uint8Array): void {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    const fd = openSync(draft, 'w');
    try {
      if (writeSync(fd, bytes) < bytes.length) throw new Error('written in part');
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
