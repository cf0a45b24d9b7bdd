import { closeSync, fsync, fsyncSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { codeOf } from './disk-error.js';

/** Writes at the end of an open file. @returns how many bytes were written */
export type Write = (fd: number, bytes: Uint8Array) => number;

export const writeToDisk: Write = (fd, bytes) => writeSync(fd, bytes);

/** Writes all bytes at the end of an open file. On a full disk, a write may be incomplete without an error: this throws. */
export function writeWhole(fd: number, bytes: Uint8Array, write: Write): void {
  if (write(fd, bytes) < bytes.length)
    throw Object.assign(new Error('only a part was written'), { code: 'ENOSPC' });
}

const NOT_SUPPORTED = ['EINVAL', 'ENOSYS', 'ENOTSUP'];

/** Returns once what was written is on the disk. Ignores file systems that cannot say so. */
export function flush(fd: number): void {
  try {
    fsyncSync(fd);
  } catch (error) {
    if (!NOT_SUPPORTED.includes(codeOf(error))) throw error;
  }
}

/** The same, without waiting. */
export const flushSoon = (fd: number): Promise<void> =>
  new Promise((resolve, reject) => {
    fsync(fd, (error) => {
      if (error && !NOT_SUPPORTED.includes(codeOf(error))) reject(error);
      else resolve();
    });
  });

/** A new file survives a crash only if its folder, and each new parent folder, is synced too. */
export function syncFolders(folder: string, firstMade: string | undefined): void {
  syncFolder(folder);
  const parent = path.dirname(folder);
  if (firstMade !== undefined && folder.length >= firstMade.length && parent !== folder)
    syncFolders(parent, firstMade);
}

/** Fails silently: Windows and some file systems cannot sync a folder. The entries are already on the disk. */
function syncFolder(folder: string): void {
  try {
    const fd = openSync(folder, 'r');
    try {
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  } catch {}
}
