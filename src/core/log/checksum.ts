import { hash32, hexOf } from '../hash.js';

/**
 * How a JSON object with a checksum begins: with a field `sum`, a hash of all that follows this field as 8 hexadecimal
 * digits. Any flipped bit changes the hash.
 */
export const beginning = (hash: number): string => `{"sum":"${hexOf(hash)}",`;

/** The length of the beginning, in characters and bytes. */
export const BEGINNING = beginning(0).length;

/** Adds a checksum to the text of an object that has at least one field. */
export function withChecksum(json: string): string {
  const rest = json.slice(1);
  return `${beginning(hash32(rest))}${rest}`;
}

/** A line of version 0.1.0 begins with its kind, which is never 8 hexadecimal digits or a name of three letters. */
const CHECKSUM_FIRST = /^\{"(?:...":"|[^"]*":"[\da-f]{8}")/s;

/** Also true if the field's name or value is damaged. */
export const hasChecksum = (text: string): boolean => CHECKSUM_FIRST.test(text);

/** Returns the text that `withChecksum` was given; undefined if the text has no checksum or was changed since. */
export function withoutChecksum(text: string): string | undefined {
  const rest = text.slice(BEGINNING);
  return text.startsWith(beginning(hash32(rest))) ? `{${rest}` : undefined;
}
