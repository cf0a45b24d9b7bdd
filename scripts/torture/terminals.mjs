import { chance } from '../chance.mjs';
import { oneTerminal } from './one-terminal.mjs';
import { inFolder, together } from './program.mjs';

/** So many of the runs may have left by choice just when they were told to end, or could not be looked at. */
const mayBe = (runs) => 2 + runs / 25;

/** Random keys in a pseudo-terminal, with windows of any size, stops and signals: it is as it was each time. */
export async function terminals({ seed, runs, say }) {
  const faults = [];
  const sums = { answers: 0, frames: 0, late: 0, stops: 0, unseen: 0, byChoice: 0 };
  await together(runs, async (n) => {
    if (n % 25 === 0) say(`keys, ${n} of ${runs} in a pseudo-terminal`);
    const { wrong, ...told } = await inFolder((folder) => oneTerminal(folder, chance(seed + n)));
    faults.push(...wrong.map((what) => `terminal ${n} (seed ${seed + n}): ${what}`));
    for (const name of Object.keys(sums)) sums[name] += Number(told[name]);
  });
  if (sums.unseen > mayBe(runs)) faults.push(`${sums.unseen} terminals ended unseen`);
  if (sums.byChoice > mayBe(runs)) faults.push(`${sums.byChoice} ended with 0 when told to end`);
  return { tried: runs, faults, told: toldOf(sums) };
}

const toldOf = ({ answers, frames, late, stops, unseen, byChoice }) =>
  [
    'terminals, each given back as it was',
    `${stops} stopped and gone on with`,
    `${answers} answers held against the course`,
    `${frames} frames, ${late} of them of the window before a resize`,
    `${unseen} ended unseen`,
    `${byChoice} left by choice when told to end`,
  ].join('; ');
