import { charactersOf } from '../../core/room/codes/base32.js';
import { exerciseHash } from '../../core/room/exercise.js';
import type { PeopleHere } from '../../core/room/people-here.js';
import { ID_LENGTH } from '../../core/room/person.js';
import type { Room } from '../../core/room/room.js';
import type { OpenCourse } from '../../io/course/open-course.js';
import { dataFolder } from '../../io/progress/data-folder.js';
import { attemptFolders, workshopsFolder } from '../../io/progress/exercise-folders.js';
import { isLocked } from '../../io/progress/lock.js';
import { openProgressStore } from '../../io/progress/store.js';
import type { Environment, Options } from '../environment.js';
import { randomBytes } from '../random.js';
import { newId } from './open-progress.js';

export const newPersonId = (): string =>
  charactersOf(randomBytes(ID_LENGTH).map((byte) => byte % 32));

/** Who takes part in a room's exercise on this computer. Nobody, if the folder cannot be read: joining says why. */
export function peopleHere(
  course: OpenCourse,
  room: Room,
  options: Options,
  { env }: Environment,
): PeopleHere {
  const workshops = workshopsFolder(dataFolder(options.dataDir, env), course.index.id);
  const hash = exerciseHash(room.lessons.map(course.lesson));
  const attempts = foldersIn(workshops, room.code).flatMap((folder) => {
    const { exercise } = openProgressStore({ folder, now: Date.now, newId }).progress();
    return exercise?.exercise === hash ? [{ ...exercise, isElsewhere: isLocked(folder) }] : [];
  });
  const free = attempts.filter(({ isElsewhere, began }) => !isElsewhere && began !== undefined);
  const elsewhere = attempts.filter(({ isElsewhere }) => isElsewhere);
  return {
    begun: free.map(({ person }) => person),
    elsewhere: elsewhere.map(({ person }) => person),
    newId: newPersonId(),
  };
}

function foldersIn(workshops: string, code: string): string[] {
  try {
    return attemptFolders(workshops, code);
  } catch {
    return [];
  }
}
