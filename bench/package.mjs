import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { amountRow, ratioRow } from './table.mjs';
import { empty, unbundled } from './tarballs.mjs';
import { npm } from './workbench.mjs';

const LARGEST = 450_000;

/** The package as it is published, and a cold `npx` of it against the same program that installs its packages. */
export function packageRows({ folder, tarball, installed }, runs, say) {
  const { size, entryCount, filename } = tarball;
  const cache = path.join(folder, 'npm-cache');
  const tarballs = {
    own: path.join(folder, filename),
    unbundled: unbundled(folder, installed),
    empty: empty(folder),
  };
  say('a first npx of each, to fill npm’s cache');
  for (const one of Object.values(tarballs)) cold(one, cache);
  const ms = { own: [], unbundled: [], empty: [] };
  for (let run = 0; run < runs; run++) {
    say(`cold npx, ${run + 1} of ${runs}`);
    for (const [name, one] of Object.entries(tarballs)) ms[name].push(cold(one, cache));
  }
  return [
    amountRow('tarball', [size], { unit: 'bytes', toReach: LARGEST }),
    amountRow('files in it', [entryCount], { unit: 'files' }),
    amountRow('packages installed with it', [packagesBeside(installed)], {
      unit: 'packages',
      toReach: 0,
    }),
    ratioRow('cold npx of the tarball', ms.own, 'the same unbundled', ms.unbundled, {
      toReach: 0.1,
    }),
    ratioRow('the same', ms.own, 'npx of an empty package', ms.empty),
  ];
}

/** Counted where it was installed. */
const packagesBeside = (installed) =>
  readdirSync(path.dirname(installed)).filter((name) => !name.startsWith('.')).length - 1;

/** Milliseconds of `npx TARBALL --version` with nothing installed and npm's own cache warm. */
function cold(tarball, cache) {
  rmSync(path.join(cache, '_npx'), { recursive: true, force: true });
  const began = performance.now();
  npm(
    [
      'exec',
      '--yes',
      '--loglevel=error',
      '--cache',
      cache,
      '--package',
      tarball,
      '--',
      'on-the-record',
      '--version',
    ],
    {
      cwd: path.dirname(tarball),
    },
  );
  return performance.now() - began;
}
