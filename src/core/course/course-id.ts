const LONGEST = 64;

/** The id for a name without Latin letters. */
const NAMELESS = 'my-course';

/**
 * The id for a course in a folder with this name. The id is the name. If the name is taken, `my-` goes before the name.
 * If that id is taken too, a number goes after it.
 * @param taken ids of other courses: progress is stored by id, so two courses must not share one
 */
export function courseIdFrom(name: string, taken: readonly string[]): string {
  const id = idFrom(name);
  const own = idFrom(`my-${id}`);
  let free = taken.includes(id) ? own : id;
  for (let number = 2; taken.includes(free); number += 1) free = numbered(own, number);
  return free;
}

function numbered(id: string, number: number): string {
  const ending = `-${number}`;
  return `${id.slice(0, LONGEST - ending.length).replace(/-$/, '')}${ending}`;
}

function idFrom(name: string): string {
  const id = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, LONGEST)
    .replace(/-$/, '');
  return /[a-z]/.test(id) ? id : NAMELESS;
}
