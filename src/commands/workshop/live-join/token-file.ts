import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isRecord, parseJson } from '../../../core/json-shape.js';
import { writeTextFile } from '../../../io/files/text-file.js';

/** In the folder of the attempt: with it, the same command comes back to the room as the same person. */
const NAME = 'live-room.json';

/** @returns undefined if this attempt has not joined its room */
export function readToken(folder: string): string | undefined {
  try {
    const value = parseJson(readFileSync(path.join(folder, NAME), 'utf8'));
    const token = isRecord(value) ? value.token : undefined;
    return typeof token === 'string' && /^[0-9a-f]{32}$/.test(token) ? token : undefined;
  } catch {
    return undefined; // joins again
  }
}

/** Only the user may read it: the token proves who they are. Without a disk, the next start joins as somebody new. */
export function writeToken(folder: string, token: string): void {
  try {
    writeTextFile(path.join(folder, NAME), `${JSON.stringify({ token })}\n`, () => true);
  } catch {
    // The answers need the same disk, so the session says what is wrong with it.
  }
}
