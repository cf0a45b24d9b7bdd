import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { patches } from '../../scripts/build/patches.mjs';
import { yogaInBundle } from '../../scripts/build/yoga.mjs';

const PACKAGES = fileURLToPath(new URL('../../node_modules/', import.meta.url));

/** A module of a published package. `module` is its path within node_modules. */
export const published = <T>(module: string): Promise<T> => bundled(module, []);

/** The same module with our patches, as in the program. */
export const patched = <T>(module: string): Promise<T> =>
  bundled(module, [patches(), yogaInBundle()]);

async function bundled<T>(module: string, plugins: Plugin[]): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'on-the-record-'));
  const outfile = path.join(folder, 'bundled.mjs');
  try {
    await build({
      entryPoints: [path.join(PACKAGES, module)],
      outfile,
      plugins,
      bundle: true,
      format: 'esm',
      platform: 'node',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
