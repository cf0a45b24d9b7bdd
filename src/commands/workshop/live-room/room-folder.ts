import path from 'node:path';
import { plainText } from '../../../core/text/sanitize.js';
import type { OpenCourse } from '../../../io/course/open-course.js';
import { CLOCK } from '../../clock.js';
import type { Environment, Options } from '../../environment.js';
import { UserError } from '../../errors.js';
import { commandToType } from '../../hint/command-to-type.js';
import { type FoundRoom, foundRoom, refuseOtherQuestions } from './found-room.js';
import { otherThan, type RoomCommandOptions } from './room-command-options.js';

/** Where a room's journal and results are, and the room in it that goes on. */
export type RoomFolder = { readonly folder: string; readonly found?: FoundRoom };

/**
 * The folder of --dir, or today's folder in the current one. Throws a UserError if a room has ended in --dir, or if the
 * options ask for another room than the one that goes on.
 */
export function roomFolder(
  course: OpenCourse,
  given: RoomCommandOptions,
  options: Options,
  environment: Environment,
): RoomFolder {
  const place = given.dir === undefined ? todaysFolder(given) : folderAt(path.resolve(given.dir));
  const { folder, found } = place;
  if (!found) return place;
  if (isEnded(found)) throw new UserError(endedText(folder, options, environment));
  refuseOtherQuestions(found, course, folder);
  const other = otherThan(found.opened.rules, course, given);
  if (other !== undefined) throw new UserError(otherText(other, folder, options, environment));
  return place;
}

const isEnded = ({ events }: FoundRoom): boolean => events.some(({ k }) => k === 'end');

function folderAt(folder: string): RoomFolder {
  const found = foundRoom(folder);
  return { folder, ...(found && { found }) };
}

/** The first of today's folders whose room has not ended. Practice has its own: no class goes on with it. */
function todaysFolder({ demo }: RoomCommandOptions): RoomFolder {
  const kind = demo === undefined ? 'room' : 'practice';
  const day = new Date(CLOCK.now() + CLOCK.offset() * 60_000).toISOString().slice(0, 10);
  for (let number = 1; ; number++) {
    const name = number === 1 ? `${kind}-${day}` : `${kind}-${day}-${number}`;
    const place = folderAt(path.resolve(name));
    if (!place.found || !isEnded(place.found)) return place;
  }
}

/** The folder as a command in the current folder names it. */
export const shownFolder = (folder: string): string => {
  const relative = path.relative('.', folder);
  return relative === '' ? '.' : relative.startsWith('..') ? folder : relative;
};

const endedText = (folder: string, options: Options, environment: Environment): string =>
  `the room in ${plainText(shownFolder(folder))} has ended: choose another folder with --dir. To see its report, type:\n${commandToType(['workshop', 'report', shownFolder(folder)], options, environment)}`;

const otherText = (
  option: string,
  folder: string,
  options: Options,
  environment: Environment,
): string =>
  `the room in ${plainText(shownFolder(folder))} has not ended, and it has a different --${option}: to begin a new room, choose another folder with --dir. To reopen it, type:\n${commandToType(['workshop', 'room', '--dir', shownFolder(folder)], options, environment)}`;
