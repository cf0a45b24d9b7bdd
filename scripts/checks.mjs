// `npm test` begins with these: format and lint, types, dead code and the build. They run at the same time, since most of
// them use one core. Each prints what it says when it ends, and any failure is this script's.
import { spawn } from 'node:child_process';
import { fromRoot } from './paths.mjs';

const BIOME = 'node_modules/@biomejs/biome/bin/biome';
const TYPESCRIPT = 'node_modules/typescript/bin/tsc';

/** Each a script for Node: the commands in `node_modules/.bin` need a shell on Windows. */
const CHECKS = [
  [BIOME, 'ci', '--error-on-warnings', '.'],
  ['node_modules/knip/bin/knip.js'],
  [TYPESCRIPT],
  [TYPESCRIPT, '-p', 'src/core'],
  [TYPESCRIPT, '-p', 'src/page'],
  ['scripts/build/build.mjs'],
];

/** @returns whether it passed */
const passes = ([script, ...args]) =>
  new Promise((resolve, reject) => {
    const check = spawn(process.execPath, [fromRoot(script), ...args], { cwd: fromRoot('.') });
    const said = [];
    for (const stream of [check.stdout, check.stderr]) stream.on('data', (part) => said.push(part));
    check.on('error', reject);
    check.on('close', (code) => {
      process.stdout.write(Buffer.concat(said));
      if (code !== 0) console.error(`failed: node ${[script, ...args].join(' ')}`);
      resolve(code === 0);
    });
  });

const passed = await Promise.all(CHECKS.map(passes));
if (passed.includes(false)) process.exitCode = 1;
