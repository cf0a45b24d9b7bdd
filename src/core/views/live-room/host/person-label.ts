import { shortIdOf } from '../../../room/person.js';
import type { PersonRow } from '../host-view.js';

/** The name, and if somebody else has the same one, also the characters that tell them apart: "Ada (7K2M)". */
export const labelOf = ({ id, name, isNameShared }: PersonRow): string =>
  isNameShared ? `${name} (${shortIdOf({ id })})` : name;
