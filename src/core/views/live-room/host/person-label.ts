import { shortIdOf } from '../../../room/person.js';
import type { HostView, PersonRow } from '../host-view.js';

/** The name, and if somebody else has the same one, also the characters that tell them apart: "Ada (7K2M)". */
export const labelOf = ({ id, name, isNameShared }: PersonRow): string =>
  isNameShared ? `${name} (${shortIdOf({ id })})` : name;

/** The label of the person with this id; undefined if nobody in the room has it. */
export function labelIn({ people }: HostView, id: string): string | undefined {
  const person = people.find((one) => one.id === id);
  return person && labelOf(person);
}
