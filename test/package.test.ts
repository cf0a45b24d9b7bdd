import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { unpack } from '../src/io/files/archive.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

type Output = {
  readonly entryPoint?: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly imports: readonly {
    readonly path: string;
    readonly kind: string;
    readonly external?: boolean;
  }[];
};
type Metafile = { readonly outputs: Readonly<Record<string, Output>> };

const outputs = (): Metafile['outputs'] => {
  const file = `${ROOT}node_modules/.cache/on-the-record/metafile.json`;
  return (JSON.parse(readFileSync(file, 'utf8')) as Metafile).outputs;
};

/** The modules that an entry point of the built program loads first. */
function loadedBy(entry: string): string[] {
  const all = outputs();
  const first = Object.keys(all).find((name) => all[name]?.entryPoint === entry);
  if (first === undefined) throw new Error(`no entry ${entry}`);
  const seen = new Set([first]);
  for (const name of seen) {
    for (const { path, kind } of all[name]?.imports ?? []) {
      if (kind === 'import-statement' && all[path]) seen.add(path);
    }
  }
  return [...seen].flatMap((name) => Object.keys(all[name]?.inputs ?? {}));
}

const SCREENS =
  /^node_modules\/(ink|ink-select-input|react|react-reconciler|yoga-layout)\/|^src\/ui\//;
const HEAVY = /^node_modules\/(conf|yaml|valibot|ajv|chokidar)\//;

/** A live room: its server, its page, its journal, the screens of its facilitator, and joining it. */
const LIVE_ROOM =
  /^src\/(net|page|io\/live-room|ui\/room|plain\/live-room|commands\/workshop\/live-(room|join))\//;

