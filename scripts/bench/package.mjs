import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { fromRoot } from '../paths.mjs';
import { ratioRow } from './table.mjs';
import { npm, packed } from './workbench.mjs';

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
    bare('tarball', size, 'bytes', LARGEST),
    bare('files in it', entryCount, 'files'),
    bare('packages installed with it', packagesBeside(installed), 'packages', 0),
    ratioRow('cold npx of the tarball', ms.own, 'the same unbundled', ms.unbundled, 0.1),
    ratioRow('the same', ms.own, 'npx of an empty package', ms.empty),
  ];
}

/** Counted where it was installed. */
const packagesBeside = (installed) =>
  readdirSync(path.dirname(installed)).filter((name) => !name.startsWith('.')).length - 1;

const bare = (what, value, unit, toReach) => ({
  what,
  value,
  least: value,
  most: value,
  unit,
  against: '',
  ...(toReach !== undefined && { toReach, met: value <= toReach }),
});

/** What npx takes by itself. */
function empty(folder) {
  const at = path.join(folder, 'empty');
  mkdirSync(at, { recursive: true });
  const manifest = {
    name: 'on-the-record-empty',
    version: '1.0.0',
    bin: { 'on-the-record': 'bin.js' },
  };
  writeFileSync(path.join(at, 'package.json'), JSON.stringify(manifest));
  writeFileSync(path.join(at, 'bin.js'), '#!/usr/bin/env node\n');
  return path.join(folder, packed(at).filename);
}

/** The same program with its packages as dependencies. */
function unbundled(folder, installed) {
  const at = path.join(folder, 'unbundled');
  rmSync(at, { recursive: true, force: true });
  mkdirSync(path.join(at, 'bin'), { recursive: true });
  const manifest = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));
  const { outputFiles } = buildSync({
    entryPoints: { cli: fromRoot('src', 'cli.ts') },
    outdir: path.join(at, 'dist'),
    absWorkingDir: fromRoot(),
    bundle: true,
    packages: 'external',
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    define: { PROGRAM_VERSION: '"0"', 'process.env.NODE_ENV': '"production"' },
    write: false,
    logLevel: 'error',
  });
  for (const { path: file, contents } of outputFiles) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, contents);
  }
  cpSync(path.join(installed, 'dist', 'courses'), path.join(at, 'dist', 'courses'), {
    recursive: true,
  });
  writeFileSync(
    path.join(at, 'bin', 'on-the-record.js'),
    "#!/usr/bin/env node\nimport '../dist/cli.js';\n",
  );
  const used = [
    'chokidar',
    'commander',
    'conf',
    'env-paths',
    'fastest-levenshtein',
    'ink',
    'ink-select-input',
    'react',
    'stemmer',
    'string-width',
    'ts-fsrs',
    'valibot',
    'wrap-ansi',
    'yaml',
  ];
  const dependencies = Object.fromEntries(
    used.map((name) => [name, manifest.devDependencies[name]]),
  );
  const { name, version, type, bin } = manifest;
  writeFileSync(
    path.join(at, 'package.json'),
    JSON.stringify({ name: `${name}-unbundled`, version, type, bin, dependencies }),
  );
  return path.join(folder, packed(at).filename);
}

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
