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

/** The second name needs a folder where the first has put a file. */
const IMPOSSIBLE = new Map([
  ['a', ''],
  ['a/b', ''],
]);

const newFolder = temporaryFolders();
const inside = (folder: string): string[] => readdirSync(folder, { encoding: 'utf8' }).sort();

describe('a folder is written', () => {
  test('where there is none, with those around it', () => {
    const folder = path.join(newFolder(), 'one', 'two');
    writeFolder(folder, FILES);
    expect(inside(folder)).toEqual(['a.yaml', 'schema']);
    expect(readFileSync(path.join(folder, 'schema', 'a.json'), 'utf8')).toBe('{}\n');
  });

  test('where there is an empty one, or a link to one', () => {
    const empty = newFolder();
    const link = path.join(newFolder(), 'link');
    symlinkSync(empty, link);
    writeFolder(link, FILES);
    expect(inside(empty)).toEqual(['a.yaml', 'schema']);
  });
});

describe('a folder is refused, and nothing changed,', () => {
  test('where something is in it, be it hidden', () => {
    const folder = newFolder();
    writeFileSync(path.join(folder, '.kept'), 'mine');
    expect(() => writeFolder(folder, FILES)).toThrow('this folder is not empty');
    expect(inside(folder)).toEqual(['.kept']);
  });

  test('where a file or a dangling link has its name, or a folder above is a file', () => {
    const around = newFolder();
    const file = path.join(around, 'file');
    writeFileSync(file, 'mine');
    symlinkSync(path.join(around, 'nowhere'), path.join(around, 'link'));
    expect(() => writeFolder(file, FILES)).toThrow('this is a file');
    expect(() => writeFolder(path.join(around, 'link'), FILES)).toThrow('leads nowhere');
    for (const below of [path.join(file, 'a'), path.join(file, 'a', 'b')])
      expect(() => writeFolder(below, FILES)).toThrow('a file stands where a folder should be');
    expect(inside(around)).toEqual(['file', 'link']);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  // Whoever runs the tests as root may write anywhere.
  test.skipIf(process.getuid?.() === 0)('where one has no right to write', () => {
    const around = newFolder();
    chmodSync(around, 0o500);
    expect(() => writeFolder(path.join(around, 'a'), FILES)).toThrow('you have no right to it');
    expect(inside(around)).toEqual([]);
  });

  test('when it fails half-way: what was made is gone again, and nothing else', () => {
    const around = newFolder();
    const empty = path.join(around, 'empty');
    mkdirSync(empty);
    expect(() => writeFolder(empty, IMPOSSIBLE)).toThrow('a file stands where a folder should be');
    expect(inside(empty)).toEqual([]);
    expect(() => writeFolder(path.join(around, 'x', 'y'), IMPOSSIBLE)).toThrow();
    expect(existsSync(path.join(around, 'x'))).toBe(false);
  });
});
