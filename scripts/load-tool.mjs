import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { common, programFacts } from './build/esbuild-options.mjs';
import { cache } from './paths.mjs';

/**
 * A module of src/, for a script's own use. In a new folder each time: two builds at once must not load each other's half
 * a file. Node opens that folder to this user only.
 */
export async function loadTool(entry) {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, 'tool-'));
  const file = path.join(folder, `${path.basename(entry, '.ts')}.mjs`);
  try {
    // Packages stay where they are.
    await build({
      entryPoints: [entry],
      outfile: file,
      packages: 'external',
      define: programFacts(),
      ...common(),
    });
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
