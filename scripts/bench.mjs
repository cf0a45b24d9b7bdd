// `npm run bench [-- --json FILE] [-- --quick]`: every figure beside what it is compared with, in the same run.
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import { parseArgs } from 'node:util';
import { keyRows } from './bench/keys.mjs';
import { packageRows } from './bench/package.mjs';
import { measureSaving } from './bench/saving.mjs';
import { measureFirstStarts, measureStarts, memoryRow, startRows } from './bench/starts.mjs';
import { ratioRow, tableOf } from './bench/table.mjs';
import { prepare } from './bench/workbench.mjs';
import { canInstallNodes, otherNodes, versionOf } from './other-nodes.mjs';

const { values: asked } = parseArgs({
  options: { json: { type: 'string' }, quick: { type: 'boolean', default: false } },
});
const RUNS = asked.quick ? 5 : 15;
const KEYS = asked.quick ? 60 : 500;

const say = (text) => console.error(text);
const began = performance.now();

say('preparing what it is compared with');
const bench = await prepare();
const of = await measureStarts(bench, RUNS, say);
const firsts = await measureFirstStarts(bench, RUNS, say);
const rows = [
  ...startRows(of),
  ratioRow('first frame of the first start of all', firsts, 'node -e 0', of('node')),
  ...(await keyRows(bench, KEYS, say)),
  ...(await measureSaving(bench, say)),
  memoryRow(of),
  ...packageRows(bench, RUNS, say),
];
const others = [];
for (const node of canInstallNodes ? otherNodes() : [])
  others.push({
    node: versionOf(node),
    rows: startRows(await measureStarts(bench, RUNS, say, node)),
  });
const about = {
  date: new Date().toISOString().slice(0, 10),
  node: process.version,
  machine: `${os.cpus()[0]?.model ?? 'unknown'}, ${os.availableParallelism()} cores, ${os.platform()} ${os.release()}`,
  runs: RUNS,
};
console.log(tableOf(rows, about));
for (const other of others) console.log(`\n${tableOf(other.rows, { ...about, ...other })}`);
if (asked.json)
  writeFileSync(asked.json, `${JSON.stringify({ ...about, rows, others }, null, 2)}\n`);
say(`done in ${Math.round((performance.now() - began) / 1000)} s`);
process.exit(0); // a pseudo-terminal that was ended may hold the process
