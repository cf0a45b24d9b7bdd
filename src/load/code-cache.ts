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

/**
 * The parts of the program that one command loads, and V8's compiled code for its chunks, saved for the next start, which
 * then decompresses nothing.
 */
export type CodeCache = {
  /** A part as the program's archive has it. */
  readonly part: (name: string) => Uint8Array | undefined;
  /** A chunk's compiled code from an earlier start. */
  readonly compiled: (chunk: string) => Uint8Array | undefined;
  /** Records a part of this start that was not saved yet. */
  readonly read: (name: string, bytes: Uint8Array) => void;
  /** Records a chunk of this start, and whether V8 could use its saved code. */
  readonly loaded: (chunk: string, script: Script, wasUsed: boolean) => void;
  /** Saves everything, unless V8 could use all of the saved code. */
  readonly save: () => void;
};

/** A part of the saved file has the name of the program's part. Its compiled code has this before the name. */
const COMPILED = 'compiled ';

/**
 * V8 runs these bytes without checking them, so nobody else may have written them: the file and its folder are this
 * user's alone, and other users cannot replace the folder. Otherwise the cache is empty.
 * @param file in a folder of its own
 */
export function openCodeCache(file: string): CodeCache {
  const saved = read(file);
  const parts = new Map(saved);
  const scripts = new Map<string, Script>();
  let isNew = false;
  return {
    part: (name) => saved.get(name),
    compiled: (chunk) => saved.get(COMPILED + chunk),
    read: (name, bytes) => {
      parts.set(name, bytes);
      isNew = true;
    },
    loaded: (chunk, script, wasUsed) => {
      scripts.set(chunk, script);
      isNew ||= !wasUsed;
    },
    save: () => {
      if (!isNew) return;
      isNew = false;
      try {
        makePrivate(path.dirname(file));
        for (const [chunk, script] of scripts)
          parts.set(COMPILED + chunk, script.createCachedData());
        write(file, duplicated(pack(parts)));
      } catch {
        // The cache only saves time: without it, each start decompresses and compiles.
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
