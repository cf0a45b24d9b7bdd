// `npm run audit`: whether a bundled package has a known vulnerability of high severity. It asks the registry, so it is
// no test. Exit code 1 if one has, 2 if the registry gave no answer.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cache, root } from './paths.mjs';

const { outputs } = JSON.parse(readFileSync(path.join(cache, 'metafile.json'), 'utf8'));
const files = Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs));
const packageOf = (file) =>
  /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(file)?.[1];
const bundled = new Set(files.map(packageOf).filter(Boolean));

const npm = process.env.npm_execpath;
const args = ['audit', '--json', '--audit-level=high'];
const [file, rest] = npm ? [process.execPath, [npm, ...args]] : ['npm', args];
const { stdout } = spawnSync(file, rest, { cwd: root, encoding: 'utf8' });

const answer = parsed(stdout);
if (!answer?.vulnerabilities) {
  console.error('audit: the registry gave no answer, so nothing is known');
  process.exit(2);
}
const hits = Object.keys(answer.vulnerabilities).filter((name) => bundled.has(name));
console.log(`audit: ${bundled.size} bundled packages, ${hits.length} with a known vulnerability`);
for (const name of hits) console.log(`  ${name}`);
process.exitCode = hits.length > 0 ? 1 : 0;

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
