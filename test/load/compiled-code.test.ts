import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolders } from '../support/temporary-folder.js';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

describe('the code that V8 compiled', () => {
  const newFolder = temporaryFolders();
  let folder = '';
  const dist = (): string => path.join(folder, 'dist');
  const compiled = (): string => path.join(dist(), '.compiled');
  beforeEach(() => {
    folder = newFolder();
    cpSync(DIST, dist(), { recursive: true });
    rmSync(compiled(), { recursive: true, force: true });
  });

  const run = (...args: string[]) => {
    const all = [path.join(dist(), 'cli.js'), ...args, '--data-dir', path.join(folder, 'data')];
    const { status, signal, stdout, stderr } = spawnSync(process.execPath, all, {
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
    for (const [n, share] of [0, 0.001, 0.2, 0.45, 0.5, 0.7, 0.999].entries()) {
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
    expect(stderr).toContain('install it again');
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
