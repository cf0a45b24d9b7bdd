// `npm run bench:room`: how fast a live room is, beside a bare sketch of one, and what it loses when the network and the
// host break. Loads are on this machine alone. Needs Linux, which tells each program's processor time.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fromRoot } from '../../scripts/paths.mjs';
import { say } from '../say.mjs';
import { summary } from '../table.mjs';
import { inTurn } from '../turns.mjs';
import { breakageRows } from './breakages.mjs';
import { freePort, measureServer } from './server.mjs';

/** The lesson has seven questions. */
const LESSON = 'threatened';
const QUESTIONS = 7;

/** What a room must achieve. `cpu` is a multiple of the sketch's, `memory` in megabytes, `p95` in milliseconds. */
const CASES = [
  {
    name: '300 people join within a second',
    task: { people: 300, joinWithin: 1_000, answerWithin: 1_000 },
    limits: { p95: 50, cpu: 2 },
  },
  {
    name: '1,000 people, all answer at once',
    task: { people: 1_000, joinWithin: 5_000, answerWithin: 0 },
    limits: { p95: 300, memory: 200 },
  },
];

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    case: { type: 'string' },
    'no-breakages': { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);

const sketch = async () => [process.execPath, fromRoot('bench/room/sketch.mjs')];

const program = async (folder) => [
  process.execPath,
  fromRoot('dist/cli.js'),
  ...['workshop', 'room', '--plain', '--lesson', LESSON, '--port', String(await freePort())],
  ...['--dir', path.join(folder, 'room'), '--data-dir', path.join(folder, 'data')],
];

async function inNewFolder(work) {
  const folder = mkdtempSync(path.join(tmpdir(), 'on-the-record-room-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The figures of each round, of the program and of the sketch, measured in turns. */
async function measured({ name, task }) {
  const samples = { ours: [], sketch: [] };
  const sides = [
    ['sketch', sketch],
    ['ours', program],
  ];
  for (let round = 0; round < rounds; round++) {
    say(`${name}: round ${round + 1} of ${rounds}`);
    for (const [side, commandIn] of inTurn(sides, round))
      samples[side].push(
        await inNewFolder(async (folder) =>
          measureServer(await commandIn(folder), { ...task, questions: QUESTIONS }),
        ),
      );
  }
  return samples;
}

const FIGURES = [
  ['snapshots for each person and change', 'perChange', ''],
  ['errors', 'errors', ''],
  ['answer saved, p50', 'p50', ' ms'],
  ['answer saved, p95', 'p95', ' ms'],
  ['answer saved, longest', 'most', ' ms'],
  ['processor time', 'cpu', ' s'],
  ['memory at most', 'memory', ' MB'],
];

const number = (value) => value.toLocaleString('en', { maximumFractionDigits: 2 });

const shown = ({ value, least, most }, unit) =>
  `${number(value)}${unit}${most > least ? ` (${number(least)}-${number(most)})` : ''}`;

/** Errors and snapshots may be too many in no round; the other figures are medians. */
function rowsOf({ name, limits }, samples) {
  const limitOf = { perChange: 1, errors: 0, p95: limits.p95, memory: limits.memory };
  return FIGURES.map(([what, field, unit]) => {
    const [ours, bare] = [samples.ours, samples.sketch].map((all) =>
      summary(
        all.map((one) => one[field]),
        ['perChange', 'errors'].includes(field) ? 100 : 50,
      ),
    );
    const most = field === 'cpu' && limits.cpu ? limits.cpu * bare.value : limitOf[field];
    return {
      cells: [name, what, shown(ours, unit), most === undefined ? '' : number(most) + unit],
      sketch: shown(bare, unit),
      isOver: most === undefined ? undefined : ours.value > most,
    };
  });
}

const verdict = (isOver) => (isOver === undefined ? '' : isOver ? 'over' : 'ok');

const before = loadavg()[0];
const rows = [];
for (const one of CASES)
  if (values.case === undefined || one.name.startsWith(values.case))
    rows.push(...rowsOf(one, await measured(one)));
if (!values['no-breakages']) rows.push(...(await breakageRows()));
console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus()[0]?.model}, ${cpus().length} cores (load before: ${before.toFixed(1)}, after: ${loadavg()[0].toFixed(1)}), medians of ${rounds}\n`,
);
console.log('|  | figure | ours | at most | sketch |  |\n| --- | --- | --- | --- | --- | --- |');
for (const { cells, sketch: bare = '', isOver } of rows)
  console.log(`| ${[...cells, bare, verdict(isOver)].join(' | ')} |`);
process.exitCode = rows.some(({ isOver }) => isOver) ? 1 : 0;
