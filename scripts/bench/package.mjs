import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { fromRoot } from '../paths.mjs';
import { ratioRow } from './table.mjs';
import { npm } from './workbench.mjs';

const LARGEST = 450_000;

/** The package as it is published, and a cold `npx` of it against the same program that installs its packages. */
export async function measurePackage({ folder }, runs, say) {
  const [{ size, entryCount, filename }] = packed(fromRoot(), folder);
  const cache = path.join(folder, 'npm-cache');
  const own = path.join(folder, filename);
  const other = await unbundled(folder);
  say('a first npx of each, to fill npm’s cache');
  for (const tarball of [own, other]) cold(tarball, cache);
  const [mine, theirs] = [[], []];
  for (let run = 0; run < runs; run++) {
    say(`cold npx, ${run + 1} of ${runs}`);
    mine.push(cold(own, cache));
    theirs.push(cold(other, cache));
  }
  const { dependencies = {} } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));
  const count = Object.keys(dependencies).length;
  return [
    bare('tarball', size, 'bytes', LARGEST),
    bare('files in it', entryCount, 'files', 200),
    bare('packages installed with it', count, 'packages', 0),
    ratioRow('cold npx of the tarball', mine, 'the same unbundled', theirs, 0.1),
  ];
}

const bare = (what, value, unit, toReach) => ({
  what,
  value,
  least: value,
  most: value,
  unit,
  against: '',
  toReach,
  met: value <= toReach,
});

function packed(from, into) {
  const told = JSON.parse(
    npm(['pack', '--json', '--ignore-scripts', '--pack-destination', into], { cwd: from }),
  );
  return Array.isArray(told) ? told : Object.values(told);
}

/** The same program with its packages as dependencies. */
async function unbundled(folder) {
  const at = path.join(folder, 'unbundled');
  rmSync(at, { recursive: true, force: true });
  mkdirSync(path.join(at, 'bin'), { recursive: true });
  const manifest = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));
  const { outputFiles } = await build({
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
  cpSync(fromRoot('dist', 'courses'), path.join(at, 'dist', 'courses'), { recursive: true });
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
  const [{ filename }] = packed(at, folder);
  const tarball = path.join(folder, filename);
  if (!existsSync(tarball)) throw new Error(`no ${tarball}`);
  return tarball;
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
