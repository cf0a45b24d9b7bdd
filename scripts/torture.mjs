// `node scripts/torture.mjs [--seed N] [--only NAME] [--short]`, for the parts that are not in test/stress yet: what must never lose an answer or leave a terminal in
// ruins, tried again and again; the same seed does the same.
import { parseArgs } from 'node:util';
import { files } from './torture/files.mjs';
import { model } from './torture/model.mjs';

const { values: asked } = parseArgs({
  options: {
    seed: { type: 'string', default: '20261125' },
    only: { type: 'string' },
    short: { type: 'boolean', default: false },
  },
});

const { short } = asked;
const WORK = {
  model: [model, short ? 300 : 10_000],
  files: [files, short ? 300 : 10_000],
};

const say = (text) =>
  console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${text}`);
const began = performance.now();
let lost = 0;
for (const [name, [work, runs]] of Object.entries(WORK)) {
  if (asked.only !== undefined && asked.only !== name) continue;
  const { tried, faults, told } = await work({ seed: Number(asked.seed), runs, short, say });
  lost += faults.length;
  console.log(`${name}: ${tried} tried, ${faults.length} lost (${told})`);
  for (const fault of faults.slice(0, 10)) console.log(`  ${fault}`);
}
const seconds = Math.round((performance.now() - began) / 1000);
console.log(`seed ${asked.seed}: ${lost} lost or crashed, ${seconds} s`);
process.exit(lost > 0 ? 1 : 0); // pseudo-terminals that were ended may hold the process
