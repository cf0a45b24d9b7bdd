import { versionOf } from '../scripts/other-nodes.mjs';
import { ratioRow } from './table.mjs';
import { untilEnd, untilLeft, untilShown } from './terminal.mjs';
import { forgetCompiled } from './workbench.mjs';

export const HOME = 'Quit';
export const HELLO = 'five';
export const LARGE = '(2)';

/** What is started: its arguments, and the text by which its first frame is known. */
const STARTS = {
  node: () => [['-e', '0']],
  version: ({ program }) => [[program, '--version']],
  list: ({ program, year }) => [[program, 'list', '--data-dir', year]],
  home: ({ program, year }) => [[program, '--data-dir', year], HOME],
  none: ({ program, none }) => [[program, '--data-dir', none], HOME],
  hello: ({ hello }) => [[hello], HELLO],
  large: ({ largeProgram, largeData }) => [
    [largeProgram, '--course', 'made', '--data-dir', largeData],
    LARGE,
  ],
};

/**
 * Milliseconds until each start has ended or shown its first frame, in turns; and of those that stay the most memory.
 * @param runs so many of each
 */
export async function measureStarts(bench, runs, say, node = process.execPath) {
  const at = new Map(Object.keys(STARTS).map((name) => [name, { ms: [], peak: [] }]));
  await settle(bench, node);
  const on = node === process.execPath ? 'this Node' : `Node ${versionOf(node)}`;
  for (let run = 0; run < runs; run++) {
    say(`starts on ${on}, ${run + 1} of ${runs}`);
    for (const [name, start] of Object.entries(STARTS)) {
      const [args, text] = start(bench);
      const { ms, peak } = text
        ? await untilShown(args, text, { node })
        : { ms: await untilEnd(args, { node }) };
      at.get(name).ms.push(ms);
      at.get(name).peak.push(peak);
    }
  }
  return (name, what = 'ms') => at.get(name)[what];
}

/**
 * One of each that is left before the first counted start: it keeps what V8 has compiled, and writes the summary of a
 * long log, as a session does after years of use. A start that is counted is ended at its first frame.
 */
async function settle(bench, node) {
  for (const start of [STARTS.home, STARTS.none, STARTS.large]) {
    const [args, text] = start(bench);
    await untilLeft(args, text, { node });
  }
  for (const start of [STARTS.version, STARTS.list]) await untilEnd(start(bench)[0], { node });
}

/** The first frame when V8 has compiled nothing of it yet. */
export async function firstStartRows({ installed, program, none }, runs, say) {
  const [firsts, bare] = [[], []];
  for (let run = 0; run < runs; run++) {
    say(`the first start of all, ${run + 1} of ${runs}`);
    bare.push(await untilEnd(['-e', '0']));
    forgetCompiled(installed);
    firsts.push((await untilShown([program, '--data-dir', none], HOME)).ms);
  }
  return [ratioRow('first frame of the first start of all', firsts, 'node -e 0', bare)];
}

export const startRows = (of) => [
  ratioRow('--version', of('version'), 'node -e 0', of('node'), { toReach: 1.2 }),
  ratioRow('list', of('list'), 'node -e 0', of('node'), { toReach: 1.5 }),
  ratioRow('first frame of home, a year of progress', of('home'), 'node -e 0', of('node'), {
    toReach: 2.4,
  }),
  ratioRow('the same', of('home'), 'hello-Ink', of('hello'), { toReach: 1 }),
  ratioRow(
    'the same, 10,000 checks, 100,000 answers',
    of('large'),
    'shipped course, no progress',
    of('none'),
    { toReach: 1.2 },
  ),
  ...memoryRows(of('home', 'peak'), of('hello', 'peak')),
];

/** None where the system does not tell what a process has had. */
const memoryRows = (mine, theirs) =>
  mine.includes(undefined)
    ? []
    : [ratioRow('peak memory at home', mine, 'hello-Ink', theirs, { toReach: 1.2, unit: 'MB' })];
