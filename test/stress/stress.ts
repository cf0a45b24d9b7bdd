// `npm run stress [-- --seed N --only NAME,... --without NAME,... --short --brief]` tries again and again what must never
// lose an answer or leave a terminal unusable. The same seed makes the same random choices. The exit code is 1 after any fault.
import { parseArgs } from 'node:util';
import type { Part, PartResult, RunOptions } from './part.js';

type Loader = () => Promise<Part>;

/** Each is loaded when its turn comes, with the courses that it reads. */
const PARTS: Readonly<Record<string, Loader>> = {
  kill: async () => (await import('./kill/kill.js')).kill,
  together: async () => (await import('./together/together.js')).together,
  disk: async () => (await import('./disk/disk.js')).disk,
  clocks: async () => (await import('./clocks/clocks.js')).clocks,
  model: async () => (await import('./model/model.js')).model,
  choices: async () => (await import('./choices/choices.js')).choices,
  codes: async () => (await import('./codes/codes.js')).codes,
  terminals: async () => (await import('./terminals/terminals.js')).terminals,
  files: async () => (await import('./files/files.js')).files,
  flips: async () => (await import('./flips/flips.js')).flips,
  marks: async () => (await import('./marks/marks.js')).marks,
  permissions: async () => (await import('./permissions/permissions.js')).permissions,
  endless: async () => (await import('./endless/endless.js')).endless,
  giant: async () => (await import('./giant/giant.js')).giant,
  'odd-terminals': async () => (await import('./odd-terminals/odd-terminals.js')).oddTerminals,
  slow: async () => (await import('./slow/slow.js')).slow,
  room: async () => (await import('./room/room.js')).room,
};

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

const NAMES = Object.keys(PARTS);

function named(list: string): readonly string[] {
  const wanted = list.split(',');
  const names = NAMES.filter((name) => wanted.includes(name));
  if (names.length === wanted.length) return names;
  throw new Error(`the parts are ${NAMES.join(',')}, not '${list}'`);
}

function chosenParts(only: string | undefined, without: string | undefined): readonly Loader[] {
  const left = without === undefined ? [] : named(without);
  const names = only === undefined ? NAMES : named(only);
  return names.filter((name) => !left.includes(name)).map((name) => PARTS[name] as Loader);
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
for (const load of chosenParts(values.only, values.without)) {
  const part = await load();
  const { tried, faults, details } = await resultOf(part, options);
  lost += faults.length;
  console.log(`${part.name}: ${tried} tried, ${faults.length} lost (${details})`);
  for (const fault of faults.slice(0, FAULTS_SHOWN)) console.log(`  ${fault}`);
}
console.log(`seed ${values.seed}: ${lost} lost or crashed, ${seconds()} s`);
process.exit(lost > 0 ? 1 : 0); // pseudo-terminals that have ended can keep the process alive
