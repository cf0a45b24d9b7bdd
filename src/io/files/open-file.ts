import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

/**
 * Opens a file. A pipe without a writer would keep the program waiting for ever, and a device may never end, so the
 * program opens nothing but files. Throws the system's error: EISDIR for a folder, ENXIO for a pipe, socket or device.
 * @param flags of `open(2)`
 * @param mode permissions of a file that the flags create
 */
export function openFile(file: string, flags: number = constants.O_RDONLY, mode?: number): number {
  const fd = openSync(file, flags | NO_WAIT, mode);
  try {
    refuseUnlessFile(fd);
    return fd;
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

/** Opens pipes without waiting for a writer. Windows has no such flag, and no pipes among files. */
const NO_WAIT: number = constants.O_NONBLOCK ?? 0;

function refuseUnlessFile(fd: number): void {
  const stats = fstatSync(fd);
  if (stats.isFile()) return;
  const code = stats.isDirectory() ? 'EISDIR' : 'ENXIO';
  throw Object.assign(new Error(`${code}: not a file`), { code });
}

/** The bytes of a file. Throws the system's error as `openFile` does. */
export function readFile(file: string): Buffer {
  const fd = openFile(file);
  try {
    return readFileSync(fd);
  } finally {
    closeSync(fd);
  }
}
