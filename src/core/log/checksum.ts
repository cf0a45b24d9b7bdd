import { hashHex } from '../hash.js';

const BEGIN = '{"sum":"';
const REST_AT = BEGIN.length + '01234567",'.length;

/**
 * Adds a first field `sum` to the text of a JSON object: 8 hexadecimal digits, a hash of the text after this field. The
 * hash changes with every bit that flips.
 * @param json an object with at least one field, and no space before it
 */
export function withChecksum(json: string): string {
  const rest = json.slice(1);
  return `${BEGIN}${hashHex(rest)}",${rest}`;
}

export const hasChecksum = (text: string): boolean => text.startsWith(BEGIN);

/** Returns the text that `withChecksum` was given; undefined if the text has no checksum or was changed since. */
export function withoutChecksum(text: string): string | undefined {
  const rest = text.slice(REST_AT);
  const isSame = text.slice(0, REST_AT) === `${BEGIN}${hashHex(rest)}",`;
  return isSame ? `{${rest}` : undefined;
}
