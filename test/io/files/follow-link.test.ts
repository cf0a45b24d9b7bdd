import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { followed } from '../../../src/io/files/follow-link.js';
import { writeTextFile } from '../../../src/io/files/text-file.js';
import { temporaryFolders } from '../../support/temporary-folder.js';

const newFolder = temporaryFolders();
const write = (file: string): string => writeTextFile(file, 'new', () => true);

describe.skipIf(process.platform === 'win32')('writing to a link', () => {
  test('changes the file that it leads to, through any number of links, and keeps the links', () => {
    const [folder, elsewhere] = [newFolder(), newFolder()];
    const [first, second, target] = [
      path.join(folder, 'first'),
      path.join(elsewhere, 'second'),
      path.join(elsewhere, 'deep', 'target'),
    ];
    mkdirSync(path.dirname(target));
    writeFileSync(target, 'old');
    symlinkSync(second, first);
    symlinkSync('deep/target', second);
    expect(write(first)).toBe('');
    expect(readFileSync(target, 'utf8')).toBe('new');
    expect(lstatSync(first).isSymbolicLink() && lstatSync(second).isSymbolicLink()).toBe(true);
    expect(readdirSync(path.dirname(target))).toEqual(['target']);
  });

  test('makes the file if the link leads to none', () => {
    const folder = newFolder();
    symlinkSync('target', path.join(folder, 'link'));
    write(path.join(folder, 'link'));
    expect(readFileSync(path.join(folder, 'target'), 'utf8')).toBe('new');
  });

  test('goes up from the folder that a link to a folder leads to, as the system does', () => {
    const folder = newFolder();
    mkdirSync(path.join(folder, 'a', 'b'), { recursive: true });
    symlinkSync('a/b', path.join(folder, 'to-b'));
    symlinkSync('to-b/../target', path.join(folder, 'link'));
    write(path.join(folder, 'link'));
    expect(readFileSync(path.join(folder, 'a', 'target'), 'utf8')).toBe('new');
  });

  test('asks whether the file at its end may be replaced', () => {
    const folder = newFolder();
    const link = path.join(folder, 'link');
    writeFileSync(path.join(folder, 'target'), 'mine');
    symlinkSync('target', link);
    expect(() => writeTextFile(link, 'new', (text) => text !== 'mine')).toThrow(
      'already has other content',
    );
    expect(readFileSync(path.join(folder, 'target'), 'utf8')).toBe('mine');
  });

  test('is refused in one line if the links form a circle, or the folder does not exist', () => {
    const folder = newFolder();
    const [one, two, lost] = ['one', 'two', 'lost'].map((name) => path.join(folder, name));
    symlinkSync('two', one as string);
    symlinkSync('one', two as string);
    symlinkSync('none/target', lost as string);
    expect(() => write(one as string)).toThrow(`${one} is part of a circle of links`);
    expect(() => write(lost as string)).toThrow(
      `there is no folder for ${lost}: make the folder first`,
    );
    expect(readdirSync(folder).sort()).toEqual(['lost', 'one', 'two']);
  });

  test.skipIf(process.getuid?.() !== 0)('is refused if somebody else made the link', async () => {
    const { lchownSync } = await import('node:fs');
    const folder = newFolder();
    const link = path.join(folder, 'link');
    symlinkSync('target', link);
    lchownSync(link, 65_534, 65_534);
    expect(() => followed(link)).toThrow('is a link that somebody else made');
    expect(() => write(link)).toThrow('is a link that somebody else made');
    expect(existsSync(path.join(folder, 'target'))).toBe(false);
  });
});

test('writing to a file with another name says that this name keeps the earlier text', () => {
  const folder = newFolder();
  const [file, other] = [path.join(folder, 'file'), path.join(folder, 'other')];
  writeFileSync(file, 'old');
  linkSync(file, other);
  expect(write(file)).toBe(`1 other name (a hard link) of ${file} still has the earlier text.`);
  expect(readFileSync(other, 'utf8')).toBe('old');
  expect(write(file)).toBe('');
});
