import path from 'node:path';
import { writeLargeCourse } from './large-course.mjs';
import { runToEnd } from './run-to-end.mjs';
import { say } from './say.mjs';
import { row } from './table.mjs';
import { inTurn } from './turns.mjs';

const CHECKS = 10_000;

/** Each takes seconds, so a few samples are enough. */
const runsOf = (samples) => Math.ceil(samples / 5);

/**
 * What an author waits for: `check` of a course of 10,000 questions in YAML files. An earlier commit may not read the
 * course of today, so the two are compared with its own course.
 */
export function checkRows(bench, samples) {
  const [ours, earlier] = bench.sides;
  const rows = rowsFor(bench, { side: ours, sides: [ours], of: 'check', samples });
  if (earlier === undefined) return rows;
  const of = `check with the course of ${earlier.name}`;
  return [...rows, ...rowsFor(bench, { side: earlier, sides: bench.sides, of, samples })];
}

/** @param side the checkout whose course is repeated */
function rowsFor({ folder }, { side, sides, of, samples }) {
  const course = path.join(folder, 'large-course');
  writeLargeCourse(side.root, course, CHECKS);
  const measured = sides.map(() => []);
  for (let run = 0; run < runsOf(samples); run++) {
    say(`${of}, 10,000 questions, ${run + 1} of ${runsOf(samples)}`);
    for (const [n, { program }] of inTurn([...sides.entries()], run))
      measured[n].push(check(program, course));
  }
  const what = `${of}, 10,000 questions, median of ${runsOf(samples)}`;
  const all = (field) => measured.map((list) => list.map((one) => one[field]));
  return [
    row(what, all('ms'), { toReach: 15_000, toReachOf: 'value' }),
    row(`${what}: peak memory`, all('mb'), { unit: 'MB', toReach: 512, toReachOf: 'value' }),
  ];
}

/** The course repeats some questions, so that players who never read can be good at it. That is an error, exit code 1. */
function check(program, course) {
  const { status, stdout, ...figures } = runToEnd([program, 'check', course, '--bots']);
  if (status > 1 || !new RegExp(`of ${CHECKS}\\b`).test(stdout))
    throw new Error(`check failed: ${stdout.slice(-500)}`);
  return figures;
}
