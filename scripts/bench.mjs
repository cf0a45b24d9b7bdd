// `npm run bench [-- --json FILE] [-- --quick]`: every figure beside what it is compared with, in the same run.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import { parseArgs } from 'node:util';
import { measurePackage } from './bench/package.mjs';
import { measureSaving } from './bench/saving.mjs';
import { median, percentile, ratioRow, tableOf } from './bench/table.mjs';
import { keys, untilEnd, untilShown } from './bench/terminal.mjs';
import { prepare } from './bench/workbench.mjs';

const { values: asked } = parseArgs({
  options: { json: { type: 'string' }, quick: { type: 'boolean', default: false } },
});
const RUNS = asked.quick ? 5 : 15;
const KEYS = asked.quick ? 60 : 500;

const say = (text) => console.error(text);
const HOME = 'Quit';
const HELLO = 'five';
const LARGE = '(2)';

/** The fold is written by a session that ends: a start after a year reads it, and not the whole log. */
function fold(program, course, data) {
  const args = [program, '--plain', '--course', course, '--data-dir', data];
  const { status, stderr } = spawnSync(process.execPath, args, { input: 'q\n', encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

async function starts(bench) {
  const at = new Map();
  const add = (name, value) => at.set(name, [...(at.get(name) ?? []), value]);
  const shown = async (name, args, text) => {
    const { ms, peak } = await untilShown(args, text);
    add(name, ms);
    add(`${name} memory`, peak);
  };
  const { program, hello, largeProgram } = bench;
  for (let run = 0; run < RUNS; run++) {
    say(`starts, ${run + 1} of ${RUNS}`);
    add('node', await untilEnd(['-e', '0']));
    add('version', await untilEnd([program, '--version']));
    add('list', await untilEnd([program, 'list', '--data-dir', bench.year]));
    await shown('home', [program, '--data-dir', bench.year], HOME);
    await shown('none', [program, '--data-dir', bench.none], HOME);
    await shown('hello', [hello], HELLO);
    await shown('large', [largeProgram, '--course', 'made', '--data-dir', bench.largeData], LARGE);
  }
  const of = (name) => at.get(name);
  return [
    ratioRow('--version', of('version'), 'node -e 0', of('node'), 1.2),
    ratioRow('list', of('list'), 'node -e 0', of('node'), 1.5),
    ratioRow('first frame of home, a year of progress', of('home'), 'node -e 0', of('node'), 2.4),
    ratioRow('the same', of('home'), 'hello-Ink', of('hello'), 1.0),
    ratioRow(
      'the same, 10,000 checks, 100,000 answers',
      of('large'),
      'shipped course, no progress',
      of('none'),
      1.2,
    ),
    ratioRow('peak memory at home', of('home memory'), 'hello-Ink', of('hello memory'), 1.2, 'MB'),
  ];
}

const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 200, rows: 60 },
];

async function keyRows(bench) {
  const rows = [];
  const ours = [bench.largeProgram, '--course', 'made', '--data-dir', bench.largeData];
  for (const size of SIZES)
    for (const spaced of [true, false]) {
      const how = `${size.columns}x${size.rows}, ${spaced ? 'spaced' : 'back to back'}`;
      say(`keys at ${how}`);
      const options = { count: KEYS, spaced, ...size };
      const hello = await keys([bench.hello], HELLO, options);
      const mine = await keys(ours, LARGE, options);
      const p95 = ({ ms }) => [percentile(ms, 95)];
      rows.push(
        ratioRow(`key to screen, p95 of ${KEYS}, ${how}`, p95(mine), 'hello-Ink', p95(hello), 1.5),
      );
      if (spaced) {
        const home = [bench.program, '--data-dir', bench.year];
        rows.push(bytesRow(await keys(home, HOME, options), size));
      }
    }
  return rows;
}

const bytesRow = ({ bytes, frame }, { columns, rows }) => ({
  what: `bytes for one move, ${columns}x${rows}`,
  value: median(bytes),
  least: Math.min(...bytes),
  most: Math.max(...bytes),
  unit: 'bytes',
  against: 'a whole frame',
  other: frame,
  toReach: 300,
  met: median(bytes) <= 300,
});

const began = performance.now();
say('preparing what it is compared with');
const bench = await prepare();
fold(bench.program, 'claude-contract', bench.year);
fold(bench.largeProgram, 'made', bench.largeData);
const rows = [
  ...(await starts(bench)),
  ...(await keyRows(bench)),
  ...(await measureSaving(bench, say)),
  ...(await measurePackage(bench, asked.quick ? 1 : RUNS, say)),
];
const about = {
  date: new Date().toISOString().slice(0, 10),
  node: process.versions.node,
  machine: `${os.cpus()[0]?.model ?? 'unknown'}, ${os.availableParallelism()} cores, ${os.platform()} ${os.release()}`,
  runs: RUNS,
};
console.log(tableOf(rows, about));
if (asked.json) writeFileSync(asked.json, `${JSON.stringify({ ...about, rows }, null, 2)}\n`);
say(`done in ${Math.round((performance.now() - began) / 1000)} s`);
process.exit(0); // a pseudo-terminal that was ended may hold the process
