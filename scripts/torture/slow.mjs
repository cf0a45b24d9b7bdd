import { toldOf, tryCases } from './cases.mjs';
import { manyKeys } from './memory.mjs';
import { pipes } from './pipes.mjs';
import { trickle, unreadTerminals } from './slow-terminal.mjs';

/** Readers that are slow, that stop, and that go away: nothing piles up, nothing hangs, and the end is clean. */
export async function slow({ say, short }) {
  const cases = {
    'a terminal of 300 bytes a second': trickle(short ? 1 : 15),
    'thousands of keys': manyKeys(short ? 10 : 100),
    ...unreadTerminals(short),
    ...pipes,
  };
  const { tried, faults, notTried } = await tryCases('slow', cases, { say, width: 2 });
  return { tried, faults, told: toldOf('readers that are slow or gone', notTried) };
}
