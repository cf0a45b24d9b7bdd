import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A file of `src` and what it imports, types included. */
export type SourceFile = {
  /** Its path from `src`, such as `core/hash.ts`. */
  readonly path: string;
  readonly lines: number;
  /** The files of `src` that it imports, by their paths from `src`. */
  readonly files: readonly string[];
  /** The names of npm packages, without a path inside the package, and of `node:` modules. */
  readonly packages: readonly string[];
  /** The names of the types, interfaces and classes that it defines. */
  readonly types: readonly string[];
};

/** Relies on Biome's format: an import begins a line and ends with a semicolon, and strings have single quotes. */
const STATIC = /^(?:import|export)\s(?:[\w$*{}\s,]*\sfrom\s)?'([^']+)'/gm;
const TYPE = /^(?:export )?(?:declare )?(?:type|interface|class) (\w+)/gm;
const INLINE = /\bimport\('([^']+)'\)/g;

/**
 * The specifiers of all imports and re-exports in a file's text.
 * Throws if a line begins with `import` and no specifier is found for it.
 */
export function importsIn(text: string): string[] {
  const all = [...text.matchAll(STATIC)];
  const found = all.filter(([statement]) => statement.startsWith('import')).length;
  const begun = text.match(/^import\b(?!\.)/gm)?.length ?? 0;
  if (found !== begun)
    throw new Error(`found ${found} imports where ${begun} lines begin with one`);
  return [...all, ...text.matchAll(INLINE)].flatMap(([, specifier]) => specifier ?? []);
}

/** Every TypeScript file below a folder. Throws if an import names no file there. */
export function sourceFiles(src: string): SourceFile[] {
  const names = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => /\.tsx?$/.test(name));
  const known = new Set(names);
  return names
    .sort()
    .map((name) => sourceFile(name, readFileSync(path.join(src, name), 'utf8'), known));
}

function sourceFile(name: string, text: string, known: ReadonlySet<string>): SourceFile {
  const specifiers = importsIn(text);
  const isFile = (specifier: string): boolean => specifier.startsWith('.');
  return {
    path: name,
    lines: text.split('\n').length - 1,
    files: specifiers.filter(isFile).map((specifier) => target(name, specifier, known)),
    packages: specifiers.filter((specifier) => !isFile(specifier)).map(packageOf),
    types: [...text.matchAll(TYPE)].flatMap(([, type]) => type ?? []),
  };
}

/** The file that a relative import of another file names: imports say `.js` for `.ts` and `.tsx`. */
function target(from: string, specifier: string, known: ReadonlySet<string>): string {
  const base = path.posix.join(path.posix.dirname(from), specifier).replace(/\.js$/, '');
  const file = [`${base}.ts`, `${base}.tsx`].find((one) => known.has(one));
  if (file === undefined) throw new Error(`${from} imports ${specifier}, which is no file of src`);
  return file;
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
