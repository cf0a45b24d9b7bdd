import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { NotPossible } from '../cases.js';

export type SmallDisk = {
  readonly data: string;
  readonly setReadOnly: (on: boolean) => void;
};

/**
 * Mounts a small disk for the work: it can be filled, and it can be made read-only even for root. Throws `NotPossible`
 * without the right to mount.
 * @param size in bytes
 */
export async function onSmallDisk(
  folder: string,
  size: number,
  work: (disk: SmallDisk) => Promise<void>,
): Promise<void> {
  const data = path.join(folder, 'disk');
  mkdirSync(data);
  try {
    mount('-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', data);
  } catch {
    throw new NotPossible('no tmpfs can be mounted here');
  }
  try {
    await work({ data, setReadOnly: (on) => mount('-o', `remount,${on ? 'ro' : 'rw'}`, data) });
  } finally {
    execFileSync('umount', [data]);
  }
}

const mount = (...args: readonly string[]): void => {
  execFileSync('mount', args, { stdio: 'ignore' });
};
