import { closeSync, constants, fstatSync, readdirSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseJson } from '../../core/json-shape.js';
import type { LogEntry } from '../../core/log/entry.js';
import { endsLikeLine, lineOf } from '../../core/log/line.js';
import { codeOf } from '../files/disk-error.js';
import { flush, syncFolders, type Write, writeWhole } from '../files/flush.js';
import { makeFolder } from '../files/make-folder.js';
import { openFile } from '../files/open-file.js';

/** 1 is the version of the format. */
export const LOG_NAME = 'answers-1.jsonl';

export const logFile = (folder: string): string => path.join(folder, LOG_NAME);

/** The names of logs in later formats, written by newer versions of the program. */
export function laterLogs(folder: string): string[] {
  try {
    return readdirSync(folder).filter(
      (name) => Number(/^answers-(\d+)\.jsonl$/.exec(name)?.[1]) > 1,
    );
  } catch {
    return []; // if the folder cannot be read, reading the log reports that
  }
}

/** Whether the log is missing or empty. A log that cannot be inspected counts as not empty. */
export function isLogEmpty(folder: string): boolean {
  try {
    return statSync(logFile(folder)).size === 0;
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes(codeOf(error));
  }
}

/**
 * An offset in a log, after an entry, with the bytes before it. Logs only grow, and entry ids are unique, so these bytes
 * identify the log. `start` has the first bytes of the log, to recognise a shorter part of it.
 */
export type LogPlace = {
  readonly offset: number;
  readonly before: Buffer;
  readonly start: Buffer;
};

/**
 * What happened to a log that no longer has the bytes of a place. `removed`: it is missing or empty. `cut`: only a
 * shorter part is left. `replaced`: it is another log. `changed`: only the bytes before the place are different.
 */
export type LogLoss = 'removed' | 'cut' | 'replaced' | 'changed';

/** What happened to a log; undefined if it still has the place, or cannot be read. */
export function lossOf(folder: string, place: LogPlace): LogLoss | undefined {
  try {
    const fd = openFile(logFile(folder));
    try {
      if (hasPlace(fd, place)) return undefined;
      const { size } = fstatSync(fd);
      if (size === 0) return 'removed';
      if (!beginsLike(fd, place)) return 'replaced';
      return size < place.offset ? 'cut' : 'changed';
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes(codeOf(error)) ? 'removed' : undefined;
  }
}

/** Whether the log begins like the log of the place. It may be shorter. */
function beginsLike(fd: number, { start }: LogPlace): boolean {
  const found = readFrom(fd, 0, start.length);
  return found.equals(start.subarray(0, found.length));
}

const hasPlace = (fd: number, { offset, before }: LogPlace): boolean =>
  readFrom(fd, offset - before.length, before.length).equals(before);

/** The number of bytes before an offset that identify a log. */
export const BYTES_COMPARED = 64;

/** @param before an earlier place in the same log */
function placeAtEnd(fd: number, before?: LogPlace): LogPlace {
  const offset = fstatSync(fd).size;
  const length = Math.min(offset, BYTES_COMPARED);
  const isKnown = before?.start.length === BYTES_COMPARED;
  const start = isKnown ? before.start : readFrom(fd, 0, length);
  return { offset, before: readFrom(fd, offset - length, length), start };
}

const NEWLINE = 0x0a;
const OPENING_BRACE = 0x7b;

/**
 * The log's bytes from an offset to the end of its last complete line, which may lack its newline or be damaged.
 * Later bytes are still being written, or incomplete. Empty if the log is missing or shorter. Throws the system's error
 * if the log cannot be read.
 */
export function readLog(folder: string, from = 0): Buffer {
  const fd = openIfThere(logFile(folder));
  if (fd === undefined) return Buffer.alloc(0);
  try {
    const bytes = readFrom(fd, from, Math.max(0, fstatSync(fd).size - from));
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    return isComplete(bytes.subarray(end)) ? bytes : bytes.subarray(0, end);
  } finally {
    closeSync(fd);
  }
}

/**
 * Whether a text without a newline is an entry, an entry with one more byte, or a damaged line. A line that is still
 * being written begins with a brace, because every write begins with a newline, and does not end like a line.
 */
const isComplete = (text: Buffer): boolean =>
  text[0] !== OPENING_BRACE ||
  endsLikeLine(text.toString()) ||
  [text.length, text.length - 1].some(
    (length) => parseJson(text.toString('utf8', 0, length)) !== undefined,
  );

function openIfThere(file: string): number | undefined {
  try {
    return openFile(file);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Returns fewer bytes at the end of the file. A single read may return less than requested. */
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

const TO_APPEND = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT;

/**
 * Appends the entries to the log in one write, and returns once they are on the disk. Creates a missing folder or log,
 * readable by the learner only. Throws unless all entries were written; a part of them may then be in the log, which
 * does no harm.
 * @param place checked in the opened file, because another program may have replaced the log
 * @returns the place after the entries; undefined, with nothing written, if the log does not have `place`
 */
export function appendToLog(
  folder: string,
  entries: readonly LogEntry[],
  write: Write,
  place?: LogPlace,
): LogPlace | undefined {
  const made = makeFolder(folder, 0o700);
  const fd = openFile(logFile(folder), TO_APPEND, 0o600);
  try {
    if (place && !hasPlace(fd, place)) return undefined;
    const isNew = fstatSync(fd).size === 0;
    writeWhole(fd, Buffer.from(entries.map(toLine).join('')), write);
    flush(fd);
    if (isNew) syncFolders(folder, made);
    return placeAtEnd(fd, place);
  } finally {
    closeSync(fd);
  }
}

/** The leading newline ends a line that a failed write left incomplete. */
const toLine = (entry: LogEntry): string => `\n${lineOf(entry)}\n`;
