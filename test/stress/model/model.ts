import fc from 'fast-check';
import type { State } from '../../../src/core/state/state.js';
import { type Part, type PartResult, type RunOptions, sizeIn } from '../part.js';
import { faultsOf } from '../plans.js';
import type { WindowSize } from '../window-size.js';
import { keysInMemory, type Press, screenInMemory } from './ink-in-memory.js';
import { typeInPieces } from './key-chunks.js';
import { ModelledSession } from './modelled-session.js';
import { type Plan, plan } from './plan.js';

const RUNS = { full: 10_000, short: 100, brief: 40 };

/**
 * Random keys against a model of what a list of choices does, within one process. They come in pieces, as a terminal
 * delivers them, and the page at the end is drawn in a window of any size.
 */
export const model: Part = { name: 'model', run };

async function run(options: RunOptions): Promise<PartResult> {
  const { seed, say } = options;
  const runs = sizeIn(options, RUNS);
  const keys = await keysInMemory();
  const screen = screenInMemory();
  let tried = 0;
  const tally: number[] = [];
  const property = fc.asyncProperty(plan, async (one) => {
    if (tried % 2000 === 0) say(`model, ${tried} of ${runs} runs`);
    tried += 1;
    const { state, counts } = await typed(one, keys.read);
    for (const [n, count] of counts.entries()) tally[n] = (tally[n] ?? 0) + count;
    const { material } = one.course;
    if (one.drawnIn)
      expectLower(
        state,
        one.drawnIn,
        screen.rowsOf(state, () => material, one.drawnIn),
      );
  });
  const faults = await faultsOf('keys', property, { seed, runs });
  keys.close();
  screen.close();
  const [answers, misses, rows, shown] = tally;
  const details = `${answers} answers, each the one that was highlighted: ${misses} first misses, ${rows} on boards; ${shown} times the answer was shown; ${screen.drawn()} frames, each lower than its window`;
  return { tried: runs, faults, details };
}

/** Types all of a plan. Throws at the first fault. */
async function typed(
  one: Plan,
  read: (key: string) => Press,
): Promise<{ readonly state: State; readonly counts: readonly number[] }> {
  const session = new ModelledSession(one);
  const takeOne = (key: string): boolean => {
    if (session.state.hasQuit) return false;
    const fault = session.take(read(key));
    if (fault !== undefined) throw new Error(`after ${JSON.stringify(key)}: ${fault}`);
    return true;
  };
  const fault = await typeInPieces(one.stretches, (keys) => keys.every(takeOne));
  const faults = [...(fault === undefined ? [] : [fault]), ...session.gradingFaults()];
  if (faults.length > 0) throw new Error(faults.join('; '));
  return { state: session.state, counts: session.counts };
}

/** Ink needs the last row: a frame that takes it scrolls the window. */
function expectLower(state: State, { columns, rows }: WindowSize, taken: number): void {
  if (taken < rows) return;
  const page = state.overlay ?? state.route.name;
  throw new Error(`a frame of ${taken} rows (${page}, ${columns}x${rows})`);
}
