import { inFolder, inParallel } from '../folders.js';
import { type Part, type PartResult, type RunOptions, sizeIn } from '../part.js';
import { checkProgressRun, checkResultRun } from './harmed-runs.js';
import { harmedExports, harmedStores, makeFiles } from './harmed-stores.js';

const full = { stores: 4_000, exports: 20_000, runs: 80, results: 12 };
const short = { stores: 60, exports: 200, runs: 2, results: 1 };
const brief = { stores: 20, exports: 60, runs: 1, results: 1 };

/**
 * Flipped bits, cuts, duplicated blocks and swapped lines in a log, a summary, an export and a result. What the program
 * says afterwards is right, or it reports the damage and leaves out only the lines that were touched.
 */
export const flips: Part = { name: 'flips', run };

async function run(options: RunOptions): Promise<PartResult> {
  const { seed, say } = options;
  const { stores, exports, runs, results } = sizeIn(options, { full, short, brief });
  const faults: string[] = [];
  const tryRun = (what: string, work: () => Promise<void>): Promise<void> =>
    work().catch((error: Error) => {
      faults.push(`${what}: ${error.message.replace(/\s+/g, ' ').slice(0, 600)}`);
    });
  await inFolder(async (data) => {
    const files = await makeFiles(data);
    say('flips, logs and summaries');
    faults.push(...(await harmedStores(data, files, { seed, runs: stores })));
    say('flips, exports');
    faults.push(...(await harmedExports(files, { seed, runs: exports })));
    say('flips, the program on damaged files');
    await inParallel(runs, (n) =>
      tryRun(`progress (seed ${seed + n})`, () =>
        inFolder((folder) => checkProgressRun(folder, files, seed + n)),
      ),
    );
  });
  await inParallel(results, (n) =>
    tryRun(`result (seed ${seed + n})`, () =>
      inFolder((folder) => checkResultRun(folder, seed + n)),
    ),
  );
  return {
    tried: stores + exports + runs + results,
    faults,
    details: `damaged: ${stores} logs or summaries, ${exports} exports, ${runs} before progress, ${results} results`,
  };
}
