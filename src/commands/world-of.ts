import { randomBytes } from 'node:crypto';
import type { World } from '../core/session.js';
import type { Options } from './environment.js';

/** What a session gets from outside: its lessons, and the clock and chance of this machine. */
export const worldOf = (lesson: World['lesson'], { seed }: Options): World => ({
  lesson,
  seed: () => seed ?? randomBytes(4).toString('hex'),
  offset: () => -new Date().getTimezoneOffset(),
});
