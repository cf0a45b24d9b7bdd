import type { SessionContext } from '../core/state/context.js';

/** This computer's clock, in milliseconds since 1970, and its offset from UTC, in minutes. */
export const CLOCK: Pick<SessionContext, 'now' | 'offset'> = {
  now: Date.now,
  offset: () => -new Date().getTimezoneOffset(),
};

/**
 * A clock that starts at `from` and never goes back. Changing the computer's clock neither ends nor extends an exercise.
 * All times are milliseconds since 1970.
 */
export function monotonicClock(from: number): () => number {
  const began = performance.now();
  return () => Math.floor(from + performance.now() - began);
}
