import { chance } from '../chance.mjs';
import { anySize } from './any-size.mjs';
import { drawing } from './drawn.mjs';
import { keyStreams, stretches } from './handed-over.mjs';
import { learnerSession } from './learner-session.mjs';
import { screensTool } from './screens-tool.mjs';

/** One run in so many is drawn by Ink where it ends: drawing takes as long as the rest of a run. */
const RUNS_A_FRAME = 4;

/**
 * Random keys against a model of what a list of choices does, in one process: they come in pieces, as a terminal hands
 * them over, and where they led is drawn in a window of any size.
 */
export async function model({ seed, runs, say }) {
  const tool = await screensTool();
  const begin = await learnerSession(tool);
  const handOver = keyStreams(tool);
  const drawings = drawing(tool);
  const faults = [];
  let answers = 0;
  for (let run = 0; run < runs; run++) {
    if (run % 2000 === 0) say(`keys, ${run} of ${runs} against the model`);
    const mine = chance(seed + run);
    const found = (what) => faults.push(`keys ${run} (seed ${seed + run}): ${what}`);
    try {
      const session = begin(mine);
      const texts = stretches(mine, mine.whole(10, 60));
      const wrong = await handOver(mine, texts, (keys) => keys.every(session.press));
      for (const what of [wrong, ...session.wrong()].filter(Boolean)) found(what);
      answers += session.answers();
      if (run % RUNS_A_FRAME === 0) {
        const high = tooHigh(drawings, session.state(), anySize(mine));
        if (high) found(high);
      }
    } catch (error) {
      found(error.stack?.split('\n').slice(0, 3).join(' '));
    }
  }
  drawings.close();
  const told = `${answers} answers, each the one that was highlighted; ${drawings.drawn()} frames, each lower than its window`;
  return { tried: runs, faults, told };
}

/** Ink needs the last row: a frame that takes it scrolls the window. */
function tooHigh({ rowsOf }, state, size) {
  const rows = rowsOf(state, size);
  if (rows < size.rows) return undefined;
  const where = `${state.overlay ?? state.screen.name}, ${size.columns}x${size.rows}`;
  return `a frame of ${rows} rows (${where})`;
}
