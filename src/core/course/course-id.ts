const LONGEST = 64;

/** The id for a name without Latin letters. */
const NAMELESS = 'my-course';

/**
 * The id for a course in a folder with this name.
 * @param taken ids of other courses: progress is stored by id, so two courses must not share one
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
