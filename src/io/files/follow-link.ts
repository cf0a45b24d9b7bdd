import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { plainText } from '../../core/text/sanitize.js';

/** As many as Linux follows. */
const MOST_LINKS = 40;

/**
 * The file that a path points to through links. The file may not exist yet. Throws the system's error, or an Error
 * with one line for links in a circle, and for a link that somebody else made. In a folder that several people can
 * write to, such a link could point anywhere.
 */
export function followed(file: string): string {
  let place = file;
  for (let n = 0; n < MOST_LINKS; n++) {
    const link = lstatSync(place, { throwIfNoEntry: false });
    if (!link?.isSymbolicLink()) return place;
    if (![0, process.getuid?.() ?? link.uid].includes(link.uid))
      throw new Error(`${file} is a link that somebody else made: give the path of a file`);
    const target = readlinkSync(place);
    const folder = realpathSync(path.dirname(place));
    // Not normalised: a folder before ".." may be a link, too.
    place = path.isAbsolute(target) ? target : `${folder}${path.sep}${target}`;
  }
  throw new Error(`${file} is part of a circle of links: give the path of a file`);
}

/** How many more names (hard links) a file has, which the system does not list. 0 if there is no file. */
export const otherNames = (file: string): number =>
  (lstatSync(file, { throwIfNoEntry: false })?.nlink ?? 1) - 1;

/** "2 other names (hard links) of FILE still have the earlier text." Empty for none. */
export function otherNamesText(count: number, file: string, what: string): string {
  if (count < 1) return '';
  const names = count === 1 ? '1 other name (a hard link)' : `${count} other names (hard links)`;
  return `${names} of ${plainText(file)} still ${count === 1 ? 'has' : 'have'} ${what}.`;
}
