// `npm run bench [-- --json FILE] [-- --only NAME] [-- --quick]`: every figure beside what it is compared with, in the
// same run and in turns.
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import { parseArgs } from 'node:util';
import { canInstallNodes, otherNodes, versionOf } from '../scripts/other-nodes.mjs';
import { bytesRows } from './bytes.mjs';
import { keyRows } from './keys.mjs';
import { packageRows } from './package.mjs';
import { savingRows } from './saving.mjs';
import { firstStartRows, measureStarts, startRows } from './starts.mjs';
import { tableOf } from './table.mjs';
import { prepare } from './workbench.mjs';

const { values: asked } = parseArgs({
  options: {
    json: { type: 'string' },
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});
const RUNS = asked.quick ? 5 : 15;
const KEYS = asked.quick ? 60 : 500;
const ANSWERS = asked.quick ? 60 : 300;

/** Each on its own, so that one alone can be asked for. */
const PARTS = {
  starts: async () => startRows(await measureStarts(bench, RUNS, say)),
  'first-start': () => firstStartRows(bench, RUNS, say),
  keys: () => keyRows(bench, KEYS, say),
  bytes: () => bytesRows(bench, RUNS, say),
  saving: () => savingRows(bench, ANSWERS, say),
  package: () => packageRows(bench, RUNS, say),
};
const OTHER_NODES = 'other-nodes';

const isWanted = (name) => asked.only === undefined || asked.only === name;
if (![...Object.keys(PARTS), OTHER_NODES].some(isWanted))
  throw new Error(`--only takes one of ${Object.keys(PARTS).join(', ')}, ${OTHER_NODES}`);

/** What else the machine had to do: where that is much, a figure tells as much of it as of the program. */
const load = Number(os.loadavg()[0].toFixed(1));

const began = performance.now();
const say = (text) =>
  console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${text}`);

say('preparing what it is compared with');
const bench = await prepare();
const rows = [];
for (const [name, part] of Object.entries(PARTS)) if (isWanted(name)) rows.push(...(await part()));
const others = [];
for (const node of isWanted(OTHER_NODES) && canInstallNodes ? otherNodes() : [])
  others.push({
    node: versionOf(node),
    rows: startRows(await measureStarts(bench, RUNS, say, node)),
  });
const about = {
  date: new Date().toISOString().slice(0, 10),
  node: process.version,
  machine: `${os.cpus()[0]?.model ?? 'unknown'}, ${os.availableParallelism()} cores, ${os.platform()} ${os.release()}`,
  load,
  runs: RUNS,
};
const tables = [{ ...about, rows }, ...others.map((other) => ({ ...about, ...other }))];
console.log(
  tables
    .filter((table) => table.rows.length > 0)
    .map((table) => tableOf(table.rows, table))
    .join('\n\n'),
);
if (asked.json)
  writeFileSync(asked.json, `${JSON.stringify({ ...about, rows, others }, null, 2)}\n`);
say(`done in ${Math.round((performance.now() - began) / 1000)} s`);
process.exit(0); // a pseudo-terminal that was ended may hold the process
