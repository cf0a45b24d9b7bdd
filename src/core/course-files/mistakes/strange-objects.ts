import type { Fault } from '../course-file.js';

/** The objects within a file that have several of these faults, as paths in JSON. The file itself is none. */
export function strangeObjects(misplaced: readonly Fault[]): ReadonlySet<string> {
  const places = misplaced.filter(({ path }) => path.length > 1).map(parentOf);
  return new Set(places.filter((place, i) => places.indexOf(place) < i));
}

export const parentOf = ({ path }: Fault): string => JSON.stringify(path.slice(0, -1));

/** The paths in JSON of what a fault is in, outermost first. */
export const objectsAround = ({ path }: Fault): string[] =>
  path.map((_, i) => JSON.stringify(path.slice(0, i)));