describe('the built program', () => {
  test('loads no screen, course or progress for --help and --version', () => {
    const modules = loadedBy('src/cli.ts');
    expect(modules).toContain('src/cli.ts');
    expect(modules.filter((name) => SCREENS.test(name) || HEAVY.test(name))).toEqual([]);
    expect(modules.filter((name) => /^src\/(io|plain|commands\/learn)/.test(name))).toEqual([]);
  });

  test('loads no screen, YAML reader or conf for list', () => {
    const modules = loadedBy('src/commands/progress/list.ts');
    expect(modules.filter((name) => SCREENS.test(name) || HEAVY.test(name))).toEqual([]);
  });

  test('loads no screen or conf for new', () => {
    const modules = loadedBy('src/commands/author/new.ts');
    expect(modules.filter((name) => SCREENS.test(name) || /\/conf\//.test(name))).toEqual([]);
  });

  test('loads the code of a live room only for workshop room and join --room', () => {
    const entries = Object.values(outputs()).flatMap(({ entryPoint }) => entryPoint ?? []);
    expect(entries.filter((entry) => loadedBy(entry).some((name) => LIVE_ROOM.test(name)))).toEqual(
      expect.arrayContaining([
        'src/commands/workshop/live-room/room.ts',
        'src/commands/workshop/live-join/live-room-link.ts',
      ]),
    );
    const others = entries.filter((entry) => !LIVE_ROOM.test(entry));
    for (const command of ['learn/learn', 'progress/list', 'workshop/join', 'workshop/report'])
      expect(others).toContain(`src/commands/${command}.ts`);
    expect(others.flatMap(loadedBy).filter((name) => LIVE_ROOM.test(name))).toEqual([]);
  });

  test('never loads the code that makes the schemas for editors', () => {
    const all = Object.values(outputs()).flatMap(({ inputs }) => Object.keys(inputs));
    expect(all.filter((name) => name.includes('to-json-schema'))).toEqual([]);
  });

  test('loads no YAML reader or conf for home before Ink', () => {
    const modules = [
      ...loadedBy('src/commands/learn/learn.ts'),
      ...loadedBy('src/ui/start-screens.ts'),
    ];
    expect(modules.filter((name) => /^node_modules\/(ink|react)\//.test(name))).toEqual([]);
    expect(modules.filter((name) => HEAVY.test(name))).toEqual([]);
  });
});

describe('the package', () => {
  type Packed = { readonly size: number; readonly files: readonly { readonly path: string }[] };
  const packed = (): Packed => {
    const npm = process.env.npm_execpath;
    const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
    const [file, rest] = npm ? [process.execPath, [npm, ...args]] : ['npm', args];
    const output = JSON.parse(execFileSync(file, rest, { cwd: ROOT, encoding: 'utf8' }));
    return (Array.isArray(output) ? output[0] : Object.values(output)[0]) as Packed;
  };

  test('is under 480 kB, without source code, source maps or tests, and with the course files, their schemas and the licences', () => {
    const { size, files } = packed();
    const names = files.map(({ path }) => path);
    expect(size).toBeLessThan(480_000);
    expect(
      names.filter((name) => /\.(map|tsx?)$|^(src|test|lessons|scripts|docs)\//.test(name)),
    ).toEqual([]);
    expect(names.filter((name) => /\.ya?ml$/.test(name))).toContain(
      'dist/courses/claude-contract/source/course.yaml',
    );
    expect(names).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'README.md',
        'dist/cli.js',
        'dist/THIRD-PARTY-LICENSES.txt',
        'dist/schema/lesson.schema.json',
      ]),
    );
  });

  test('has its scripts as ASCII, since the loader reads them as ASCII', () => {
    const parts = [...unpack(brotliDecompressSync(readFileSync(`${ROOT}dist/chunks.pack`)))];
    const isScript = ([name]: readonly [string, unknown]): boolean => name.endsWith('.js');
    expect(parts.filter((part) => !isScript(part)).map(([name]) => name)).toEqual(['yoga.wasm']);
    const scripts = parts.filter(isScript);
    expect(scripts.length).toBeGreaterThan(30);
    expect(scripts.filter(([, code]) => code.some((byte) => byte > 0x7f))).toEqual([]);
  });

  test('has no dependencies', () => {
    const { dependencies, optionalDependencies, peerDependencies } = JSON.parse(
      readFileSync(`${ROOT}package.json`, 'utf8'),
    );
    expect([dependencies, optionalDependencies, peerDependencies]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('contains the licences and notices of the packages in the bundle, and of no others', () => {
    const licences = readFileSync(`${ROOT}dist/THIRD-PARTY-LICENSES.txt`, 'utf8');
    const folders = bundledPackages();
    const names = folders.map((folder) => {
      const { name, version } = JSON.parse(readFileSync(`${ROOT}${folder}/package.json`, 'utf8'));
      return `${name} ${version}`;
    });
    const headings = licences.split(`\n${'-'.repeat(80)}\n\n`).map((text) => text.split('\n')[0]);
    expect(headings.length).toBeGreaterThan(10);
    expect(headings.sort()).toEqual([...new Set(names)].sort());
    const texts = folders.flatMap((folder) =>
      readdirSync(`${ROOT}${folder}`)
        .filter((name) => /licen[cs]e|copying|notice/i.test(name))
        .map((name) => `${folder}/${name}`),
    );
    expect(texts).toContain('node_modules/es-toolkit/NOTICE');
    const isThere = (file: string) =>
      licences.includes(readFileSync(`${ROOT}${file}`, 'utf8').trim());
    expect(texts.filter((file) => !isThere(file))).toEqual([]);
  });

  test('loads nothing but its own code and what comes with Node', () => {
    // Node looks for other packages in every folder above, where others may have put one.
    const external = Object.values(outputs())
      .flatMap(({ imports }) => imports)
      .filter(({ external }) => external)
      .map(({ path }) => path);
    expect(external.length).toBeGreaterThan(5);
    // The loader has this one in its archive.
    expect([...new Set(external)].filter((name) => !isBuiltin(name))).toEqual(['./yoga.wasm']);
  });
});

/** The folders of the packages that have code in the built program. */
function bundledPackages(): string[] {
  const files = Object.values(outputs()).flatMap(({ inputs }) => Object.keys(inputs));
  const pattern = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/;
  return [...new Set(files.flatMap((file) => pattern.exec(file)?.[0] ?? []))];
}
