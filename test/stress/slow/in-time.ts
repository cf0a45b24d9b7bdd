import { setTimeout as later } from 'node:timers/promises';

/** In milliseconds: everything here takes far less. */
const LONGEST_WAIT = 30_000;

/** Rejects if the wait is too long. @param what what hangs then @param longest in milliseconds */
export const inTime = <T>(result: Promise<T>, what: string, longest = LONGEST_WAIT): Promise<T> =>
  Promise.race([
    result,
    later(longest, undefined, { ref: false }).then(() => {
      throw new Error(`${what} is still running after ${longest / 1000} s`);
    }),
  ]);
