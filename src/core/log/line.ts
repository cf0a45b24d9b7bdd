import { withChecksum } from './checksum.js';
import type { LogEntry } from './entry.js';

/** An entry as a line of the log. The unique id goes last, because the last bytes identify a log. */
export const lineOf = ({ id, t, ...entry }: LogEntry): string =>
  withChecksum(JSON.stringify({ ...entry, t, id }));

/** The time with one more field, or the id; then the closing brace, and perhaps one more character. */
const END = /"t":\d+,[^,]*\}.?$|"id":"[^"\\]*"[^,]{1,2}$/s;

/**
 * Whether a text ends like a line, also if one bit in its last two fields and one in its newline are damaged. A part of a
 * line does not end like this: the id is last, and is of letters, digits and hyphens.
 */
export const endsLikeLine = (text: string): boolean => END.test(text);
