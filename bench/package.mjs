import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { emptyPackage, unbundled } from './baselines.mjs';
import { npm } from './npm.mjs';
import { say } from './say.mjs';
import { row } from './table.mjs';
import { inTurn } from './turns.mjs';

const LARGEST = 480_000;

/** The published package, and a cold `npx` of it against the same program that installs its packages. */
export function packageRows({ folder, sides }, runs) {
  const cache = path.join(folder, 'npm-cache');
  const tarballs = [
    ...sides.map(({ tarball }) => tarball),
    unbundled(folder, sides[0].installed),
    emptyPackage(folder),
  ];
  say("a first npx of each, to fill npm's cache");
  for (const { file } of tarballs) coldNpx(file, cache);
  const samples = tarballs.map(() => []);
  for (let run = 0; run < runs; run++) {
    say(`cold npx, ${run + 1} of ${runs}`);
    for (const [n, { file }] of inTurn([...tarballs.entries()], run))
      samples[n].push(coldNpx(file, cache));
  }
  const [theUnbundled, theEmpty] = samples.slice(-2);
  return [
    ...contentRows(sides),
    row('cold npx of the tarball', samples.slice(0, -2), {
      baseline: ['the same unbundled', theUnbundled],
      toReach: 0.1,
    }),
    row('cold npx of the tarball', samples.slice(0, 1), {
      baseline: ['npx of an empty package', theEmpty],
    }),
  ];
}

function contentRows(sides) {
  const bound = { toReach: LARGEST, toReachOf: 'value', limit: LARGEST, limitOf: 'value' };
  const none = { toReach: 0, toReachOf: 'value' };
  const each = (field) => sides.map(({ tarball }) => [tarball[field]]);
  return [
    row('tarball', each('size'), { unit: 'bytes', ...bound }),
    row('files in it', each('entryCount'), { unit: 'files', limit: null }),
    row('packages installed with it', [[packagesBeside(sides[0])]], { unit: 'packages', ...none }),
  ];
}

/** Counted where the program is installed. */
const packagesBeside = ({ installed }) =>
  readdirSync(path.dirname(installed)).filter((name) => !name.startsWith('.')).length - 1;

/** Milliseconds of `npx TARBALL --version` if nothing is installed and npm's own cache is full. */
function coldNpx(tarball, cache) {
  rmSync(path.join(cache, '_npx'), { recursive: true, force: true });
  const options = ['--yes', '--loglevel=error', '--cache', cache, '--package', tarball];
  const start = performance.now();
  npm(['exec', ...options, '--', 'on-the-record', '--version'], { cwd: path.dirname(tarball) });
  return performance.now() - start;
}
