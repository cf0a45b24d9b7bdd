import type { SessionContext } from '../core/state/context.js';
import { sinceStart } from '../io/progress/computer-time.js';

/** This computer's clock, in milliseconds since 1970, and its offset from UTC, in minutes. */
export const CLOCK: Pick<SessionContext, 'now' | 'offset'> = {
  now: () => Date.now(),
  offset: () => -new Date().getTimezoneOffset(),
};

/**
 * A clock that starts at `from` and never goes back. It continues while the computer sleeps. Setting the computer clock
 * neither ends nor extends an exercise. All times are milliseconds since 1970.
 */
export function monotonicClock(from: number, uptime = sinceStart): () => number {
  const began = performance.now();
  const beganUp = uptime() ?? 0;
  // `performance.now()` is finer, but stops while the computer sleeps.
  const passed = (): number => Math.max(performance.now() - began, (uptime() ?? 0) - beganUp);
  return () => Math.floor(from + passed());
}
