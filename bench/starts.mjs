import { versionOf } from '../scripts/other-nodes.mjs';
import { say } from './say.mjs';
import { removeCompiledCode } from './setup.mjs';
import { row } from './table.mjs';
import { runAndQuit, timeToEnd, timeToFrame } from './terminal.mjs';
import { inTurn } from './turns.mjs';

export const HELLO = 'five';
// The title of home, in every version.
export const HOME = 'On the record';

const BARE = [['-e', '0']];

/** The arguments of a start, and a text in its first frame. Without a text the start is timed to its end. */
const STARTS = {
  version: ({ program }) => [[program, '--version']],
  list: ({ program, year }) => [[program, 'list', '--data-dir', year]],
  home: ({ program, year }) => [[program, '--data-dir', year], HOME],
  none: ({ program, none }) => [[program, '--data-dir', none], HOME],
  large: ({ largeProgram, largeData }) => [
    [largeProgram, '--course', 'large', '--data-dir', largeData],
    HOME,
  ],
};

/**
 * Starts everything in turns.
 * @param runs number of starts of each
 * @returns samples by name, `ms` or `peak` (MB): a list for each side, or one list for `node` and `hello`
 */
export async function measureStarts({ hello, sides }, runs, node = process.execPath) {
  const programs = [
    { name: 'node', start: BARE },
    { name: 'hello', start: [[hello], HELLO] },
    ...Object.entries(STARTS).flatMap(([name, of]) =>
      sides.map((side) => ({ name, start: of(side) })),
    ),
  ].map((program) => ({ ...program, ms: [], peak: [] }));
  for (const side of sides) await warmUp(side, node);
  for (let run = 0; run < runs; run++) {
    say(`starts on Node ${versionOf(node)}, ${run + 1} of ${runs}`);
    for (const { start, ms, peak } of inTurn(programs, run)) {
      const sample = await measure(start, node);
      ms.push(sample.ms);
      peak.push(sample.peak);
    }
  }
  return (name, what = 'ms') => programs.filter((one) => one.name === name).map((one) => one[what]);
}

const measure = async ([args, text], node) =>
  text ? timeToFrame(args, text, { node }) : { ms: await timeToEnd(args, { node }) };

/**
 * Starts each program once and quits it, so that it keeps the code that V8 compiled and writes the summary of a long
 * log, as it does in daily use. The starts that count are killed at their first frame.
 */
async function warmUp(side, node) {
  for (const start of Object.values(STARTS)) {
    const [args, text] = start(side);
    if (text) await runAndQuit(args, text, { node });
    else await timeToEnd(args, { node });
  }
}

/** The first frame after an installation: V8 has compiled nothing yet. */
export async function firstStartRows({ sides }, runs) {
  const bare = [];
  const samples = sides.map(() => []);
  for (let run = 0; run < runs; run++) {
    say(`first start after an installation, ${run + 1} of ${runs}`);
    bare.push(await timeToEnd(...BARE));
    for (const [n, side] of inTurn([...sides.entries()], run)) {
      removeCompiledCode(side);
      samples[n].push((await timeToFrame(...STARTS.none(side))).ms);
    }
  }
  return [row('first start after an installation', samples, { baseline: ['node -e 0', bare] })];
}

export function startRows(of) {
  const node = ['node -e 0', ...of('node')];
  const hello = ['hello-Ink', ...of('hello')];
  const home = 'first frame of home, a year of progress';
  const none = ['shipped course, no progress', of('none')[0]];
  return [
    row('--version', of('version'), { baseline: node, toReach: 1.2, limit: 1.25 }),
    row('list', of('list'), { baseline: node, toReach: 1.5 }),
    row(home, of('home'), { baseline: node, toReach: 2.4 }),
    row(home, of('home').slice(0, 1), { baseline: hello, toReach: 1 }),
    row('first frame, no progress', of('none'), { baseline: node }),
    row('first frame, 10,000 checks, 100,000 answers', of('large'), {
      baseline: none,
      toReach: 1.2,
      limit: 1.3,
    }),
    ...memoryRows(of('home', 'peak'), of('hello', 'peak')),
  ];
}

/** Empty if the system does not report the peak memory of a process. */
const memoryRows = (ours, [hello]) =>
  ours.flat().includes(undefined)
    ? []
    : [
        row('peak memory at home', ours, {
          unit: 'MB',
          baseline: ['hello-Ink', hello],
          toReach: 1.2,
        }),
      ];
