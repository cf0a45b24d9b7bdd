import { lstatSync, readdirSync, realpathSync, rmdirSync, statSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import { plainText } from '../../core/text/sanitize.js';
import { codeOf, reasonFor } from '../files/disk-error.js';
import { otherNames, otherNamesText } from '../files/follow-link.js';
import { LOG_NAME } from './answer-log.js';
import { isCopyName } from './heal.js';
import { isSnapshotName } from './snapshot-file.js';

type Erased = {
  /** The paths of the deleted files. */
  readonly deleted: readonly string[];
  /** Sentences about what is still there: hard links keep what a deleted file contained. */
  readonly kept: readonly string[];
};

/**
 * Deletes a course's progress for good: the log, copies of it, the snapshot, unfinished snapshots, the files that they
 * are links to, and the folder if it is then empty. Keeps logs of later formats. Throws an Error with one plain line for
 * the first file that cannot be deleted.
 */
export function eraseProgress(folder: string): Erased {
  const files = ownFiles(folder).flatMap((name) => withTarget(path.join(folder, name)));
  const kept = files.map(deleteFile).filter((sentence) => sentence !== '');
  removeIfEmpty(folder);
  return { deleted: files, kept };
}

/** Deletes the log first: a snapshot is useless without its log. */
function ownFiles(folder: string): string[] {
  const names = namesIn(folder);
  const others = names.filter((name) => isCopyName(name) || isSnapshotName(name));
  return [...names.filter((name) => name === LOG_NAME), ...others];
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw refusal(folder, error);
  }
}

/** The file; for a link to a file, first that file. A link to a device or to nothing has no answers in it. */
function withTarget(file: string): string[] {
  try {
    if (!lstatSync(file).isSymbolicLink()) return [file];
    const isFile = statSync(file, { throwIfNoEntry: false })?.isFile();
    return isFile ? [realpathSync(file), file] : [file];
  } catch (error) {
    throw refusal(file, error);
  }
}

/** @returns a sentence about what is still there; empty if nothing is */
function deleteFile(file: string): string {
  try {
    const others = otherNames(file);
    unlinkSync(file);
    return otherNamesText(others, file, 'what was in it');
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw refusal(file, error);
    return '';
  }
}

/** Fails silently: a folder that holds other files stays. */
export function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {}
}

function refusal(file: string, error: unknown): Error {
  const { what, toDo } = reasonFor(error);
  return new Error(`could not delete ${plainText(file)}: ${what}; ${toDo}, and try again`);
}
