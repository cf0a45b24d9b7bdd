import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { lock } from '../../../src/io/progress/lock.js';
import { temporaryFolders } from '../../support/temporary-folder.js';

const temporaryFolder = temporaryFolders();

/** A folder with a lock file that another program wrote `seconds` ago. */
function folderWithLock(content: string, seconds = 0): string {
  const folder = temporaryFolder();
  const file = path.join(folder, 'in-use');
  writeFileSync(file, content);
  const then = new Date(Date.now() - seconds * 1000);
  utimesSync(file, then, then);
  return folder;
}

describe('the lock of a folder', () => {
  test('is held by a running program on this computer', () => {
    expect(lock(folderWithLock(`${process.ppid} ${hostname()}`))).toBeUndefined();
  });

  test('is held by a program on another computer that renewed it recently', () => {
    expect(lock(folderWithLock('1 elsewhere'))).toBeUndefined();
    expect(lock(folderWithLock('1 elsewhere', 60))).toBeDefined();
  });

  test.each([`999999999 ${hostname()}`, 'nonsense', ''])(
    'is free if its file contains %j',
    (content) => {
      const seconds = content === '' || content === 'nonsense' ? 60 : 0;
      expect(lock(folderWithLock(content, seconds))).toBeDefined();
    },
  );

  test('is released only by its own program', () => {
    const folder = temporaryFolder();
    const mine = lock(folder);
    const file = path.join(folder, 'in-use');
    writeFileSync(file, '1 elsewhere');
    mine?.release();
    expect(readFileSync(file, 'utf8')).toBe('1 elsewhere');
  });
});
