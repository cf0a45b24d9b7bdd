// `node scripts/run-typescript.mjs FILE [args]` runs a TypeScript file of this project on any Node, without a loader.
// esbuild bundles the file with all that it imports, and with the packages as the program itself has them.
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

const [file, ...args] = process.argv.slice(2);
const entry = fromRoot(file);
// A folder of its own: two runs at once must not load each other's half a file. Node opens it to this user only.
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(path.join(cache, 'run-'));
const bundle = path.join(folder, `${path.basename(entry, '.ts')}.mjs`);
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
process.setSourceMapsEnabled(true);
await build({
  ...common(),
  entryPoints: [entry],
  outfile: bundle,
  external: ['@lydell/node-pty', '@xterm/headless', 'fast-check', 'playwright-core', 'vitest'],
  sourcemap: 'inline',
  define: { 'process.env.NODE_ENV': '"production"', ...programFacts() },
  // Some packages ask for parts of Node in the old way.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  plugins: [keepAddresses, patches(), yogaInBundle()],
});
await stop(); // its service would wait for more to build
process.argv = [process.argv[0], entry, ...args];
await import(pathToFileURL(bundle).href);
