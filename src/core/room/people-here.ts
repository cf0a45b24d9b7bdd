import { madeUpName, type Person } from './person.js';

/** Who takes part in the exercise of a room on one computer. */
export type PeopleHere = {
  /** Those who have begun it. */
  readonly begun: readonly Person[];
  /** Those who have it open in another window. */
  readonly elsewhere: readonly Person[];
  /** A random id for somebody new. */
  readonly newId: string;
};

/** The name of somebody who types none. Undefined if several have begun, and any of them may be meant. */
export function nameOfNobody({ begun: [first, ...others], newId }: PeopleHere): string | undefined {
  if (others.length > 0) return undefined;
  return first?.name ?? madeUpName(newId);
}
