import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const METAFILE = fileURLToPath(
  new URL('../../node_modules/.cache/on-the-record/metafile.json', import.meta.url),
);

type Metafile = {
  readonly outputs: Readonly<
    Record<string, { readonly inputs: Readonly<Record<string, unknown>> }>
  >;
};

/**
 * A script that Node runs before the program. It logs each compiled script, each of Node's modules that the program
 * loads, and each segmenter that it makes.
 */
const TRACE = `const vm = require('node:vm');
const Module = require('node:module');
const { appendFileSync } = require('node:fs');
const load = Module._load;
Module._load = function (id, ...rest) {
  if (Module.isBuiltin(id)) appendFileSync(LOG, 'node:' + id.replace(/^node:/, '') + '\\n');
  return load.call(this, id, ...rest);
};
vm.Script = class extends vm.Script {
  constructor(source, options) {
    super(source, options);
    appendFileSync(LOG, options.filename + '\\n');
  }
};
Intl.Segmenter = class extends Intl.Segmenter {
  constructor(...args) {
    super(...args);
    appendFileSync(LOG, 'Intl.Segmenter\\n');
  }
};
`;

/** Traces the modules that the built program loads. */
export function traceIn(folder: string): {
  /** Arguments for Node, before the program's. */
  readonly args: readonly string[];
  /**
   * The modules loaded so far, sorted: our files by path, packages by name, Node's modules as `node:...`. Includes
   * `dist/Intl.Segmenter` if the program made a segmenter, which takes as long as loading many modules.
   */
  readonly modules: () => string[];
} {
  const log = path.join(folder, 'loaded.txt');
  const hook = path.join(folder, 'trace.cjs');
  writeFileSync(log, '');
  writeFileSync(hook, TRACE.replaceAll('LOG', JSON.stringify(log)));
  return { args: ['--require', hook], modules: () => modulesOf(readFileSync(log, 'utf8')) };
}

function modulesOf(log: string): string[] {
  const { outputs } = JSON.parse(readFileSync(METAFILE, 'utf8')) as Metafile;
  const lines = log.split('\n').filter(Boolean);
  const isNodes = (line: string): boolean => line.startsWith('node:');
  const chunks = lines
    .filter((line) => !isNodes(line))
    .map((file) => `dist/${path.basename(file)}`);
  const inputs = chunks.flatMap((chunk) => Object.keys(outputs[chunk]?.inputs ?? { [chunk]: {} }));
  return [...new Set([...inputs.map(named), ...lines.filter(isNodes)])].sort();
}

const named = (file: string): string =>
  /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? file;
