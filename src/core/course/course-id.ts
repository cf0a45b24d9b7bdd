const LONGEST = 64;

/** Of a name without Latin letters nothing is left that could be an id. */
const NAMELESS = 'my-course';

/**
 * The id of a course in a folder of that name.
 * @param taken ids of other courses: progress is kept by the id, and must not be mixed with theirs
 */
export function courseIdFrom(name: string, taken: readonly string[]): string {
  const id = idFrom(name);
  return taken.includes(id) ? idFrom(`my-${id}`) : id;
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
