import type { Claim, CourseRecord, Source } from './course.js';

/** The name that claims which say the same share; a claim without likes stands for itself. */
export const groupOf = ({ id, alike }: Claim): string => alike ?? id;

const NO_SIDE = ['none', 'not-stated'];

/**
 * Whether what the one said could be said to be the other's, too: a company and those who speak for it. Never offered
 * beside one another.
 */
export const areKin = (a: Source, b: Source): boolean =>
  a.id === b.id ||
  a.name === b.name ||
  a.speaksFor === b.name ||
  b.speaksFor === a.name ||
  (a.side === b.side &&
    !NO_SIDE.includes(a.side) &&
    (a.type === 'organisation' || b.type === 'organisation'));

export const sourceOf = (id: string, { sources }: CourseRecord): Source | undefined =>
  sources.find((source) => source.id === id);

/** The name of whose act a claim is: of the actor where there is one, else of who tells it. Nothing where it is left open. */
export function actorName({ actor, source }: Claim, record: CourseRecord): string | undefined {
  if (actor === 'not-stated') return undefined;
  return sourceOf(actor ?? source, record)?.name ?? actor;
}
