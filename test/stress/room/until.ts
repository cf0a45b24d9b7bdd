import { setTimeout as wait } from 'node:timers/promises';

/** How long something may take before the part gives up, in milliseconds. */
const LONGEST = 60_000;

/** Waits until it is so. Throws if that takes a minute. */
export async function until(isSo: () => boolean): Promise<void> {
  const began = performance.now();
  while (!isSo()) {
    if (performance.now() - began > LONGEST) throw new Error('the room stopped');
    await wait(5);
  }
}
