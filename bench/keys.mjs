import { BLOCK, keysInTurns } from './list.mjs';
import { say } from './say.mjs';
import { HELLO, HOME } from './starts.mjs';
import { row } from './table.mjs';

export const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 200, rows: 60 },
];

/** In ms. Ink draws a frame at least 34 ms after the one before; keys this far apart don't wait for it. */
const SPACING = 40;

/** Frames a second that the program asks of Ink. Ink's default is 30. */
const PROGRAM_FPS = '1000';

/** The time from a key to its frame, in a course of 10,000 checks. */
export async function keyRows(bench, count) {
  const rows = [];
  for (const size of SIZES)
    for (const spacing of [SPACING, 0])
      rows.push(...(await rowsFor(bench, { count, spacing, ...size })));
  return rows;
}

/** Without pauses, Ink's default slows hello-Ink down. Such keys are compared with a faster hello-Ink as well. */
async function rowsFor({ hello, sides }, options) {
  const { count, spacing, columns, rows } = options;
  const how = `${columns}x${rows}, ${spacing > 0 ? `spaced ${spacing} ms` : 'back to back'}`;
  const baselines = [['hello-Ink', [hello]]];
  if (spacing === 0) baselines.push(['hello-Ink at 1,000 frames a second', [hello, PROGRAM_FPS]]);
  const programs = [
    ...baselines.map(([, args]) => [args, HELLO]),
    ...sides.map(({ largeProgram, largeData }) => [
      [largeProgram, '--course', 'large', '--data-dir', largeData],
      HOME,
    ]),
  ];
  const samples = await keysInTurns(programs, options, (done) =>
    say(`keys at ${how}, ${done} of ${count}`),
  );
  const ours = samples.slice(baselines.length);
  return baselines.map(([name], n) =>
    row(`key to screen, p95 of ${count}, ${how}`, n === 0 ? ours : ours.slice(0, 1), {
      baseline: [name, samples[n]],
      percentile: 95,
      block: BLOCK,
      toReach: 1.5,
    }),
  );
}
