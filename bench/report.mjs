// `npm run bench:report`: time and memory of `workshop report` on up to 1,000 results of 72 checks each.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { loadTool } from '../scripts/load-tool.mjs';
import { fromRoot } from '../scripts/paths.mjs';

const CHECKS = 72;
const SIZES = [100, 200, 500, 1000];
const RUNS = 7;

/** What the tests make rooms with. */
async function testTools() {
  const names = ['course-at', 'result-file', 'shipped-course', 'simulated-room'];
  const modules = await Promise.all(names.map((name) => loadTool(`test/workshop/${name}.ts`)));
  return Object.assign({}, ...modules);
}

/** The shipped course with one more lesson: checks of the others under new ids, until there are 72. */
function longCourse(folder) {
  cpSync(fromRoot('lessons/claude-contract'), folder, { recursive: true });
  const read = (name) => parse(readFileSync(path.join(folder, name), 'utf8'));
  const write = (name, value) => writeFileSync(path.join(folder, name), stringify(value));
  const course = read('course.yaml');
  const lessons = course.lessons.map((id) => read(`${id}.yaml`));
  const checks = lessons.flatMap(({ steps }) => steps.filter((step) => step.check));
  const more = checks
    .slice(0, CHECKS - checks.length)
    .map((one, i) => ({ ...one, check: `more-${i}` }));
  write('more.yaml', { ...lessons.at(-1), id: 'more', steps: more });
  write('course.yaml', { ...course, lessons: [...course.lessons, 'more'] });
}

function results(folder, course, tools) {
  const room = tools.roomFor(course, ...course.index.lessons.map(({ id }) => id));
  const model = { people: SIZES.at(-1), seed: 1, difficulty: (_, at) => at / 24 - 1.5 };
  const all = tools.simulatedRoom(course, room, model);
  for (const size of SIZES) {
    const into = path.join(folder, String(size));
    mkdirSync(into);
    all.slice(0, size).forEach((result, i) => {
      writeFileSync(path.join(into, `${i}.json`), tools.resultFileText(course, room, result));
    });
  }
}

/** Milliseconds and megabytes at most, as the process itself tells on leaving. */
function measure(folder, course, size) {
  const began = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      '--import',
      fromRoot('bench/tell-memory.mjs'),
      fromRoot('dist/cli.js'),
      'workshop',
      'report',
      path.join(folder, String(size)),
      '--json',
      '--course',
      course,
    ],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const ms = performance.now() - began;
  if (status !== 0) throw new Error(`the report failed: ${stderr}`);
  return { ms, mb: Number(/^memory (\d+)$/m.exec(stderr)?.[1]) / 1024 };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const folder = mkdtempSync(path.join(tmpdir(), 'on-the-record-bench-'));
try {
  const course = path.join(folder, 'long-course');
  longCourse(course);
  const tools = await testTools();
  results(folder, tools.courseAt(course), tools);
  const measured = new Map(SIZES.map((size) => [size, []]));
  for (let run = 0; run < RUNS; run++) {
    console.error(`run ${run + 1} of ${RUNS}`);
    for (const size of SIZES) measured.get(size).push(measure(folder, course, size));
  }
  console.log(
    `workshop report, ${CHECKS} checks, Node ${process.versions.node}, medians of ${RUNS}`,
  );
  console.log('results      ms  (min-max)      MB at most');
  for (const [size, runs] of measured) {
    const ms = runs.map((one) => one.ms);
    const range = `(${Math.min(...ms).toFixed(0)}-${Math.max(...ms).toFixed(0)})`;
    const mb = median(runs.map((one) => one.mb)).toFixed(0);
    console.log(
      `${String(size).padStart(7)}${median(ms).toFixed(0).padStart(8)}  ${range.padEnd(14)} ${mb.padStart(6)}`,
    );
  }
  const at = (size) => median(measured.get(size).map((one) => one.ms));
  const each = (from, to) => (at(to) - at(from)) / (to - from);
  console.log(
    `each further result, from 100 to 500: ${each(100, 500).toFixed(2)} ms; from 500 to 1,000: ${each(500, 1000).toFixed(2)} ms`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
