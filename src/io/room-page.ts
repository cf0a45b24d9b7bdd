import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The page of a live room, for browsers. The build puts it beside the courses. Throws if it is not there.
 * @param courses the folder of the courses that come with the program
 */
export const readRoomPage = (courses: string): string =>
  readFileSync(path.join(path.dirname(courses), 'room-page.html'), 'utf8');
