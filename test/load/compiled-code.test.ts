import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { pack, unpack } from '../../src/io/files/archive.js';
import { isRoot, NOBODY } from '../support/other-user.js';
import { PLANTED, plantedCode } from '../support/planted-code.js';
import { temporaryFolders } from '../support/temporary-folder.js';
import { testNode } from '../support/terminal.js';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const FAST = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

describe('the code that V8 compiled', () => {
  const newFolder = temporaryFolders();
  let folder = '';
  const dist = (): string => path.join(folder, 'dist');
  const compiled = (): string => path.join(dist(), '.compiled');
  beforeEach(() => {
    folder = newFolder();
    cpSync(DIST, dist(), { recursive: true, filter: (file) => !file.endsWith('.compiled') });
  });

  const command = (...args: string[]): string[] => [
    ...[path.join(dist(), 'cli.js'), ...args],
    ...['--data-dir', path.join(folder, 'data')],
  ];
  const run = (...args: string[]) => {
    const { status, signal, stdout, stderr } = spawnSync(testNode(), command(...args), {
      encoding: 'utf8',
    });
    return { status, signal, stdout: stdout.replaceAll(folder, 'FOLDER'), stderr };
  };
  const files = (): string[] =>
    readdirSync(compiled(), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort();

  type Saved = readonly { readonly name: string; readonly code: Buffer }[];
  const savedFiles = (): Saved =>
    files().map((file) => ({ name: path.basename(file), code: readFileSync(file) }));
  function place(saved: Saved): void {
    mkdirSync(compiled(), { mode: 0o700 });
    for (const { name, code } of saved)
      writeFileSync(path.join(compiled(), name), code, { mode: 0o600 });
  }

  /** What the first start of a copy prints and saves: the same for each copy. */
  let listed: ReturnType<typeof run>;
  let saved: Saved = [];
  beforeEach(() => {
    if (saved.length > 0) return;
    listed = run('list');
    expect(listed).toMatchObject({ status: 0, signal: null, stderr: '' });
    saved = savedFiles();
    rmSync(compiled(), { recursive: true });
  });

  test('is saved beside the program, and not written again if a start could use it', () => {
    expect(saved.map(({ name }) => name.replace(/-.*/, ''))).toEqual(['list', 'program']);
    place(saved);
    const times = files().map((file) => statSync(file).mtimeMs);
    expect(run('list')).toEqual(listed);
    expect(files().map((file) => statSync(file).mtimeMs)).toEqual(times);
  });

  test('is ignored and written again if any byte is wrong', () => {
    place(saved);
    for (const [n, share] of [0, 0.001, 0.5, 0.999].entries()) {
      files().forEach((file, i) => {
        const bytes = Buffer.from(saved[i]?.code ?? '');
        const at = Math.floor(share * bytes.length);
        if (n % 2 === 0) bytes[at] = 255 - (bytes[at] ?? 0);
        writeFileSync(file, n % 2 === 0 ? bytes : bytes.subarray(0, at));
      });
      expect(run('list')).toEqual(listed);
    }
    expect(run('list')).toEqual(listed);
  });

  test('is not needed if it cannot be written', () => {
    writeFileSync(compiled(), 'a file in its place');
    expect(run('list')).toEqual(listed);
    expect(readFileSync(compiled(), 'utf8')).toBe('a file in its place');
  });

  test('does not help a damaged program, which reports the damage in one line', () => {
    const chunks = path.join(dist(), 'chunks.pack');
    writeFileSync(chunks, readFileSync(chunks).subarray(0, 100_000));
    const { status, stdout, stderr } = run('--version');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('install the program again');
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test('does not help a program that lacks a chunk', () => {
    place(saved);
    const chunks = path.join(dist(), 'chunks.pack');
    const parts = new Map(unpack(brotliDecompressSync(readFileSync(chunks))));
    const check = [...parts.keys()].filter((name) => name.startsWith('check-'));
    expect(check.map((name) => parts.delete(name))).toEqual([true]);
    writeFileSync(chunks, brotliCompressSync(pack(parts), FAST));
    const { status, stderr } = run('check', dist());
    expect([status, stderr]).toEqual([1, expect.stringContaining('install the program again')]);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  describe.skipIf(process.platform === 'win32')("is this user's alone", () => {
    const rightsOf = (place: string): string => (statSync(place).mode & 0o777).toString(8);

    test.each(['000', '022', '277'])('with the umask %s', (umask) => {
      const script = `umask ${umask}; exec "$0" "$@"`;
      const args = ['-c', script, testNode(), ...command('list')];
      expect(spawnSync('sh', args, { encoding: 'utf8' }).stderr).toBe('');
      expect(files()).toHaveLength(2);
      expect([compiled(), ...files()].map(rightsOf)).toEqual(['700', '600', '600']);
    });

    const program = (): string =>
      files().find((file) => /^program-/.test(path.basename(file))) ?? '';

    let planted: Saved = [];
    beforeEach(() => {
      if (planted.length > 0) return;
      place(saved);
      writeFileSync(program(), plantedCode(dist(), program()));
      planted = savedFiles();
      rmSync(compiled(), { recursive: true });
    });

    test('because V8 runs whatever it says', () => {
      place(planted);
      expect(run('list').stdout).toBe(PLANTED);
    });

    test.each<[string, () => void]>([
      ['everyone may write the file', () => chmodSync(program(), 0o666)],
      ['a group may write the file', () => chmodSync(program(), 0o620)],
      ['everyone may write the folder', () => chmodSync(compiled(), 0o777)],
      ["everyone may write the program's folder", () => chmodSync(dist(), 0o777)],
      ['everyone may write a folder above', () => chmodSync(folder, 0o777)],
      [
        'the folder is a link',
        () => {
          renameSync(compiled(), path.join(folder, 'elsewhere'));
          symlinkSync(path.join(folder, 'elsewhere'), compiled());
        },
      ],
      ...(isRoot
        ? ([
            ["the file is somebody else's", () => give(program())],
            ["the folder is somebody else's", () => give(compiled())],
            ["the program's folder is somebody else's", () => give(dist())],
          ] satisfies [string, () => void][])
        : []),
    ])('and is not run if %s', (_, open) => {
      place(planted);
      open();
      expect(run('list')).toEqual(listed);
    });

    const give = (place: string): void => chownSync(place, NOBODY.uid, NOBODY.gid);

    test('and is made again if its folder was open to others', () => {
      place(planted);
      chmodSync(compiled(), 0o777);
      run('list');
      expect([compiled(), ...files()].map(rightsOf)).toEqual(['700', '600', '600']);
    });
  });
});
