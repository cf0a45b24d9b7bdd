// `npm run bench:room`: how fast a live room is, beside a bare sketch of one. Loads are on this machine alone.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { fromRoot } from '../../scripts/paths.mjs';

/** The lesson has seven questions. */
const LESSON = 'threatened';
const QUESTIONS = 7;

const CASES = [
  {
    name: '300 people join within a second',
    task: { people: 300, joinWithin: 1_000, answerWithin: 1_000 },
    limits: { p95: 50, cpu: 2, memory: Number.POSITIVE_INFINITY },
  },
  {
    name: '1,000 people, all answer at once',
    task: { people: 1_000, joinWithin: 5_000, answerWithin: 0 },
    limits: { p95: 300, cpu: Number.POSITIVE_INFINITY, memory: 200 },
  },
];

/** The server has one core for itself, the load the other. */
const onCore = (core, command) =>
  availableParallelism() > 1 ? ['taskset', '-c', String(core), ...command] : command;

const started = (core, command, options = {}) => {
  const [file, ...args] = onCore(core, command);
  return spawn(file, args, { stdio: ['pipe', 'pipe', 'inherit'], ...options });
};

/** Resolves once the server has printed its address and the host's token. */
function printed(server) {
  return new Promise((resolve, reject) => {
    let text = '';
    server.stdout.on('data', (part) => {
      text += part;
      const address = /http:\/\/127\.0\.0\.1:\d+\/\w+/.exec(text)?.[0];
      const host = /\b[0-9a-f]{32}\b/.exec(text)?.[0];
      if (address && host) resolve({ url: address, door: path.posix.basename(address), host });
    });
    server.once('exit', () => reject(new Error(`the server has ended: ${text}`)));
  });
}

/** Seconds of processor time of a process, from the fields of Linux. */
function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** The most memory that the process had, in megabytes. */
const memoryOf = (pid) =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

function crowd(task) {
  const [file, ...args] = onCore(1, [
    process.execPath,
    fromRoot('bench/room/crowd.mjs'),
    JSON.stringify(task),
  ]);
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (part) => {
      text += part;
    });
    child.once('exit', (code) =>
      code === 0 ? resolve(JSON.parse(text)) : reject(new Error(`the crowd has ended: ${code}`)),
    );
  });
}

async function measure(command, task) {
  const server = started(0, command);
  try {
    const place = await printed(server);
    const before = cpuOf(server.pid);
    const figures = await crowd({ ...task, ...place, questions: QUESTIONS });
    return { ...figures, cpu: cpuOf(server.pid) - before, memory: memoryOf(server.pid) };
  } finally {
    server.kill('SIGKILL');
  }
}

const room = (folder) => [
  process.execPath,
  fromRoot('bin/on-the-record.js'),
  ...['workshop', 'room', '--plain', '--lesson', LESSON, '--dir', folder],
  ...['--data-dir', path.join(folder, 'data')],
];

const number = (value, digits = 1) =>
  Number.isFinite(value) ? value.toLocaleString('en', { maximumFractionDigits: digits }) : '–';

function rowsOf(name, { limits }, ours, sketch) {
  const rows = [
    ['snapshots for each person and change', ours.perChange, 1, sketch.perChange, ''],
    ['answer saved, p50', ours.p50, Number.POSITIVE_INFINITY, sketch.p50, ' ms'],
    ['answer saved, p95', ours.p95, limits.p95, sketch.p95, ' ms'],
    ['answer saved, longest', ours.most, Number.POSITIVE_INFINITY, sketch.most, ' ms'],
    ['processor time', ours.cpu, limits.cpu * sketch.cpu, sketch.cpu, ' s'],
    ['memory at most', ours.memory, limits.memory, sketch.memory, ' MB'],
    ['errors', ours.errors, 0, sketch.errors, ''],
  ];
  return rows.map(([what, value, most, bare, unit]) => ({
    isOver: value > most,
    cells: [name, what, number(value, 2) + unit, number(most, 2), number(bare, 2) + unit],
  }));
}

execFileSync(process.execPath, [fromRoot('scripts/build/build.mjs')], { stdio: 'inherit' });
const folder = mkdtempSync(path.join(tmpdir(), 'on-the-record-room-'));
const rows = [];
try {
  for (const [n, one] of CASES.entries()) {
    const sketch = await measure([process.execPath, fromRoot('bench/room/sketch.mjs')], one.task);
    const ours = await measure(room(path.join(folder, String(n))), one.task);
    rows.push(...rowsOf(one.name, one, ours, sketch));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log('| | figure | ours | at most | sketch |  |\n| --- | --- | --- | --- | --- | --- |');
for (const { cells, isOver } of rows)
  console.log(`| ${cells.join(' | ')} | ${isOver ? 'over' : 'ok'} |`);
process.exitCode = rows.some(({ isOver }) => isOver) ? 1 : 0;
