import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmdirSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { reasonFor } from './disk-error.js';

/** Deletes one created file or folder. */
type Undo = () => void;

/**
 * Writes all files into an empty or new folder, or none of them. Throws an Error with the reason in a few words, after
 * deleting what it created.
 * @param files texts by relative path
 */
export function writeFolder(folder: string, files: ReadonlyMap<string, string>): void {
  const made: Undo[] = [];
  try {
    refuseUnlessFree(folder);
    for (const [name, text] of files) writeNew(path.join(folder, name), text, made);
  } catch (error) {
    for (const undo of made.reverse()) undoQuietly(undo);
    throw error instanceof Taken ? error : new Error(reasonFor(error).what);
  }
}

/** The folder's path is already in use. */
class Taken extends Error {}

function refuseUnlessFree(folder: string): void {
  const link = lstatSync(folder, { throwIfNoEntry: false });
  if (!link) return;
  const there = statSync(folder, { throwIfNoEntry: false });
  if (!there) throw new Taken('this is a link to nothing');
  if (!there.isDirectory()) throw new Taken('this is a file');
  if (readdirSync(folder).length > 0) throw new Taken('this folder is not empty');
}

/** Never overwrites a file that another program creates at the same moment. */
function writeNew(place: string, text: string, made: Undo[]): void {
  makeFolder(path.dirname(place), made);
  const file = openSync(place, 'wx');
  made.push(() => unlinkSync(place));
  try {
    writeFileSync(file, text);
  } finally {
    closeSync(file);
  }
}

function makeFolder(folder: string, made: Undo[]): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  makeFolder(path.dirname(folder), made);
  mkdirSync(folder);
  made.push(() => rmdirSync(folder));
}

/** Ignores errors: the error that made the undo necessary is the one to report. */
function undoQuietly(undo: Undo): void {
  try {
    undo();
  } catch {}
}
