import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { lock } from '../../../src/io/progress/lock.js';
import { temporaryFolders } from '../../support/temporary-folder.js';

const temporaryFolder = temporaryFolders();

/** The mark of another program, as old as said. */
function marked(mark: string, seconds = 0): string {
  const folder = temporaryFolder();
  const file = path.join(folder, 'in-use');
  writeFileSync(file, mark);
  const then = new Date(Date.now() - seconds * 1000);
  utimesSync(file, then, then);
  return folder;
}

describe('a folder that is worked in', () => {
  test('is held against another program of this machine that is alive', () => {
    expect(lock(marked(`${process.ppid} ${hostname()}`))).toBeUndefined();
  });

  test('is held against a program of another machine that shows signs of life', () => {
    expect(lock(marked('1 elsewhere'))).toBeUndefined();
    expect(lock(marked('1 elsewhere', 60))).toBeDefined();
  });

  test.each([`999999999 ${hostname()}`, 'nonsense', ''])(
    'is free where %j is left in it',
    (mark) => {
      expect(lock(marked(mark, mark === '' || mark === 'nonsense' ? 60 : 0))).toBeDefined();
    },
  );

  test('is given free again by its own program only', () => {
    const folder = temporaryFolder();
    const mine = lock(folder);
    const file = path.join(folder, 'in-use');
    writeFileSync(file, '1 elsewhere');
    mine?.release();
    expect(readFileSync(file, 'utf8')).toBe('1 elsewhere');
  });
});
