import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PROGRAM = path.join(ROOT, 'dist', 'cli.js');

type Manifest = { readonly scripts: Readonly<Record<string, string>> };
type Lock = {
  readonly packages: Readonly<Record<string, { readonly hasInstallScript?: boolean }>>;
};
const json = <T>(name: string): T => JSON.parse(readFileSync(path.join(ROOT, name), 'utf8')) as T;

describe('the package', () => {
  test('runs nothing on being installed', () => {
    const { scripts } = json<Manifest>('package.json');
    const known = ['preinstall', 'install', 'postinstall'].filter((name) => name in scripts);
    expect(known).toEqual([]);
  });

  test('is built with no package that runs a script on being installed, but for those that are known', () => {
    const { packages } = json<Lock>('package-lock.json');
    const scripted = Object.keys(packages).filter((name) => packages[name]?.hasInstallScript);
    // esbuild's is refused (`allowScripts`); fsevents is macOS's alone, and optional.
    const known = /node_modules\/(esbuild|fsevents)$/;
    expect(scripted.filter((name) => !known.test(name))).toEqual([]);
  });

  test('is made of no package with a known vulnerability, as far as the registry tells', () => {
    const npm = process.env.npm_execpath;
    const args = ['audit', '--json', '--audit-level=high'];
    const [file, rest] = npm ? [process.execPath, [npm, ...args]] : ['npm', args];
    const { stdout } = spawnSync(file, rest, { cwd: ROOT, encoding: 'utf8', timeout: 20_000 });
    const told = parsed(stdout);
    if (told?.vulnerabilities === undefined) return; // no registry, or one that does not audit
    const bundled = bundledPackages();
    const hit = Object.keys(told.vulnerabilities).filter((name) => bundled.has(name));
    expect(hit).toEqual([]);
  });
});

type Audit = { readonly vulnerabilities?: Readonly<Record<string, unknown>> };

function parsed(text: string): Audit | undefined {
  try {
    return JSON.parse(text) as Audit;
  } catch {
    return undefined;
  }
}

type Metafile = {
  readonly outputs: Readonly<
    Record<string, { readonly inputs: Readonly<Record<string, unknown>> }>
  >;
};

function bundledPackages(): Set<string> {
  const { outputs } = json<Metafile>('node_modules/.cache/on-the-record/metafile.json');
  const files = Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs));
  return new Set(
    files.flatMap(
      (file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(file)?.[1] ?? [],
    ),
  );
}

describe('the program opens no network connection', () => {
  let folder = '';
  let guard = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'on-the-record-'));
    guard = path.join(folder, 'guard.mjs');
    // A pipe is a socket, too: what counts is whether it is told to connect, and whether a name is looked up.
    writeFileSync(
      guard,
      `import net from 'node:net';
import dns from 'node:dns';
import { writeSync } from 'node:fs';
const told = (what) => () => { writeSync(2, 'NETWORK ' + what + '\\n'); throw new Error('no network'); };
net.Socket.prototype.connect = told('connect');
net.Server.prototype.listen = told('listen');
dns.lookup = told('lookup');
globalThis.fetch = told('fetch');
`,
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each([
    [['--version'], ''],
    [['list'], ''],
    [['--plain', 'learn', '1'], '1\n1\n1\nq\n'],
    [['workshop', 'join', 'tuesday', '--lesson', '2'], '1\n1\n1\n1\nq\n'],
    [['workshop', 'handout', '--lesson', '2'], ''],
    [['doctor'], ''],
    [['check'], ''],
  ])('on %j', (args, input) => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', pathToFileURL(guard).href, PROGRAM, ...args],
      { cwd: folder, input, encoding: 'utf8', env: { ...process.env, ON_THE_RECORD_HOME: folder } },
    );
    expect(stderr).not.toContain('NETWORK');
    expect(status).toBe(0);
  });

  test('and the guard sees one that is opened', () => {
    const { stderr } = spawnSync(
      process.execPath,
      ['--import', pathToFileURL(guard).href, '-e', "require('net').connect(9, '127.0.0.1')"],
      { encoding: 'utf8' },
    );
    expect(stderr).toContain('NETWORK connect');
  });
});
