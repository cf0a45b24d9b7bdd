import { readdirSync, rmdirSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import { plainText } from '../../core/text/sanitize.js';
import { codeOf, reasonFor } from '../files/disk-error.js';
import { LOG_NAME } from './answer-log.js';
import { isCopyName } from './heal.js';
import { isSnapshotName } from './snapshot-file.js';

/**
 * Deletes a course's progress for good: the log, copies of it, the snapshot, unfinished snapshots, and the folder if it
 * is then empty. Keeps logs of later formats. Throws an Error with one plain line for the first file that cannot be deleted.
 * @returns the paths of the deleted files
 */
export function eraseProgress(folder: string): string[] {
  const files = ownFiles(folder).map((name) => path.join(folder, name));
  for (const file of files) deleteFile(file);
  removeIfEmpty(folder);
  return files;
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

function deleteFile(file: string): void {
  try {
    unlinkSync(file);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw refusal(file, error);
  }
}

/** Fails silently: a folder that holds other files stays. */
function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {}
}

function refusal(file: string, error: unknown): Error {
  const { what, toDo } = reasonFor(error);
  return new Error(`could not delete ${plainText(file)}: ${what}; ${toDo}, and try again`);
}
