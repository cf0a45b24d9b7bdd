// Every place where the bundle differs from the packages it is made of, and why. The build fails
// as soon as a package no longer holds what is replaced here, so no patch goes stale unseen.
import { readFileSync } from 'node:fs';
import { NARROW, NARROW_ROWS } from './narrow.mjs';
import { unchangedEnd } from './unchanged-end.mjs';

/** Modules that are never used, and cost start-up time or break it. */
const STUBS = [
  {
    // conf imports the JSON Schema validator even when it is given no schema: some 50 ms.
    module: 'ajv/dist/2020.js',
    importedBy: 'conf',
    contents: `export class Ajv2020 { constructor() { throw new Error('conf is built without schemas'); } }`,
  },
  {
    module: 'ajv-formats',
    importedBy: 'conf',
    contents: 'export default {};',
  },
  {
    // conf compares versions for migrations, which it is never given: some 16 kB of the package.
    module: 'semver',
    importedBy: 'conf',
    contents: 'export default {};',
  },
];

const NAMESPACE = 'stub';

export const stubs = {
  name: 'stubs',
  setup(build) {
    const find = (module) => STUBS.find((stub) => stub.module === module);
    build.onResolve({ filter: /./ }, ({ path }) =>
      find(path) ? { path, namespace: NAMESPACE } : undefined,
    );
    build.onLoad({ filter: /./, namespace: NAMESPACE }, ({ path }) => ({
      contents: find(path).contents,
    }));
  },
};

/** Throws where a bundled package no longer imports what is stubbed. */
export function checkStubs({ inputs }) {
  const files = Object.keys(inputs);
  const isBundled = (name) => files.some((file) => file.startsWith(`node_modules/${name}/`));
  const unused = STUBS.find(
    ({ module, importedBy }) => isBundled(importedBy) && !files.includes(`${NAMESPACE}:${module}`),
  );
  if (unused)
    throw new Error(
      `${unused.importedBy} no longer imports ${unused.module}: mend scripts/bundle-patches.mjs`,
    );
}

/** An Intl.Segmenter takes some ten milliseconds to make: it is made when a text first needs one. */
const segmenterOnNeed = (made) => ({
  find: made,
  replace: `{ made: undefined, segment(text) { this.made ??= ${made}; return this.made.segment(text); } }`,
});

/** A class of characters takes long to build: a pattern is made when a text first needs it. */
const patternOnNeed = (name, source, flags) => ({
  find: `const ${name} = /${source}/${flags};`,
  replace: `const ${name} = { made: undefined, test(text) { this.made ??= new RegExp(String.raw\`${source}\`, '${flags}'); return this.made.test(text); } };`,
});

/** So many texts of earlier frames, and as many rows of them: a few hundred kilobytes. */
const TEXTS_REMEMBERED = 1000;

