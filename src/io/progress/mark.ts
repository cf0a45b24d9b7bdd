import {
  closeSync,
  constants,
  fstatSync,
  readFileSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { plainText } from '../../core/text/sanitize.js';
import { codeOf, reasonFor } from '../files/disk-error.js';
import { openFile, readFile } from '../files/open-file.js';

/**
 * What a mark in a folder means. A program that runs holds it (`held`). A mark that does not count can have a reason
 * that the learner should know about, in one line.
 */
export type MarkState = 'none' | 'held' | { readonly warning?: string };

/** Age at which a mark expires, in milliseconds. */
export const EXPIRES_AFTER = 20_000;

/** The text of this program's mark. Version 0.1.0 reads the process id and the computer's name. */
export const ownMark = (): string =>
  [process.pid, hostname(), startOf(process.pid) ?? ''].join(' ').trim();

/** Throws the system's error if the mark cannot be read, for example because it is a folder or a pipe. */
export function markAt(file: string): MarkState {
  const mark = readMark(file);
  if (!mark) return 'none';
  const [pid = '', host, start] = mark.text.split(' ');
  if (host === hostname()) {
    if (Number(pid) === process.pid || !isAlive(Number(pid))) return {};
    const current = startOf(Number(pid));
    if (start && current && start !== current) return { warning: reusedText(file) };
  }
  const age = timeOnDisk(path.dirname(file)) - mark.written;
  if (age < -EXPIRES_AFTER) return { warning: futureText(file) };
  return age > EXPIRES_AFTER ? {} : 'held';
}

/** Returns undefined if there is no mark. */
function readMark(file: string): { readonly text: string; readonly written: number } | undefined {
  try {
    const fd = openFile(file);
    try {
      return { text: readFileSync(fd, 'utf8'), written: fstatSync(fd).mtimeMs };
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return undefined;
    throw error;
  }
}

/**
 * The time of the disk that holds a folder, in milliseconds since 1970. Computers that share a folder have different
 * clocks, but the disk gives all marks its own time.
 */
function timeOnDisk(folder: string): number {
  const probe = path.join(folder, `in-use-${process.pid}`);
  try {
    removeMark(probe); // a killed program may have left it
    const fd = openFile(probe, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
    try {
      writeSync(fd, 'probe');
      return fstatSync(fd).mtimeMs;
    } finally {
      closeSync(fd);
      unlinkSync(probe);
    }
  } catch {
    return Date.now();
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid < 1) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/**
 * When a process began, in the units of Linux. A later process with the same id began at another time. Undefined where
 * the system has no /proc.
 */
function startOf(pid: number): string | undefined {
  try {
    const text = readFile(`/proc/${pid}/stat`).toString();
    // The program's name, in brackets, may itself contain brackets and spaces. The start is the 22nd field of proc(5).
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

/** The text of a mark; undefined if it cannot be read. */
export function textOf(file: string): string | undefined {
  try {
    return readFile(file).toString();
  } catch {
    return undefined;
  }
}

/** @returns false if another program has just written a mark. Throws the system's error if no mark can be written. */
export function writeMark(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Writes the same text again, so that the disk gives the mark its current time.
 * @returns false if the mark has another text; undefined if it cannot be read or written
 */
export function renewMark(file: string, text: string): boolean | undefined {
  try {
    const fd = openFile(file, constants.O_RDWR);
    try {
      return readFileSync(fd, 'utf8') === text && writeSync(fd, text, 0) > 0;
    } finally {
      closeSync(fd);
    }
  } catch {
    return undefined;
  }
}

/** Throws the system's error if there is a mark that cannot be deleted. */
export function removeMark(file: string): void {
  try {
    unlinkSync(file);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

const reusedText = (file: string): string =>
  `${plainText(file)} is ignored: the program that made it has ended, and another program now has the same process number.`;

const futureText = (file: string): string =>
  `${plainText(file)} is ignored, because its time is in the future. If another computer has this exercise open, close it there and check its clock.`;

export function unusableText(file: string, error: unknown): string {
  const { what, toDo } = reasonFor(error);
  return `Could not use ${plainText(file)}: ${what}. Please ${toDo}. Until you do, two windows can open the same exercise.`;
}
