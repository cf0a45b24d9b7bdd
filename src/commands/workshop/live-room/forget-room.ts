import { readdirSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { resultFileName } from '../../../core/room/person.js';
import { counted } from '../../../core/text/english.js';
import { plainText } from '../../../core/text/sanitize.js';
import { journalFile } from '../../../io/live-room/journal.js';
import { isLocked } from '../../../io/progress/lock.js';
import type { Environment } from '../../environment.js';
import { asUserError, UserError } from '../../errors.js';
import { type FoundRoom, foundRoom } from './found-room.js';
import { shownFolder } from './room-folder.js';

/** `workshop room --forget DIR`: deletes the files of a room, and its folder if nothing else is in it. */
export function forgetRoom(dir: string, { stdout }: Pick<Environment, 'stdout'>): void {
  const folder = path.resolve(dir);
  const shown = plainText(shownFolder(folder));
  const found = foundRoom(folder);
  if (!found)
    throw new UserError(`there is no room in ${shown}: its journal, room.jsonl, is missing`);
  if (isLocked(folder))
    throw new UserError(`the room in ${shown} is open: end it or quit it first`);
  const results = resultsOf(found, folder);
  asUserError(() => {
    for (const file of [...results, 'in-use']) rmSync(path.join(folder, file), { force: true });
    // Last, so that the same command can go on after an error.
    rmSync(journalFile(folder));
  });
  const complete = results.filter((name) => !HALF_WRITTEN.test(name)).length;
  const deleted = `Deleted from ${shown}: the journal and ${counted(complete, 'result')} of the room.`;
  stdout.write(`${deleted} ${withoutFolder(folder)}\n`);
}

/** Deletes the journal of a room in which nothing has happened, and its folder if nothing else is in it. */
export function forgetEmptyRoom(folder: string): void {
  rmSync(journalFile(folder), { force: true });
  withoutFolder(folder);
}

/** A result that a killed program left half-written. */
const HALF_WRITTEN = /\.part$/;

/** The result files of this room's people, also half-written ones: other files in the folder stay. */
function resultsOf({ opened, events }: FoundRoom, folder: string): string[] {
  const { code } = opened.rules.room;
  const names = new Map<string, Set<string>>();
  for (const event of events) {
    if (event.k === 'join') names.set(event.person.id, new Set([event.person.name]));
    if (event.k === 'rename') names.get(event.id)?.add(event.name);
  }
  const own = new Set(
    [...names].flatMap(([id, all]) =>
      [...all].map((name) => resultFileName(code, { id, name, named: true })),
    ),
  );
  return readdirSync(folder).filter((name) => own.has(name.replace(HALF_WRITTEN, '')));
}

function withoutFolder(folder: string): string {
  try {
    rmdirSync(folder);
    return 'The folder was empty and is deleted, too.';
  } catch {
    return 'The folder has other files, so it stays.';
  }
}
