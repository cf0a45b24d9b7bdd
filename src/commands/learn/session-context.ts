import type { World } from '../../core/state/context.js';
import type { Options } from '../environment.js';
import { randomHex } from '../random.js';

/** The time here, and how far from UTC. */
export const CLOCK: Pick<World, 'now' | 'offset'> = {
  now: Date.now,
  offset: () => -new Date().getTimezoneOffset(),
};

/** What a session gets from outside: its lessons and its log, and the clock and chance of this machine. */
export const worldOf = (
  course: Pick<World, 'lesson' | 'record'>,
  history: World['history'],
  { seed }: Options,
): World => ({
  lesson: course.lesson,
  record: course.record,
  history,
  seed: () => seed ?? randomHex(4),
  ...CLOCK,
});
