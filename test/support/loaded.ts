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
 * What Node runs before the program: it writes down each script that is compiled, each of Node's own modules that the
 * program asks for, and each segmenter that is made.
 */
const TRACE = `const vm = require('node:vm');
const Module = require('node:module');
const { appendFileSync } = require('node:fs');
const load = Module._load;
Module._load = function (id, ...rest) {
  if (Module.isBuiltin(id)) appendFileSync(TOLD, 'node:' + id.replace(/^node:/, '') + '\\n');
  return load.call(this, id, ...rest);
};
vm.Script = class extends vm.Script {
  constructor(source, options) {
    super(source, options);
    appendFileSync(TOLD, options.filename + '\\n');
  }
};
Intl.Segmenter = class extends Intl.Segmenter {
  constructor(...asked) {
    super(...asked);
    appendFileSync(TOLD, 'Intl.Segmenter\\n');
  }
};
`;

/** Traces what the built program really loads. */
export function traceIn(folder: string): {
  /** Arguments for Node, before the program's. */
  readonly args: readonly string[];
  /**
   * The modules of what was loaded so far, sorted: files of ours by their paths, packages by their names, Node's own as
   * `node:...`; and `dist/Intl.Segmenter`, which takes as long to make as many of them to load.
   */
  readonly modules: () => string[];
} {
  const told = path.join(folder, 'loaded.txt');
  const hook = path.join(folder, 'trace.cjs');
  writeFileSync(told, '');
  writeFileSync(hook, TRACE.replaceAll('TOLD', JSON.stringify(told)));
  return { args: ['--require', hook], modules: () => modulesOf(readFileSync(told, 'utf8')) };
}

function modulesOf(told: string): string[] {
  const { outputs } = JSON.parse(readFileSync(METAFILE, 'utf8')) as Metafile;
  const lines = told.split('\n').filter(Boolean);
  const isNodes = (line: string): boolean => line.startsWith('node:');
  const chunks = lines
    .filter((line) => !isNodes(line))
    .map((file) => `dist/${path.basename(file)}`);
  const inputs = chunks.flatMap((chunk) => Object.keys(outputs[chunk]?.inputs ?? { [chunk]: {} }));
  return [...new Set([...inputs.map(named), ...lines.filter(isNodes)])].sort();
}

const named = (file: string): string =>
  /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? file;
