// Bundles a TypeScript file of this project, so that any Node runs it without a loader. esbuild bundles the file with all
// that it imports, and with the packages as the program itself has them.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, stop } from 'esbuild';
import { common, programFacts } from './build/esbuild-options.mjs';
import { patches } from './build/patches.mjs';
import { yogaInBundle } from './build/yoga.mjs';
import { cache, fromRoot } from './paths.mjs';

/** Modules find their files by their own address, which the bundle would take from them. */
const keepAddresses = {
  name: 'keep-addresses',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.tsx?$/ }, ({ path: file }) => {
      const address = JSON.stringify(pathToFileURL(file).href);
      const contents = readFileSync(file, 'utf8').replaceAll('import.meta.url', address);
      return { contents, loader: file.endsWith('x') ? 'tsx' : 'ts' };
    }),
};

/**
 * @param file from the root of the project
 * @returns the bundle's path, and what removes it
 */
export async function bundledTypescript(file) {
  const entry = fromRoot(file);
  // A folder of its own: two runs at once must not load each other's half a file. Node opens it to this user only.
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, 'run-'));
  const bundle = path.join(folder, `${path.basename(entry, '.ts')}.mjs`);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  await build(options(entry, bundle)).catch((error) => {
    remove();
    throw error;
  });
  await stop(); // its service would wait for more to build
  return { bundle, remove };
}

const options = (entry, bundle) => ({
  ...common(),
  entryPoints: [entry],
  outfile: bundle,
  external: ['@lydell/node-pty', '@xterm/headless', 'fast-check', 'playwright-core', 'vitest'],
  // Only places: Node reads all of the map at each start.
  sourcemap: true,
  sourcesContent: false,
  define: { 'process.env.NODE_ENV': '"production"', ...programFacts() },
  // Some packages ask for parts of Node in the old way.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  plugins: [keepAddresses, patches(), yogaInBundle()],
});
