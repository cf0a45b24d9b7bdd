import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadTool } from '../load-tool.mjs';

const { pack, unpack } = await loadTool('src/io/files/archive.ts');

const fileOf = (folder) => path.join(folder, 'course.pack');

/** What a compiled course holds, by the names of its parts. */
export function readCourseParts(folder) {
  const parts = unpack(readFileSync(fileOf(folder)));
  return new Map([...parts].map(([name, bytes]) => [name, JSON.parse(bytes.toString())]));
}

export function writeCourseParts(folder, values) {
  const parts = [...values].map(([name, value]) => [name, Buffer.from(JSON.stringify(value))]);
  writeFileSync(fileOf(folder), pack(new Map(parts)));
}
