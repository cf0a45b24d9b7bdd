import { keysInTurns } from './moves.mjs';
import { HELLO, LARGE } from './starts.mjs';
import { ratioRow } from './table.mjs';

export const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 200, rows: 60 },
];

/** Ink holds a frame back for 34 ms after another: a spaced key of hello-Ink, too, comes when it need not wait. */
const SPACED = 40;

/** As many frames a second as the program asks Ink for. */
const UNHELD = '1000';

/** From a key to its frame, in a course of 10,000 checks against hello-Ink. */
export async function keyRows(bench, count, say) {
  const rows = [];
  for (const size of SIZES) {
    rows.push(...(await spacedRows(bench, { count, spaced: SPACED, ...size }, say)));
    rows.push(...(await backToBackRows(bench, { count, spaced: 0, ...size }, say)));
  }
  return rows;
}

const ours = ({ largeProgram, largeData }) => [
  [largeProgram, '--course', 'made', '--data-dir', largeData],
  LARGE,
];

async function spacedRows(bench, options, say) {
  const how = `${sizeOf(options)}, spaced ${options.spaced} ms`;
  const programs = [[[bench.hello], HELLO], ours(bench)];
  const [theirs, mine] = await keysInTurns(programs, options, telling(say, how));
  return [keyRow(named(options, how), mine, 'hello-Ink', theirs)];
}

/** Where keys come at once Ink's own limit of 30 frames a second is what hello-Ink takes: it is told without it, too. */
async function backToBackRows(bench, options, say) {
  const how = `${sizeOf(options)}, back to back`;
  const programs = [[[bench.hello], HELLO], [[bench.hello, UNHELD], HELLO], ours(bench)];
  const [theirs, unheld, mine] = await keysInTurns(programs, options, telling(say, how));
  return [
    keyRow(named(options, how), mine, 'hello-Ink', theirs),
    keyRow('the same', mine, 'hello-Ink at 1,000 frames a second', unheld),
  ];
}

const sizeOf = ({ columns, rows }) => `${columns}x${rows}`;
const named = ({ count }, how) => `key to screen, p95 of ${count}, ${how}`;
const telling = (say, how) => (soFar) => say(`keys at ${how}, ${soFar}`);

const keyRow = (what, mine, against, theirs) =>
  ratioRow(what, mine, against, theirs, { percentile: 95, toReach: 1.5 });
