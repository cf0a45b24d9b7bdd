// `npm run bench`: how fast the program is and how much memory it takes, compared with bare Node, with Ink alone, and
// (--against COMMIT) with an earlier commit. docs/performance.md explains the options.
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import { parseArgs } from 'node:util';
import { canInstallNodes, otherNodes, versionOf } from '../scripts/other-nodes.mjs';
import { bytesRows } from './bytes.mjs';
import { checkRows } from './check.mjs';
import { keyRows } from './keys.mjs';
import { packageRows } from './package.mjs';
import { savingRows } from './saving.mjs';
import { say } from './say.mjs';
import { prepare } from './setup.mjs';
import { firstStartRows, measureStarts, startRows } from './starts.mjs';
import { resultOf, tableOf } from './table.mjs';

const { values: options } = parseArgs({
  options: {
    against: { type: 'string' },
    json: { type: 'string' },
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    runs: { type: 'string', default: '1' },
  },
});
const RUNS = Number(options.runs);
const SAMPLES = options.quick ? 5 : 15;
const KEYS = options.quick ? 60 : 500;
const ANSWERS = options.quick ? 60 : 300;

const PARTS = {
  starts: async (bench) => startRows(await measureStarts(bench, SAMPLES)),
  'first-start': (bench) => firstStartRows(bench, SAMPLES),
  keys: (bench) => keyRows(bench, KEYS),
  bytes: (bench) => bytesRows(bench, SAMPLES),
  saving: (bench) => savingRows(bench, ANSWERS),
  check: (bench) => checkRows(bench, SAMPLES),
  package: (bench) => packageRows(bench, SAMPLES),
};
const OTHER_NODES = 'other-nodes';

const isWanted = (name) => options.only === undefined || options.only === name;
if (![...Object.keys(PARTS), OTHER_NODES].some(isWanted))
  throw new Error(`--only takes one of ${Object.keys(PARTS).join(', ')}, ${OTHER_NODES}`);
if (!(Number.isInteger(RUNS) && RUNS > 0))
  throw new Error(`--runs must be a whole number from 1, not '${options.runs}'`);

/** All parts once, and the starts on other Nodes. Only this Node's rows have a limit. */
async function runOnce(bench) {
  const rows = [];
  for (const [name, part] of Object.entries(PARTS))
    if (isWanted(name)) rows.push(...(await part(bench)));
  const tables = [{ node: process.version, rows }];
  for (const node of isWanted(OTHER_NODES) && canInstallNodes ? otherNodes() : []) {
    const starts = startRows(await measureStarts(bench, SAMPLES, node));
    tables.push({ node: versionOf(node), rows: starts.map((row) => ({ ...row, limit: null })) });
  }
  return tables.filter(({ rows }) => rows.length > 0);
}

/** Other work on the machine: if there is much, it shows in the figures. */
const load = Number(os.loadavg()[0].toFixed(1));

say('preparing');
const bench = await prepare(options.against);
const runs = [];
for (let run = 1; run <= RUNS; run++) {
  if (RUNS > 1) say(`run ${run} of ${RUNS}`);
  runs.push(await runOnce(bench));
}
const about = {
  date: new Date().toISOString().slice(0, 10),
  machine: `${os.cpus()[0]?.model ?? 'unknown'}, ${os.availableParallelism()} cores, ${os.platform()} ${os.release()}`,
  load,
  runs: RUNS,
  samples: SAMPLES,
  against: bench.sides[1]?.name,
};
const tables = runs[0].map(({ node }, n) => ({
  ...about,
  node,
  rows: resultOf(runs.map((run) => run[n].rows)),
}));
console.log(tables.map(tableOf).join('\n\n'));
if (options.json) writeFileSync(options.json, `${JSON.stringify(tables, null, 2)}\n`);
const over = tables.flatMap(({ rows }) => rows).filter(({ within }) => within === false);
for (const { what, limit } of over) console.error(`over its limit of ${limit}: ${what}`);
say('done');
process.exit(over.length > 0 ? 1 : 0); // a pseudo-terminal that was ended may hold the process
