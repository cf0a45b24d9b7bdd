import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

/** Runs the npm that started the bench, or the one on the PATH. Returns what it prints. */
export function npm(args, options = {}) {
  const own = process.env.npm_execpath;
  const [file, first] = own ? [process.execPath, [own]] : ['npm', []];
  return execFileSync(file, [...first, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
}

/**
 * Packs a package that is built.
 * @returns its tarball in another folder: the file, its size in bytes, and the number of files in it
 */
export function pack(from, into) {
  mkdirSync(into, { recursive: true });
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', into];
  const packed = JSON.parse(npm(args, { cwd: from }));
  const [{ filename, size, entryCount }] = Object.values(packed);
  return { file: path.join(into, filename), size, entryCount };
}

/** Installs a tarball in an empty folder. Returns the folder of the installed program. */
export function install({ file }, into) {
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  npm(['install', '--prefix', into, '--no-audit', '--no-fund', '--loglevel=error', file]);
  return path.join(into, 'node_modules', 'on-the-record');
}
