import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';

/** What a case says of itself where no file system can be mounted: not root, or in a container. */
const NO_MOUNT = { notTried: 'no tmpfs can be mounted here' };

/**
 * Does the work on a file system of its own, so small that it can be filled, and that can be made read-only even for
 * root, who may write anywhere else.
 * @param work (data, readOnly) => outcome; `readOnly(true)` takes the right to write away, `readOnly(false)` gives it back
 */
export async function onSmallDisk(folder, size, work) {
  const data = path.join(folder, 'disk');
  mkdirSync(data);
  if (!mount('-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', data)) return NO_MOUNT;
  try {
    return await work(data, (on) => mount('-o', `remount,${on ? 'ro' : 'rw'}`, data));
  } finally {
    execFileSync('umount', [data]);
  }
}

function mount(...args) {
  try {
    execFileSync('mount', args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