/** Changes of a few lines within packages, for the time to the first screen, and from a key to the next. */
const PATCHES = [
  {
    // Loaded for subcommands that are programs of their own, of which there are none.
    file: 'node_modules/commander/lib/command.js',
    changes: [
      {
        find: "const childProcess = require('node:child_process');",
        replace: 'const childProcess = {};',
      },
    ],
  },
  {
    // It asks other programs only where the terminal does not tell its size.
    file: 'node_modules/terminal-size/index.js',
    changes: [
      {
        find: "import {execFileSync} from 'node:child_process';",
        replace:
          "const execFileSync = (...asked) => require('node:child_process').execFileSync(...asked);",
      },
    ],
  },
  {
    file: 'node_modules/string-width/index.js',
    changes: [
      segmenterOnNeed('new Intl.Segmenter()'),
      patternOnNeed('rgiEmojiRegex', '^\\p{RGI_Emoji}$', 'v'),
      patternOnNeed('spacingMarkRegex', '\\p{Spacing_Mark}', 'v'),
      {
        // The marks that this program draws are as plain as ASCII, and need none of what follows.
        find: `if (/^[\\u0020-\\u007E]*$/.test(string)) {`,
        replace: `if (/^[\\u0020-\\u007E]*$/.test(string) || (ambiguousIsNarrow && ${NARROW}.test(string))) {`,
      },
    ],
  },
  {
    file: 'node_modules/wrap-ansi/index.js',
    changes: [
      segmenterOnNeed('new Intl.Segmenter()'),
      {
        find: 'const ASCII_PRINTABLE_REGEX = /^[ -~]*$/;',
        replace: `const ASCII_PRINTABLE_REGEX = ${NARROW};`,
      },
    ],
  },
  {
    file: 'node_modules/slice-ansi/tokenize-ansi.js',
    changes: [segmenterOnNeed(`new Intl.Segmenter(undefined, {granularity: 'grapheme'})`)],
  },
  {
    file: 'node_modules/ink/build/line-update.js',
    changes: [
      segmenterOnNeed(`new Intl.Segmenter(undefined, { granularity: 'grapheme' })`),
      {
        find: 'const printableAscii = /^[ -~]*$/u;',
        replace: `const printableAscii = ${NARROW};\n${unchangedEnd}`,
      },
      {
        // A move of the highlight changes the front of two rows: what stands behind it stays.
        find: 'return partial.length < full.length ? partial : full;',
        replace: `const shorter = partial.length < full.length ? partial : full;
    const isAligned = previousText.length === nextText.length && printableAscii.test(previousText + nextText);
    const end = isAligned ? unchangedEnd(previous, next) : 0;
    if (end === 0 || end > previous.length - commonLength || end > next.length - offset) return shorter;
    const middle = ansiEscapes.cursorTo(column) + styles + next.slice(offset, next.length - end);
    return middle.length < shorter.length ? middle : shorter;`,
      },
    ],
  },
  {
    file: 'node_modules/@alcalzone/ansi-tokenize/build/tokenize.js',
    changes: [
      segmenterOnNeed('new Intl.Segmenter(undefined, { granularity: "grapheme" })'),
      {
        // Plain text, be it coloured and in rows, has a character to a code unit.
        find: 'of segmenter.segment(str)) {',
        replace: `of ${NARROW_ROWS}.test(str) ? Array.from(str, (segment, index) => ({ segment, index })) : segmenter.segment(str)) {`,
      },
    ],
  },
  {
    file: 'node_modules/ink/build/output.js',
    changes: [
      {
        // Asked of every character of every line that is drawn.
        find: 'filter(character => !/^',
        replace: `filter(character => ${NARROW}.test(character.value) || !/^`,
      },
      {
        // What is known of a text stays known from one frame to the next, since most rows are the same.
        find: 'caches = new OutputCaches();',
        replace: `caches = lastingCaches();`,
      },
      {
        find: 'export default class Output {',
        replace: `let lasting = new OutputCaches();
const lastingCaches = () => {
    if (lasting.styledChars.size > ${TEXTS_REMEMBERED}) lasting = new OutputCaches();
    return lasting;
};
const BLANK = { type: 'char', value: ' ', fullWidth: false, styles: [] };
export default class Output {`,
      },
      {
        find: '    styledChars = new Map();\n',
        replace: '    styledChars = new Map();\n    lines = new Map();\n    rows = new Map();\n',
      },
      {
        find: `const characterLines = [[]];
        for (const character of this.caches.getStyledChars(text)) {`,
        replace: `const known = this.caches.lines.get(text);
        const characterLines = [[]];
        for (const character of known ? [] : this.caches.getStyledChars(text)) {`,
      },
      {
        find: 'let lines = characterLines.map(line => styledCharsToString(line));',
        replace: `let lines = known ?? characterLines.map(line => styledCharsToString(line));
        this.caches.lines.set(text, lines);`,
      },
      {
        // A row of the output is what is written to it, and drawn at the end, unless the same has been drawn before.
        find: `            const row = [];
            for (let x = 0; x < this.width; x++) {
                row.push({
                    type: 'char',
                    value: ' ',
                    fullWidth: false,
                    styles: [],
                });
            }
            output.push(row);`,
        replace: '            output.push([]);',
      },
      {
        find: `            const characters = this.caches.getStyledChars(line);
            // Nothing to write`,
        replace: `            currentLine.push({ x, line });
        }
    }
    drawn(writes) {
        const key = this.width + writes.map(({ x, line }) => '\\n' + x + ' ' + line).join('');
        const known = this.caches.rows.get(key);
        if (known !== undefined) return known;
        const currentLine = Array.from({ length: this.width }, () => BLANK);
        for (const { x, line } of writes) {
            const characters = this.caches.getStyledChars(line);
            // Nothing to write`,
      },
      {
        find: `        }
    }
    write(x, y, text, options) {`,
        replace: `        }
        const row = styledCharsToString(currentLine.filter(item => item !== undefined)).trimEnd();
        this.caches.rows.set(key, row);
        return row;
    }
    write(x, y, text, options) {`,
      },
      {
        find: `            .map(line => {
            // See https://github.com/vadimdemedes/ink/pull/564#issuecomment-1637022742
            const lineWithoutEmptyItems = line.filter(item => item !== undefined);
            return styledCharsToString(lineWithoutEmptyItems).trimEnd();
        })`,
        replace: '            .map(writes => this.drawn(writes))',
      },
    ],
  },
  {
    file: 'node_modules/ink/build/sanitize-ansi.js',
    changes: [
      {
        find: 'import { hasAnsi',
        replace: "import QuickLRU from 'quick-lru';\nimport { hasAnsi",
      },
      {
        find: 'export default sanitizeAnsi;',
        replace: `const known = new QuickLRU({ maxSize: ${TEXTS_REMEMBERED} });
export default text => {
    if (!known.has(text)) known.set(text, sanitizeAnsi(text));
    return known.get(text);
};`,
      },
    ],
  },
  {
    file: 'node_modules/ink/build/render-node-to-output.js',
    changes: [
      {
        find: "import widestLine from 'widest-line';",
        replace: "import measureText from './measure-text.js';",
      },
      {
        // It is known from when the text was laid out.
        find: 'const currentWidth = widestLine(text);',
        replace: 'const currentWidth = measureText(text).width;',
      },
    ],
  },
  {
    // What it waits for when DEV=true are React's development tools, which are not bundled.
    file: 'node_modules/ink/build/reconciler.js',
    changes: [
      {
        find: `if (process.env['DEV'] === 'true') {
    // Intentionally`,
        replace: `if (false) {
    // Intentionally`,
      },
      {
        find: `if (process.env['DEV'] === 'true') {
    try {`,
        replace: `if (false) {
    try {`,
      },
    ],
  },
  {
    // Yoga's WebAssembly comes through fetch, which loads an HTTP client: compiled at once it takes a quarter, and
    // nothing has to be waited for.
    file: 'node_modules/yoga-layout/dist/src/index.js',
    changes: [
      {
        find: 'const Yoga = wrapAssembly(await loadYoga());',
        replace: `const own = { instantiateWasm(imports, done) {
  const module = new WebAssembly.Module(Buffer.from(own.wasm.slice(own.wasm.indexOf(',') + 1), 'base64'));
  const instance = new WebAssembly.Instance(module, imports);
  done(instance, module);
  return instance.exports;
} };
loadYoga(own);
const Yoga = wrapAssembly(own);`,
      },
    ],
  },
  {
    file: 'node_modules/yoga-layout/dist/binaries/yoga-wasm-base64-esm.js',
    changes: [{ find: 'if(!ua(H)){var va=H;', replace: 'h.wasm=H;if(!ua(H)){var va=H;' }],
  },
];

const changed = new Set();

/** Makes the changes, each of which has to be found once. */
export const patches = {
  name: 'patches',
  setup(build) {
    build.onLoad({ filter: /[\\/]node_modules[\\/].*\.js$/ }, ({ path }) => {
      const file = path.replaceAll('\\', '/');
      const patch = PATCHES.find((one) => file.endsWith(`/${one.file}`));
      if (!patch) return undefined;
      const text = readFileSync(path, 'utf8');
      changed.add(patch.file);
      return { contents: patch.changes.reduce((now, one) => change(now, one, patch.file), text) };
    });
  },
};

function change(text, { find, replace }, file) {
  if (text.split(find).length !== 2)
    throw new Error(`${file} no longer holds once ‘${find}’: mend scripts/bundle-patches.mjs`);
  return text.replace(find, () => replace);
}

/** Throws where a file that is to be changed is no longer bundled. */
export function checkPatches({ inputs }) {
  const missing = PATCHES.find(({ file }) => !changed.has(file) || !(file in inputs));
  if (missing) throw new Error(`${missing.file} is not bundled: mend scripts/bundle-patches.mjs`);
}
