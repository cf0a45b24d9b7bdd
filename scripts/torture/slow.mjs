import { toldOf, tryCases } from './cases.mjs';
import { manyKeys } from './memory.mjs';
import { pipes } from './pipes.mjs';
import { closedWindows, trickle, unreadTerminals } from './slow-terminal.mjs';

/** Readers that are slow, that stop, and that go away: nothing piles up, nothing hangs, and the end is clean. */
export async function slow({ say, short }) {
  const sideBySide = {
    'a terminal of 300 bytes a second': trickle(short ? 1 : 15),
    'thousands of keys': manyKeys(short ? 10 : 100),
    ...unreadTerminals(short),
    ...pipes,
  };
  const both = [
    await tryCases('slow', sideBySide, { say, width: 2 }),
    await tryCases('slow', closedWindows, { say }),
  ];
  return {
    tried: both.reduce((sum, { tried }) => sum + tried, 0),
    faults: both.flatMap(({ faults }) => faults),
    told: toldOf(
      'readers that are slow or gone',
      both.flatMap(({ notTried }) => notTried),
    ),
  };
}
