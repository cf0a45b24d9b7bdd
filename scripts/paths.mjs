import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const fromRoot = (...parts) => path.join(root, ...parts);

/** What a build leaves for tests and for itself, never shipped. */
export const cache = fromRoot('node_modules', '.cache', 'on-the-record');
