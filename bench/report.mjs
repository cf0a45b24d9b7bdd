// `npm run bench:report`: time and memory of `workshop report` on up to 1,000 results of 72 checks each.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { loadTool } from '../scripts/load-tool.mjs';
import { fromRoot } from '../scripts/paths.mjs';
import { isInText } from './large-course.mjs';
import { runToEnd } from './run-to-end.mjs';
import { summary } from './table.mjs';

const CHECKS = 72;
const SIZES = [100, 200, 500, 1000];
const RUNS = 7;

/** The tests' own functions that make rooms. */
async function testTools() {
  const names = ['course-at', 'result-file', 'shipped-course', 'simulated-room'];
  const modules = await Promise.all(names.map((name) => loadTool(`test/support/${name}.ts`)));
  return Object.assign({}, ...modules);
}

/** The shipped course with one more lesson, which repeats checks under new ids until the course has 72. */
function writeLongCourse(folder) {
  cpSync(fromRoot('lessons/claude-contract'), folder, { recursive: true });
  const read = (name) => parse(readFileSync(path.join(folder, name), 'utf8'));
  const write = (name, value) => writeFileSync(path.join(folder, name), stringify(value));
  const course = read('course.yaml');
  const lessons = course.lessons.map((id) => read(`${id}.yaml`));
  const all = lessons.flatMap(({ steps }) => steps);
  const count = all.reduce((sum, { check, rows }) => sum + (check ? 1 : (rows?.length ?? 0)), 0);
  const steps = all
    .filter((step) => step.check && !isInText(step))
    .slice(0, CHECKS - count)
    .map((step, n) => ({ ...step, check: `more-${n}` }));
  write('more.yaml', { ...lessons.at(-1), id: 'more', steps });
  write('course.yaml', { ...course, lessons: [...course.lessons, 'more'] });
}

/** Writes a folder of result files for each size. */
function writeResults(folder, course, { roomFor, simulatedRoom, resultFileText }) {
  const room = roomFor(course, ...course.index.lessons.map(({ id }) => id));
  const model = { people: SIZES.at(-1), seed: 1, difficulty: (_, at) => at / 24 - 1.5 };
  const texts = simulatedRoom(course, room, model).map((one) => resultFileText(course, room, one));
  for (const size of SIZES) {
    const into = path.join(folder, String(size));
    mkdirSync(into);
    for (const [n, text] of texts.slice(0, size).entries())
      writeFileSync(path.join(into, `${n}.json`), text);
  }
}

/** Milliseconds and peak memory (MB) of a report on a folder of results. */
function measure(results, course) {
  const args = ['workshop', 'report', results, '--json', '--course', course];
  const { status, stderr, ms, mb } = runToEnd([fromRoot('dist/cli.js'), ...args]);
  if (status !== 0) throw new Error(`the report failed: ${stderr}`);
  return { ms, mb };
}

function printTable(measured) {
  console.log(
    `workshop report, ${CHECKS} checks, Node ${process.versions.node}, medians of ${RUNS}`,
  );
  console.log('results      ms  (min-max)      peak MB');
  const times = new Map();
  for (const [size, samples] of measured) {
    const { value, least, most } = summary(samples.map(({ ms }) => ms));
    const { value: mb } = summary(samples.map((one) => one.mb));
    times.set(size, value);
    const range = `(${least.toFixed(0)}-${most.toFixed(0)})`.padEnd(14);
    console.log(
      `${String(size).padStart(7)}${value.toFixed(0).padStart(8)}  ${range} ${mb.toFixed(0).padStart(7)}`,
    );
  }
  const each = (from, to) => ((times.get(to) - times.get(from)) / (to - from)).toFixed(2);
  console.log(
    `each further result, from 100 to 500: ${each(100, 500)} ms; from 500 to 1,000: ${each(500, 1000)} ms`,
  );
}

const folder = mkdtempSync(path.join(tmpdir(), 'on-the-record-bench-'));
try {
  const course = path.join(folder, 'long-course');
  writeLongCourse(course);
  const tools = await testTools();
  writeResults(folder, tools.courseAt(course), tools);
  const measured = new Map(SIZES.map((size) => [size, []]));
  for (let run = 1; run <= RUNS; run++) {
    console.error(`run ${run} of ${RUNS}`);
    for (const size of SIZES)
      measured.get(size).push(measure(path.join(folder, String(size)), course));
  }
  printTable(measured);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
