import { existsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../../../src/io/files/make-folder.js';
import { temporaryFolders } from '../../support/temporary-folder.js';

const temporaryFolder = temporaryFolders();

describe('making a folder', () => {
  test('makes its parent folders, and returns the first of them', () => {
    const root = temporaryFolder();
    const folder = path.join(root, 'a', 'b', 'c');
    expect(makeFolder(folder, 0o700)).toBe(path.join(root, 'a'));
    expect(statSync(folder).isDirectory()).toBe(true);
    expect(makeFolder(folder, 0o700)).toBeUndefined();
  });

  test('throws if a parent is a file', () => {
    const root = temporaryFolder();
    writeFileSync(path.join(root, 'file'), '');
    expect(() => makeFolder(path.join(root, 'file', 'a'), 0o700)).toThrow(/ENOTDIR/);
  });

  // Node's mkdir with `recursive` never returns here.
  test.runIf(existsSync('/proc/self'))('throws if the system makes no folder', () => {
    expect(() => makeFolder('/proc/on-the-record/a', 0o700)).toThrow(/ENOENT/);
  });
});
