import type { SessionContext } from '../core/state/context.js';

/** The time here, and how far from UTC. */
export const CLOCK: Pick<SessionContext, 'now' | 'offset'> = {
  now: Date.now,
  offset: () => -new Date().getTimezoneOffset(),
};

/**
 * The time since a moment as it really goes by: a clock that is set while the program runs, forward or back, neither
 * ends an exercise nor prolongs it.
 * @param from milliseconds since 1970
 * @returns milliseconds since 1970, never falling
 */
export function monotonicClock(from: number): () => number {
  const began = performance.now();
  return () => Math.floor(from + performance.now() - began);
}
