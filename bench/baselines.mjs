import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { build, buildSync } from 'esbuild';
import { fromRoot } from '../scripts/paths.mjs';
import { npm, pack } from './npm.mjs';

const HELLO = `
import { Box, Text, render } from 'ink';
import SelectInput from 'ink-select-input';
import React from 'react';
const items = ['one', 'two', 'three', 'four', 'five'].map((value) => ({ label: 'Entry ' + value, value }));
const h = React.createElement;
const list = h(Box, { flexDirection: 'column' }, h(Text, null, 'Hello'), h(SelectInput, { items, onSelect: () => process.exit(0) }));
const maxFps = process.argv[2];
render(list, maxFps === undefined ? {} : { maxFps: Number(maxFps) });
`;

const BANNER =
  "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);";

const OPTIONS = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'error',
};
const PRODUCTION = { 'process.env.NODE_ENV': '"production"' };

const manifest = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));

/** Writes a file and the folders above it. */
function write(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/**
 * Ink with a list and nothing else, in one file. Its argument is the highest number of frames a second.
 * @returns the path of that file
 */
export async function helloInk(folder) {
  const dependencies = versionsOf(['ink', 'react', 'ink-select-input']);
  const wanted = JSON.stringify({ private: true, type: 'module', dependencies });
  const file = path.join(folder, 'package.json');
  if (!existsSync(file) || readFileSync(file, 'utf8') !== wanted) {
    rmSync(folder, { recursive: true, force: true });
    write(file, wanted);
    npm(['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
  }
  const [entry, stub, bundled] = ['hello.js', 'stub.js', 'bundled.mjs'].map((name) =>
    path.join(folder, name),
  );
  write(entry, HELLO);
  write(stub, 'export default {};');
  await build({
    ...OPTIONS,
    entryPoints: [entry],
    outfile: bundled,
    absWorkingDir: folder,
    define: PRODUCTION,
    alias: { 'react-devtools-core': stub },
    banner: { js: BANNER },
  });
  return bundled;
}

/** A package that does nothing: the time that npx itself takes. */
export function emptyPackage(folder) {
  const at = path.join(folder, 'empty');
  const bin = { 'on-the-record': 'bin.js' };
  write(
    path.join(at, 'package.json'),
    JSON.stringify({ name: 'on-the-record-empty', version: '1.0.0', bin }),
  );
  write(path.join(at, 'bin.js'), '#!/usr/bin/env node\n');
  return pack(at, folder);
}

/** Our program, with the packages that it imports as dependencies. */
export function unbundled(folder, installed) {
  const at = path.join(folder, 'unbundled');
  rmSync(at, { recursive: true, force: true });
  const { outputFiles, metafile } = buildSync({
    ...OPTIONS,
    entryPoints: { cli: fromRoot('src', 'cli.ts') },
    outdir: path.join(at, 'dist'),
    absWorkingDir: fromRoot(),
    packages: 'external',
    splitting: true,
    jsx: 'automatic',
    define: { ...PRODUCTION, PROGRAM_VERSION: '"0"', COURSE_WORDS: '"0"' },
    write: false,
    metafile: true,
  });
  for (const { path: file, contents } of outputFiles) write(file, contents);
  const courses = path.join('dist', 'courses');
  cpSync(path.join(installed, courses), path.join(at, courses), { recursive: true });
  write(path.join(at, 'bin/on-the-record.js'), "#!/usr/bin/env node\nimport '../dist/cli.js';\n");
  const { name, version, type, bin } = manifest;
  const dependencies = versionsOf(packagesIn(metafile));
  write(
    path.join(at, 'package.json'),
    JSON.stringify({ name: `${name}-unbundled`, version, type, bin, dependencies }),
  );
  return pack(at, folder);
}

/** The packages that the built files import: an install of more would not be a fair comparison. */
function packagesIn({ outputs }) {
  const imports = Object.values(outputs).flatMap((output) => output.imports);
  const names = imports
    .filter(({ path: from, external }) => external && !isBuiltin(from))
    .map(({ path: from }) => from.split('/', from.startsWith('@') ? 2 : 1).join('/'));
  return [...new Set(names)].sort();
}

function versionsOf(names) {
  const known = manifest.devDependencies;
  const unknown = names.find((name) => known[name] === undefined);
  if (unknown) throw new Error(`package.json does not list ${unknown}, which the program imports`);
  return Object.fromEntries(names.map((name) => [name, known[name]]));
}
