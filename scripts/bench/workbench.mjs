import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { fromRoot } from '../paths.mjs';
import { writeMadeCourse } from './made-course.mjs';
import { writeYears } from './made-progress.mjs';

/** Outside the package, and kept from one run to the next. */
const folder = path.join(tmpdir(), 'on-the-record-bench');

const HELLO = `
import { Box, Text, render } from 'ink';
import SelectInput from 'ink-select-input';
import React from 'react';
const items = ['one', 'two', 'three', 'four', 'five'].map((value) => ({ label: 'Entry ' + value, value }));
const h = React.createElement;
render(h(Box, { flexDirection: 'column' }, h(Text, null, 'Hello'), h(SelectInput, { items, onSelect: () => process.exit(0) })));
`;

/** npm as this very npm, or as the shell finds it. */
export function npm(args, options = {}) {
  const own = process.env.npm_execpath;
  const [file, first] = own ? [process.execPath, [own]] : ['npm', []];
  return execFileSync(file, [...first, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
}

const { devDependencies } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));

/** What the program is compared against, and what it is measured with. */
export async function prepare() {
  mkdirSync(folder, { recursive: true });
  return {
    folder,
    hello: await hello(),
    program: fromRoot('dist', 'cli.js'),
    ...large(),
    ...years(),
  };
}

/** Ink with a list and nothing else, in one file. */
async function hello() {
  const at = path.join(folder, 'hello');
  const wanted = Object.fromEntries(
    ['ink', 'react', 'ink-select-input'].map((name) => [name, devDependencies[name]]),
  );
  const manifest = JSON.stringify({ private: true, type: 'module', dependencies: wanted });
  const file = path.join(at, 'package.json');
  if (!existsSync(file) || readFileSync(file, 'utf8') !== manifest) {
    rmSync(at, { recursive: true, force: true });
    mkdirSync(at, { recursive: true });
    writeFileSync(file, manifest);
    npm(['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: at });
  }
  writeFileSync(path.join(at, 'hello.js'), HELLO);
  const stub = path.join(at, 'stub.js');
  writeFileSync(stub, 'export default {};');
  await build({
    entryPoints: [path.join(at, 'hello.js')],
    outfile: path.join(at, 'bundled.mjs'),
    absWorkingDir: at,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: { 'react-devtools-core': stub },
    banner: {
      js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
  return path.join(at, 'bundled.mjs');
}

/** The built program once more, with a compiled course of 10,000 checks beside the others. */
function large() {
  const dist = path.join(folder, 'dist-large');
  rmSync(dist, { recursive: true, force: true });
  cpSync(fromRoot('dist'), dist, { recursive: true });
  const course = writeMadeCourse(path.join(dist, 'courses'), 'made', 10_000);
  return { largeProgram: path.join(dist, 'cli.js'), largeCourse: course };
}

/** Data folders: a year of the shipped course, 100,000 answers of the large one, and none. */
function years() {
  const at = (name) => path.join(folder, `data-${name}`);
  for (const name of ['year', 'large', 'none']) rmSync(at(name), { recursive: true, force: true });
  const read = (name) =>
    JSON.parse(readFileSync(fromRoot('dist', 'courses', 'claude-contract', name), 'utf8'));
  writeYears(at('year'), read('index.json'), { answers: 60 + 365 * 10 });
  const large = path.join(folder, 'dist-large', 'courses', 'made', 'index.json');
  writeYears(at('large'), JSON.parse(readFileSync(large, 'utf8')), { answers: 100_000 });
  return { year: at('year'), largeData: at('large'), none: at('none') };
}
