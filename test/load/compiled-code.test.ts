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
    return { status, signal, stdout, stderr };
  };
  const files = (): string[] =>
    readdirSync(compiled(), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort();

  test('is saved beside the program, and not written again if a start could use it', () => {
    const first = run('list');
    expect(files().map((file) => path.basename(file).replace(/-.*/, ''))).toEqual([
      'list',
      'program',
    ]);
    const times = files().map((file) => statSync(file).mtimeMs);
    expect(run('list')).toEqual(first);
    expect(files().map((file) => statSync(file).mtimeMs)).toEqual(times);
  });

  test('is ignored and written again if any byte is wrong', () => {
    const first = run('list');
    const whole = files().map((file) => readFileSync(file));
    for (const [n, share] of [0, 0.001, 0.5, 0.999].entries()) {
      files().forEach((file, i) => {
        const bytes = Buffer.from(whole[i] ?? '');
        const at = Math.floor(share * bytes.length);
        if (n % 2 === 0) bytes[at] = 255 - (bytes[at] ?? 0);
        writeFileSync(file, n % 2 === 0 ? bytes : bytes.subarray(0, at));
      });
      expect(run('list')).toEqual(first);
    }
    expect(run('list')).toEqual(first);
  });

  test('is not needed if it cannot be written', () => {
    const first = run('list');
    rmSync(compiled(), { recursive: true });
    writeFileSync(compiled(), 'a file in its place');
    expect(run('list')).toEqual(first);
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
    run('list');
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

    const unplaced = (text: string): string => text.replaceAll(folder, 'FOLDER');
    /** What the program prints without planted code, and the files that it saves with such code: the same for each copy. */
    let listed = '';
    let planted: readonly { readonly name: string; readonly code: Buffer }[] = [];
    beforeEach(() => {
      if (planted.length > 0) return;
      listed = unplaced(run('list').stdout);
      writeFileSync(program(), plantedCode(dist(), program()));
      planted = files().map((file) => ({ name: path.basename(file), code: readFileSync(file) }));
      rmSync(compiled(), { recursive: true });
    });

    function plant(): void {
      mkdirSync(compiled(), { mode: 0o700 });
      for (const { name, code } of planted)
        writeFileSync(path.join(compiled(), name), code, { mode: 0o600 });
    }

    test('because V8 runs whatever it says', () => {
      plant();
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
      plant();
      open();
      const { stdout, ...end } = run('list');
      expect([unplaced(stdout), end]).toEqual([listed, { status: 0, signal: null, stderr: '' }]);
    });

    const give = (place: string): void => chownSync(place, NOBODY.uid, NOBODY.gid);

    test('and is made again if its folder was open to others', () => {
      plant();
      chmodSync(compiled(), 0o777);
      run('list');
      expect([compiled(), ...files()].map(rightsOf)).toEqual(['700', '600', '600']);
    });
  });
});
