// Yoga's package has its WebAssembly as base64 in a script. The program's archive has it as bytes: the package is 10 kB
// smaller, and a start decodes nothing.
import { readFileSync } from 'node:fs';
import { fromRoot } from '../paths.mjs';

const SCRIPT = 'node_modules/yoga-layout/dist/binaries/yoga-wasm-base64-esm.js';

const BASE64 = /(?<=;base64,)[A-Za-z0-9+/=]+/;

/** The name of the part. The patch of Yoga asks for it. */
export const YOGA_PART = 'yoga.wasm';

/** The bytes of the part. */
export const yogaBytes = () =>
  Buffer.from(BASE64.exec(readFileSync(fromRoot(SCRIPT), 'utf8'))[0], 'base64');

/**
 * Leaves the base64 out of the bundle, and the part to the loader.
 * @returns {import('esbuild').Plugin}
 */
export const yogaAsPart = () => ({
  name: 'yoga',
  setup(build) {
    build.onResolve({ filter: /\.wasm$/ }, ({ path }) => ({ path, external: true }));
    build.onLoad({ filter: /yoga-wasm-base64-esm\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(BASE64, ''),
    }));
  },
});

/**
 * Has the part in the bundle, for bundles that the program's loader does not load.
 * @returns {import('esbuild').Plugin}
 */
export const yogaInBundle = () => ({
  name: 'yoga',
  setup(build) {
    build.onResolve({ filter: /\.wasm$/ }, ({ path }) => ({ path, namespace: 'yoga' }));
    build.onLoad({ filter: /.*/, namespace: 'yoga' }, () => ({
      contents: yogaBytes(),
      loader: 'binary',
    }));
  },
});
