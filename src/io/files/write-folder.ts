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

/** Undoes one thing that was made. */
type Undo = () => void;

/**
 * Writes files into a folder that is empty or not there yet: all of them, or none.
 * @param files texts by their names, which may lead into folders within
 * Throws an error with the reason in a few words; then everything is as it was.
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

/** There is something already where the folder should be. */
class Taken extends Error {}

function refuseUnlessFree(folder: string): void {
  const link = lstatSync(folder, { throwIfNoEntry: false });
  if (!link) return;
  const there = statSync(folder, { throwIfNoEntry: false });
  if (!there) throw new Taken('this is a link that leads nowhere');
  if (!there.isDirectory()) throw new Taken('this is a file');
  if (readdirSync(folder).length > 0) throw new Taken('this folder is not empty');
}

/** Only what was not there: a file that somebody else makes at the same moment stays theirs. */
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

/** What cannot be undone stays; why it was begun to be undone is what has to be told. */
function undoQuietly(undo: Undo): void {
  try {
    undo();
  } catch {}
}
