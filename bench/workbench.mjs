import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { readCourseParts } from '../scripts/course-parts.mjs';
import { fromRoot } from '../scripts/paths.mjs';
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
const list = h(Box, { flexDirection: 'column' }, h(Text, null, 'Hello'), h(SelectInput, { items, onSelect: () => process.exit(0) }));
const maxFps = process.argv[2];
render(list, maxFps === undefined ? {} : { maxFps: Number(maxFps) });
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

/** @returns what npm tells of the tarball */
export function packed(from) {
  const told = JSON.parse(
    npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], { cwd: from }),
  );
  return Array.isArray(told) ? told[0] : Object.values(told)[0];
}

const { devDependencies } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));

/** What the program is compared against, and what it is measured with. */
export async function prepare() {
  mkdirSync(folder, { recursive: true });
  const { installed, tarball } = install();
  const large = withLargeCourse(installed);
  return {
    folder,
    tarball,
    hello: await hello(),
    installed,
    program: programIn(installed),
    large,
    largeProgram: programIn(large),
    ...years(installed, large),
  };
}

/** What V8 compiled of it before is gone: the next start is the first of all. */
export const forgetCompiled = (installed) =>
  rmSync(path.join(installed, 'dist', '.compiled'), { recursive: true, force: true });

const programIn = (installed) => path.join(installed, 'bin', 'on-the-record.js');

/** As it is published: packed, and installed from the tarball. */
function install() {
  const tarball = packed(fromRoot());
  const at = path.join(folder, 'installed');
  rmSync(at, { recursive: true, force: true });
  mkdirSync(at);
  const file = path.join(folder, tarball.filename);
  npm(['install', '--prefix', at, '--no-audit', '--no-fund', '--loglevel=error', file]);
  return { tarball, installed: path.join(at, 'node_modules', 'on-the-record') };
}

/** Ink with a list and nothing else, in one file; an argument is how many frames a second it draws at most. */
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

/** The installed program once more, with a compiled course of 10,000 checks beside the others. */
function withLargeCourse(installed) {
  const at = path.join(folder, 'large');
  rmSync(at, { recursive: true, force: true });
  cpSync(installed, at, { recursive: true });
  writeMadeCourse(coursesIn(at), 'made', 10_000);
  return at;
}

const coursesIn = (installed) => path.join(installed, 'dist', 'courses');

const indexOf = (installed, course) =>
  readCourseParts(path.join(coursesIn(installed), course)).get('index');

/** Data folders: a year of the shipped course, 100,000 answers of the large one, and none. */
function years(installed, large) {
  const at = (name) => path.join(folder, `data-${name}`);
  for (const name of ['year', 'large', 'none']) rmSync(at(name), { recursive: true, force: true });
  writeYears(at('year'), indexOf(installed, 'claude-contract'), { answers: 60 + 365 * 10 });
  writeYears(at('large'), indexOf(large, 'made'), { answers: 100_000 });
  return { year: at('year'), largeData: at('large'), none: at('none') };
}
