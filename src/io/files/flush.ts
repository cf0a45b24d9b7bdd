import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { codeOf } from './disk-error.js';

/** Writes at the end of an open file. @returns how many bytes were written */
export type Write = (fd: number, bytes: Uint8Array) => number;

export const writeToDisk: Write = (fd, bytes) => writeSync(fd, bytes);

/** Writes all bytes at the end of an open file, and returns once they are on the disk. Throws unless all were written. */
export function writeFlushed(fd: number, bytes: Uint8Array, write: Write): void {
  writeWhole(fd, bytes, write);
  sync(fd);
}

/** On a full disk, a write may be incomplete without an error. */
function writeWhole(fd: number, bytes: Uint8Array, write: Write): void {
  if (write(fd, bytes) < bytes.length)
    throw Object.assign(new Error('only a part was written'), { code: 'ENOSPC' });
}

const NOT_SUPPORTED = ['EINVAL', 'ENOSYS', 'ENOTSUP'];

/** Ignores file systems that cannot sync. */
function sync(fd: number): void {
  try {
    fsyncSync(fd);
  } catch (error) {
    if (!NOT_SUPPORTED.includes(codeOf(error))) throw error;
  }
}

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
