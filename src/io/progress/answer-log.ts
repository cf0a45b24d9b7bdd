import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import type { LogEntry } from '../../core/log/entry.js';
import { codeOf } from '../files/disk-error.js';
import { makeFolder } from '../files/make-folder.js';

/** The number is the format's. */
export const LOG_NAME = 'answers-1.jsonl';

export const logFile = (folder: string): string => path.join(folder, LOG_NAME);

/** The names of logs that a later version of the program has written beside this one. */
export function laterLogs(folder: string): string[] {
  try {
    return readdirSync(folder).filter(
      (name) => Number(/^answers-(\d+)\.jsonl$/.exec(name)?.[1]) > 1,
    );
  } catch {
    return []; // no folder, no logs; if it cannot be read, reading the log says so
  }
}

/** Whether there is nothing: no log, or an empty one. What cannot be looked at is there. */
export function isLogEmpty(folder: string): boolean {
  try {
    return statSync(logFile(folder)).size === 0;
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes(codeOf(error));
  }
}

/**
 * A place in a log behind something that was written, with the bytes before it: a log is only ever added to, and no two
 * have the same there, so by these it is known again.
 */
export type LogPlace = { readonly offset: number; readonly before: Buffer };

/** Whether the log is the one that the place is in. What cannot be looked at is taken for it. */
export function isSameLog(folder: string, place: LogPlace): boolean {
  try {
    const fd = openSync(logFile(folder), 'r');
    try {
      return hasPlace(fd, place);
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    return !['ENOENT', 'ENOTDIR'].includes(codeOf(error));
  }
}

const hasPlace = (fd: number, { offset, before }: LogPlace): boolean =>
  readFrom(fd, offset - before.length, before.length).equals(before);

/** How many bytes of a log are compared to know it again. */
export const BYTES_COMPARED = 64;

function placeAtEnd(fd: number): LogPlace {
  const offset = fstatSync(fd).size;
  const length = Math.min(offset, BYTES_COMPARED);
  return { offset, before: readFrom(fd, offset - length, length) };
}

const NEWLINE = 0x0a;

/**
 * The log's bytes from an offset to its last newline: what stands behind that is still being written,
 * or torn. None when there is no log or it is shorter. Throws when it cannot be read.
 */
export function readLog(folder: string, from = 0): Buffer {
  const fd = openIfThere(logFile(folder));
  if (fd === undefined) return Buffer.alloc(0);
  try {
    const bytes = readFrom(fd, from, Math.max(0, fstatSync(fd).size - from));
    return bytes.subarray(0, bytes.lastIndexOf(NEWLINE) + 1);
  } finally {
    closeSync(fd);
  }
}

function openIfThere(file: string): number | undefined {
  try {
    return openSync(file, 'r');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Fewer where the file ends before. One read may give less than it was asked for. */
function readFrom(fd: number, from: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let filled = 0;
  while (filled < bytes.length) {
    const count = readSync(fd, bytes, filled, bytes.length - filled, from + filled);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}

/** Writes at the end of an open file. @returns how many bytes were written */
export type Write = (fd: number, bytes: Uint8Array) => number;

export const writeToDisk: Write = (fd, bytes) => writeSync(fd, bytes);

/**
 * Adds the entries to the log in one write, and returns when they are on the disk. Makes the folder and
 * the log, for the learner alone to read, where they are missing. Throws when anything less than all
 * could be written; some of it may be in the log all the same, which does no harm.
 * @param place one that the log has to have: looked at in the very file that is written to, which may be another by now
 * @returns the place behind them; nothing where the log is another, to which then nothing was added
 */
export function appendToLog(
  folder: string,
  entries: readonly LogEntry[],
  write: Write,
  place?: LogPlace,
): LogPlace | undefined {
  const made = makeFolder(folder, 0o700);
  const fd = openSync(logFile(folder), 'a+', 0o600);
  try {
    if (place && !hasPlace(fd, place)) return undefined;
    const isNew = fstatSync(fd).size === 0;
    writeWhole(fd, Buffer.from(entries.map(toLine).join('')), write);
    sync(fd);
    if (isNew) syncFolders(folder, made);
    return placeAtEnd(fd);
  } finally {
    closeSync(fd);
  }
}

/**
 * A newline on either side: the one in front ends what a failed write has left. The stamp goes last, so
 * that the last bytes of two logs, by which the fold knows its own, are never the same.
 */
const toLine = ({ id, t, ...happening }: LogEntry): string =>
  `\n${JSON.stringify({ ...happening, t, id })}\n`;

/** On a full disk a write ends short, without an error. */
function writeWhole(fd: number, bytes: Uint8Array, write: Write): void {
  if (write(fd, bytes) < bytes.length)
    throw Object.assign(new Error('the write ended short'), { code: 'ENOSPC' });
}

const NOT_SUPPORTED = ['EINVAL', 'ENOSYS', 'ENOTSUP'];

/** Some file systems cannot sync: then to have written is all that can be done. */
function sync(fd: number): void {
  try {
    fsyncSync(fd);
  } catch (error) {
    if (!NOT_SUPPORTED.includes(codeOf(error))) throw error;
  }
}

/** A new file is safe when the folder that names it is on the disk, and each folder made for it too. */
function syncFolders(folder: string, firstMade: string | undefined): void {
  syncFolder(folder);
  const parent = path.dirname(folder);
  if (firstMade !== undefined && folder.length >= firstMade.length && parent !== folder)
    syncFolders(parent, firstMade);
}

/** Windows refuses it, and some file systems; the entries themselves are on the disk. */
function syncFolder(folder: string): void {
  try {
    const fd = openSync(folder, 'r');
    try {
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  } catch {}
}
