import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { checkPatches, checkStubs, patches, stubs } from './bundle-patches.mjs';
import { fromRoot, root } from './paths.mjs';
import { inOneFile, sharedModules } from './shared-modules.mjs';

// A package in CommonJS asks for Node's own modules with `require`, which a module does not have.
const REQUIRE =
  "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);\n";

// What esbuild throws where there is none, whatever it calls it.
const REQUIRE_SHIM = 'Dynamic require of "';

const LONGEST_LINE = 160;

const { version } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));

/**
 * The program as a small entry and chunks, one for each screen reached by `import()`, so that
 * `--version` loads no screen. Minified, since with its names it is too large, yet with short lines: a fault does not
 * print the whole file.
 */
export async function bundleProgram(folder) {
  const { metafile: first } = await build(options([stubs, patches]));
  const shared = sharedModules(first);
  const entries = Object.values(first.outputs).flatMap(({ entryPoint }) =>
    entryPoint && entryPoint !== ENTRY ? [entryPoint] : [],
  );
  const plugins = [stubs, patches, inOneFile(shared, entries)];
  const { outputFiles, metafile } = await build(options(plugins));
  checkStubs(metafile);
  checkPatches(metafile);
  for (const file of outputFiles) write(folder, file);
  return metafile;
}

const ENTRY = 'src/cli.ts';

const options = (plugins) => ({
  entryPoints: { cli: ENTRY },
  outdir: 'dist', // its name in the metafile; the files go to the folder
  chunkNames: 'chunks/[name]-[hash]',
  define: {
    'process.env.NODE_ENV': '"production"',
    PROGRAM_VERSION: JSON.stringify(version),
  },
  splitting: true,
  minifySyntax: true,
  minifyWhitespace: true,
  minifyIdentifiers: true,
  lineLimit: LONGEST_LINE,
  metafile: true,
  legalComments: 'none', // the licences are in a file of their own
  plugins,
  write: false,
  ...common,
});

/** A source module as plain JavaScript, for the build's own use; packages stay where they are. */
export async function bundleTool(entry, outfile) {
  await build({ entryPoints: [entry], outfile, packages: 'external', ...common });
}

const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  jsx: 'automatic',
  logLevel: 'warning',
};

function write(folder, { path: output, text }) {
  const file = path.join(folder, path.relative(fromRoot('dist'), output));
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text.includes(REQUIRE_SHIM) ? REQUIRE + text : text);
}
