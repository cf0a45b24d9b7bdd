import { readFile } from 'node:fs/promises';
import { fromRoot } from './paths.mjs';

/** What the first screen is made of: these entries, and all that they import. */
const FIRST = ['src/commands/learn.ts', 'src/ui/start-screens.ts', 'src/ui/run-screens.tsx'];

const NAME = 'shared-modules';

/**
 * The modules that the way to the first screen shares with other commands. Left to itself esbuild makes a file of each
 * group of modules that the same commands use: some forty files for the first screen, and opening them takes longer
 * than running them.
 */
export function sharedModules({ outputs }) {
  const entries = Object.values(outputs).filter(({ entryPoint }) => entryPoint);
  const reached = new Map(
    entries.map(({ entryPoint }) => [entryPoint, modulesOf(entryPoint, outputs)]),
  );
  const first = new Set(FIRST.flatMap((entry) => [...(reached.get(entry) ?? [])]));
  const users = (module) => [...reached.values()].filter((modules) => modules.has(module)).length;
  // Of the screens nothing: most commands have none.
  const isOwn = (module) => /^src\/(?!ui\/)/.test(module);
  return [...first].filter((one) => isOwn(one) && users(one) > 1 && !reached.has(one)).sort();
}

function modulesOf(entry, outputs) {
  const start = Object.keys(outputs).find((name) => outputs[name].entryPoint === entry);
  const seen = new Set([start]);
  for (const name of seen)
    for (const { path, kind } of outputs[name].imports)
      if (kind === 'import-statement' && outputs[path]) seen.add(path);
  return new Set([...seen].flatMap((name) => Object.keys(outputs[name].inputs)));
}

/**
 * Puts the shared modules in one file, by having every entry but the small first one import all of them.
 * @param entries what is reached by `import()`, as in the metafile
 */
export function inOneFile(shared, entries) {
  const files = new Set(entries.map((entry) => fromRoot(entry)));
  return {
    name: NAME,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${NAME}$`) }, () => ({ path: NAME, namespace: NAME }));
      build.onLoad({ filter: /./, namespace: NAME }, () => ({
        contents: shared.map((file) => `import ${JSON.stringify(fromRoot(file))};`).join('\n'),
        resolveDir: fromRoot(),
      }));
      build.onLoad({ filter: /[\\/]src[\\/].*\.tsx?$/ }, async ({ path: file }) => {
        if (!files.has(file)) return undefined;
        const loader = file.endsWith('x') ? 'tsx' : 'ts';
        return { contents: `import '${NAME}';\n${await readFile(file, 'utf8')}`, loader };
      });
    },
  };
}
