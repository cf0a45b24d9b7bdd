import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeFolder } from '../../../src/io/files/write-folder.js';
import { temporaryFolders } from '../../support/temporary-folder.js';

const FILES = new Map([
  ['a.yaml', 'a: 1\n'],
  ['schema/a.json', '{}\n'],
]);

/** Files that cannot be written: the second needs a folder with the name of the first. */
const IMPOSSIBLE = new Map([
  ['a', ''],
  ['a/b', ''],
]);

const newFolder = temporaryFolders();
const inside = (folder: string): string[] => readdirSync(folder, { encoding: 'utf8' }).sort();

describe('a folder is written', () => {
  test('if it does not exist, with its parent folders', () => {
    const folder = path.join(newFolder(), 'one', 'two');
    writeFolder(folder, FILES);
    expect(inside(folder)).toEqual(['a.yaml', 'schema']);
    expect(readFileSync(path.join(folder, 'schema', 'a.json'), 'utf8')).toBe('{}\n');
  });

  test('if it is empty, or a link to an empty folder', () => {
    const empty = newFolder();
    const link = path.join(newFolder(), 'link');
    symlinkSync(empty, link);
    writeFolder(link, FILES);
    expect(inside(empty)).toEqual(['a.yaml', 'schema']);
  });
});

describe('a folder is rejected, and nothing is changed,', () => {
  test('if it contains any file, even a hidden one', () => {
    const folder = newFolder();
    writeFileSync(path.join(folder, '.kept'), 'mine');
    expect(() => writeFolder(folder, FILES)).toThrow('this folder is not empty');
    expect(inside(folder)).toEqual(['.kept']);
  });

  test('if a file or a broken link has its name, or a parent is a file', () => {
    const around = newFolder();
    const file = path.join(around, 'file');
    writeFileSync(file, 'mine');
    symlinkSync(path.join(around, 'nowhere'), path.join(around, 'link'));
    expect(() => writeFolder(file, FILES)).toThrow('this is a file');
    expect(() => writeFolder(path.join(around, 'link'), FILES)).toThrow('a link to nothing');
    for (const below of [path.join(file, 'a'), path.join(file, 'a', 'b')])
      expect(() => writeFolder(below, FILES)).toThrow('a file is where a folder should be');
    expect(inside(around)).toEqual(['file', 'link']);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  // Root may write everywhere.
  test.skipIf(process.getuid?.() === 0)('if the user has no permission to write', () => {
    const around = newFolder();
    chmodSync(around, 0o500);
    expect(() => writeFolder(path.join(around, 'a'), FILES)).toThrow('permission denied');
    expect(inside(around)).toEqual([]);
  });

  test('if writing fails half-way, after removing what was written', () => {
    const around = newFolder();
    const empty = path.join(around, 'empty');
    mkdirSync(empty);
    expect(() => writeFolder(empty, IMPOSSIBLE)).toThrow('a file is where a folder should be');
    expect(inside(empty)).toEqual([]);
    expect(() => writeFolder(path.join(around, 'x', 'y'), IMPOSSIBLE)).toThrow();
    expect(existsSync(path.join(around, 'x'))).toBe(false);
  });
});
