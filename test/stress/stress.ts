// `npm run stress [-- --seed N --only NAME,... --without NAME,... --short --brief]` tries again and again what must never
// lose an answer or leave a terminal unusable. The same seed makes the same random choices. The exit code is 1 after any fault.
import { parseArgs } from 'node:util';
import { choices } from './choices/choices.js';
import { clocks } from './clocks/clocks.js';
import { codes } from './codes/codes.js';
import { disk } from './disk/disk.js';
import { endless } from './endless/endless.js';
import { files } from './files/files.js';
import { flips } from './flips/flips.js';
import { giant } from './giant/giant.js';
import { kill } from './kill/kill.js';
import { marks } from './marks/marks.js';
import { model } from './model/model.js';
import { oddTerminals } from './odd-terminals/odd-terminals.js';
import type { Part, PartResult, RunOptions } from './part.js';
import { permissions } from './permissions/permissions.js';
import { room } from './room/room.js';
import { slow } from './slow/slow.js';
import { terminals } from './terminals/terminals.js';
import { together } from './together/together.js';

const PARTS: readonly Part[] = [
  kill,
  together,
  disk,
  clocks,
  model,
  choices,
  codes,
  terminals,
  files,
  flips,
  marks,
  permissions,
  endless,
  giant,
  oddTerminals,
  slow,
  room,
];

const FAULTS_SHOWN = 10;

const began = performance.now();
const seconds = (): number => Math.round((performance.now() - began) / 1000);
const say = (text: string): void => console.error(`${String(seconds()).padStart(4)} s  ${text}`);

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20261125' },
    only: { type: 'string' },
    without: { type: 'string' },
    short: { type: 'boolean', default: false },
    brief: { type: 'boolean', default: false },
  },
});

function named(list: string): readonly Part[] {
  const names = list.split(',');
  const parts = PARTS.filter(({ name }) => names.includes(name));
  if (parts.length === names.length) return parts;
  throw new Error(`the parts are ${PARTS.map(({ name }) => name).join(',')}, not '${list}'`);
}

function chosenParts(only: string | undefined, without: string | undefined): readonly Part[] {
  const left = without === undefined ? [] : named(without);
  return (only === undefined ? PARTS : named(only)).filter((part) => !left.includes(part));
}

function seedOf(text: string): number {
  const seed = Number(text);
  if (Number.isInteger(seed)) return seed;
  throw new Error(`--seed must be a whole number, not '${text}'`);
}

async function resultOf(part: Part, options: RunOptions): Promise<PartResult> {
  try {
    return await part.run(options);
  } catch (error) {
    const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { tried: 0, faults: [fault], details: 'the part itself failed' };
  }
}

let lost = 0;
const { short, brief } = values;
const options = { seed: seedOf(values.seed), short: short || brief, brief, say };
for (const part of chosenParts(values.only, values.without)) {
  const { tried, faults, details } = await resultOf(part, options);
  lost += faults.length;
  console.log(`${part.name}: ${tried} tried, ${faults.length} lost (${details})`);
  for (const fault of faults.slice(0, FAULTS_SHOWN)) console.log(`  ${fault}`);
}
console.log(`seed ${values.seed}: ${lost} lost or crashed, ${seconds()} s`);
process.exit(lost > 0 ? 1 : 0); // pseudo-terminals that have ended can keep the process alive
