import { closeSync, readSync } from 'node:fs';
import { type Listed, NEWLINE } from './archive.js';
import { openFile } from './open-file.js';

/**
 * Reads one part of an archive as UTF-8, without reading the others. Throws an Error if the part is missing or
 * incomplete.
 */
export function readPart(file: string, name: string): string {
  const fd = openFile(file);
  try {
    const head = readHead(fd);
    const listed = JSON.parse(head.toString()) as Listed;
    const index = listed.findIndex(([partName]) => partName === name);
    if (index < 0) throw new Error(`no part ${name}`);
    const before = listed.slice(0, index).reduce((sum, [, length]) => sum + length, 0);
    return readAt(fd, head.length + before, listed[index]?.[1] ?? 0).toString();
  } finally {
    closeSync(fd);
  }
}

/** Enough bytes for the list of a course with 100 lessons. A longer list needs more reads. */
const FIRST_READ = 4096;

function readHead(fd: number): Buffer {
  for (let size = FIRST_READ; ; size *= 4) {
    const bytes = Buffer.alloc(size);
    const count = readSync(fd, bytes, 0, size, 0);
    const end = bytes.subarray(0, count).indexOf(NEWLINE) + 1;
    if (end > 0) return bytes.subarray(0, end);
    if (count < size) throw new Error('no list of parts');
  }
}

function readAt(fd: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const count = readSync(fd, bytes, filled, length - filled, position + filled);
    if (count === 0) throw new Error('the part is incomplete');
    filled += count;
  }
  return bytes;
}
