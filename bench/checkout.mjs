import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { fromRoot } from '../scripts/paths.mjs';
import { npm, pack } from './npm.mjs';
import { say } from './say.mjs';

/** Where the bench finds a file in a checkout. Files move: the newest path comes first. */
const PATHS = {
  loadTool: ['scripts/build/load-tool.mjs', 'scripts/load-tool.mjs'],
  courseParts: ['scripts/build/course-parts.mjs', 'scripts/course-parts.mjs'],
  progressStore: ['src/io/progress/store.ts', 'src/io/progress-store.ts'],
};

/** Our checkout, packed as it is built now. */
export const ourCheckout = (folder) => ({
  name: 'this checkout',
  root: fromRoot(),
  tarball: pack(fromRoot(), path.join(folder, 'ours')),
});

/** An earlier commit, built as that commit builds itself. Later runs reuse it: its folder has the id of the commit. */
export function checkoutOf(commit, folder) {
  const id = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}^{commit}`]);
  const name = id.slice(0, 7);
  const root = path.join(folder, 'commits', id);
  const done = path.join(root, 'packed.json');
  if (!existsSync(done)) {
    say(`building ${name}`);
    extract(id, root);
    npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root });
    npm(['run', 'build'], { cwd: root });
    writeFileSync(done, JSON.stringify(pack(root, root)));
  }
  return { name, root, tarball: JSON.parse(readFileSync(done, 'utf8')) };
}

function git(args) {
  return execFileSync('git', args, { cwd: fromRoot(), encoding: 'utf8' }).trim();
}

function extract(id, root) {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  git(['archive', '--format=tar', `--output=${path.join(root, 'source.tar')}`, id]);
  execFileSync('tar', ['-xf', 'source.tar'], { cwd: root });
}

const importFrom = (root, name) => import(pathToFileURL(pathIn(root, name)).href);

function pathIn(root, name) {
  const found = PATHS[name].map((file) => path.join(root, file)).find((file) => existsSync(file));
  if (found === undefined) throw new Error(`${root} has none of ${PATHS[name].join(', ')}`);
  return found;
}

/** How a checkout reads and writes compiled courses. Their format may change between commits. */
export const courseParts = ({ root }) => importFrom(root, 'courseParts');

/** The progress store of a checkout, bundled with the tools of that checkout. */
export async function progressStore({ root }) {
  const { loadTool } = await importFrom(root, 'loadTool');
  return loadTool(pathIn(root, 'progressStore'));
}
