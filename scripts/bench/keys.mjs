import { HELLO, HOME, LARGE } from './starts.mjs';
import { median, percentile, ratioRow } from './table.mjs';
import { bytesOfMoves, keysInTurns } from './terminal.mjs';

const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 200, rows: 60 },
];

/** Of these the median does not move any more. */
const MOVES = 60;

/** Keys in a course of 10,000 checks against hello-Ink's, and what a move of the highlight at home writes. */
export async function keyRows(bench, count, say) {
  const rows = [];
  for (const size of SIZES) {
    for (const spaced of [true, false])
      rows.push(await keyRow(bench, { count, spaced, ...size }, say));
    const home = [bench.program, '--data-dir', bench.none];
    rows.push(bytesRow(await bytesOfMoves(home, HOME, { count: MOVES, ...size }), size));
  }
  return rows;
}

async function keyRow({ hello, largeProgram, largeData }, options, say) {
  const how = `${options.columns}x${options.rows}, ${options.spaced ? 'spaced' : 'back to back'}`;
  say(`keys at ${how}`);
  const ours = [largeProgram, '--course', 'made', '--data-dir', largeData];
  const [theirs, mine] = await keysInTurns(
    [
      [[hello], HELLO],
      [ours, LARGE],
    ],
    options,
  );
  const p95 = (ms) => [percentile(ms, 95)];
  return ratioRow(
    `key to screen, p95 of ${options.count}, ${how}`,
    p95(mine),
    'hello-Ink',
    p95(theirs),
    1.5,
  );
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
