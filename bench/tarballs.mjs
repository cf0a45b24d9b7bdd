import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { fromRoot } from '../scripts/paths.mjs';
import { packed } from './workbench.mjs';

/** What npx takes by itself. */
export function empty(folder) {
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
export function unbundled(folder, installed) {
  const at = path.join(folder, 'unbundled');
  rmSync(at, { recursive: true, force: true });
  mkdirSync(path.join(at, 'bin'), { recursive: true });
  const manifest = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));
  const { outputFiles, metafile } = buildSync({
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
    metafile: true,
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
  const dependencies = versionsOf(packagesIn(metafile), manifest.devDependencies);
  const { name, version, type, bin } = manifest;
  writeFileSync(
    path.join(at, 'package.json'),
    JSON.stringify({ name: `${name}-unbundled`, version, type, bin, dependencies }),
  );
  return path.join(folder, packed(at).filename);
}

/** The packages that the built files import: no more than the program needs would be fair. */
function packagesIn({ outputs }) {
  const imported = Object.values(outputs).flatMap(({ imports }) => imports);
  const names = imported
    .filter(({ path: from, external }) => external && !isBuiltin(from))
    .map(({ path: from }) => from.split('/', from.startsWith('@') ? 2 : 1).join('/'));
  return [...new Set(names)].sort();
}

function versionsOf(names, known) {
  const unknown = names.find((name) => known[name] === undefined);
  if (unknown) throw new Error(`package.json does not list ${unknown}, which the program imports`);
  return Object.fromEntries(names.map((name) => [name, known[name]]));
}
