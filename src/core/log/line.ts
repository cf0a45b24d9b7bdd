import { withChecksum } from './checksum.js';
import type { LogEntry } from './entry.js';

/** An entry as a line of the log. The unique id goes last, because the last bytes identify a log. */
export const lineOf = ({ id, t, ...entry }: LogEntry): string =>
  withChecksum(JSON.stringify({ ...entry, t, id }));
