import { inFolder, inParallel } from '../folders.js';
import { type Part, sizeIn } from '../part.js';
import { planned } from '../plans.js';
import { terminalPlan } from './terminal-plan.js';
import { type TerminalResult, terminalRun } from './terminal-run.js';

const RUNS = { full: 300, short: 3, brief: 2 };

/** So many runs may end unseen, or quit by a key just before the signal or Ctrl-C that should end them. */
const mayHappen = (runs: number): number => 2 + runs / 25;

type Counts = TerminalResult['counts'];

/** Random keys, resizes, stops and signals in a pseudo-terminal, which must be as before afterwards. */
export const terminals: Part = {
  name: 'terminals',
  run: async (options) => {
    const { seed, say } = options;
    const runs = sizeIn(options, RUNS);
    const faults: string[] = [];
    const counts = { answers: 0, frames: 0, late: 0, stops: 0, unseen: 0, byChoice: 0 };
    await inParallel(runs, async (n) => {
      if (n % 25 === 0) say(`terminals, ${n} of ${runs}`);
      const plan = planned(terminalPlan, seed + n);
      const result = await inFolder((folder) => terminalRun(folder, plan));
      faults.push(...result.faults.map((fault) => `terminal ${n} (seed ${seed + n}): ${fault}`));
      for (const name of Object.keys(counts) as (keyof Counts)[])
        counts[name] += result.counts[name];
    });
    return {
      tried: runs,
      faults: [...faults, ...rareFaults(counts, runs)],
      details: details(counts),
    };
  },
};

/** What may happen now and then, and is a fault if it happens often. */
function rareFaults({ unseen, byChoice, frames }: Counts, runs: number): string[] {
  const faults = frames === 0 ? ['not tried: no frame was drawn'] : [];
  if (unseen > mayHappen(runs)) faults.push(`${unseen} terminals ended unseen`);
  if (byChoice > mayHappen(runs)) faults.push(`${byChoice} quit by a key just before their end`);
  return faults;
}

const details = ({ answers, frames, late, stops, unseen, byChoice }: Counts): string =>
  [
    'terminals, each as it was before',
    `${stops} stopped and continued`,
    `${answers} answers compared with the course`,
    `${frames} frames, ${late} of them for the window before a resize`,
    `${unseen} ended unseen`,
    `${byChoice} quit by a key just before their end`,
  ].join('; ');
