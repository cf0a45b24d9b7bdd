import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pack, unpack } from '../../src/io/files/archive.js';

/** Changes the text of one part of a compiled course. */
export function changePart(folder: string, part: string, change: (text: string) => string): void {
  const file = path.join(folder, 'course.pack');
  const parts = new Map(unpack(readFileSync(file)));
  const before = parts.get(part);
  if (!before) throw new Error(`no part ${part}`);
  parts.set(part, Buffer.from(change(Buffer.from(before).toString())));
  writeFileSync(file, pack(parts));
}
