import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import { loadTool } from '../load-tool.mjs';
import { common, programFacts } from './esbuild-options.mjs';
import { everyPatchIsUsed, patches } from './patches.mjs';
import { withoutRuleDocs } from './without-docs.mjs';
import { YOGA_PART, yogaAsPart, yogaBytes } from './yoga.mjs';

const ENTRY = 'src/cli.ts';
const LOADER = 'src/load/main.ts';
const LONGEST_LINE = 1_000;

/**
 * The program as chunks, one for each screen reached by `import()`, so that `--version` loads no screen, and the small
 * file that loads them. Minified, since with its names it is too large, yet with short lines: a fault does not print
 * the whole file.
 */
export async function bundleProgram(folder, words) {
  const { outputFiles, metafile } = await build({
    ...programOptions(words),
    minify: true,
    plugins: [patches(), everyPatchIsUsed(), yogaAsPart(), withoutRuleDocs()],
  });
  const { pack } = await loadTool('src/io/files/archive.ts');
  const scripts = await Promise.all(outputFiles.map(asScript));
  // All in one: npm's own compression is weaker, and smaller groups have less in common. The loader saves what it reads.
  const chunks = brotliCompressSync(pack(new Map([...scripts, [YOGA_PART, yogaBytes()]])));
  const { outputFiles: loader } = await build(loaderOptions(programIn(metafile), chunks));
  write(folder, 'chunks.pack', chunks);
  write(folder, 'cli.js', loader[0].text);
  write(folder, 'package.json', '{ "type": "commonjs" }\n');
  return metafile;
}

/**
 * The program without our patches, as modules and without the loader: Yoga as published waits at the top level, which a
 * script cannot.
 */
export async function bundleUnpatched(folder, words) {
  const { outputFiles, metafile } = await build({
    ...programOptions(words),
    outExtension: { '.js': '.mjs' },
    external: ['react-devtools-core'], // not installed; only loaded if DEV=true
    banner: { js: REQUIRE },
  });
  for (const { path: file, text } of outputFiles) write(folder, path.basename(file), text);
  write(folder, 'cli.js', `import('./${programIn(metafile)}');\n`);
  write(folder, 'package.json', '{ "type": "commonjs" }\n');
  return metafile;
}

/** Some packages ask for parts of Node with `require`, which a module does not have. */
const REQUIRE =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/** @param words the fingerprint of the first course */
const programOptions = (words) => ({
  entryPoints: { program: ENTRY },
  outdir: 'dist', // its name in the metafile
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  define: {
    'process.env.NODE_ENV': '"production"',
    ...programFacts(words),
  },
  // As modules, of which esbuild leaves out what we do not use. For Node the package has scripts.
  alias: { yaml: './node_modules/yaml/browser/dist/index.js' },
  splitting: true,
  metafile: true,
  legalComments: 'none', // the licences are in a file of their own
  write: false,
  ...common(),
});

/**
 * A chunk as a script, since what V8 has compiled of a module cannot be kept: `import()` becomes `require`, and where a
 * module asks for its own place it is told that of the script. esbuild splits modules alone.
 */
async function asScript({ path: file, text }) {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': '__filename', 'import.meta.dirname': '__dirname' },
    minify: true,
    lineLimit: LONGEST_LINE,
    charset: 'ascii',
    logLevel: 'warning',
  });
  return [path.basename(file), Buffer.from(escaped(code), 'latin1')];
}

/** The loader reads ASCII; esbuild leaves the characters of a pattern as they are. */
const escaped = (code) =>
  code.replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The file that the program begins with. */
const programIn = ({ outputs }) =>
  path.basename(Object.keys(outputs).find((name) => outputs[name].entryPoint === ENTRY));

function loaderOptions(program, chunks) {
  return {
    entryPoints: [LOADER],
    define: {
      PROGRAM: JSON.stringify(program),
      BUILD: JSON.stringify(createHash('sha256').update(chunks).digest('hex').slice(0, 16)),
    },
    minify: true,
    write: false,
    ...common('cjs'),
  };
}

const write = (folder, name, content) => writeFileSync(path.join(folder, name), content);
