import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { common } from './build/esbuild-options.mjs';
import { cache } from './paths.mjs';

/**
 * A module of src/, for a script's own use. Under a name of its own each time: two builds at once
 * must not load each other's half a file.
 */
export async function loadTool(entry) {
  const file = path.join(cache, `${path.basename(entry, '.ts')}-${randomUUID()}.mjs`);
  try {
    // Packages stay where they are.
    await build({ entryPoints: [entry], outfile: file, packages: 'external', ...common() });
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(file, { force: true });
  }
}
