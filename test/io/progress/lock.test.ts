import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Lock, lock } from '../../../src/io/progress/lock.js';
import { temporaryFolders } from '../../support/temporary-folder.js';

const temporaryFolder = temporaryFolders();
afterEach(() => vi.useRealTimers());

const markOf = (folder: string): string => path.join(folder, 'in-use');

/** A folder with a mark that another program wrote `seconds` ago. */
function folderWithMark(content: string, seconds = 0): string {
  const folder = temporaryFolder();
  writeFileSync(markOf(folder), content);
  const then = new Date(Date.now() - seconds * 1000);
  utimesSync(markOf(folder), then, then);
  return folder;
}

function taken(folder: string): Lock {
  const own = lock(folder);
  if (!own) throw new Error('the folder is in use');
  return own;
}

describe('the lock of a folder', () => {
  test('is held by a running program on this computer', () => {
    expect(lock(folderWithMark(`${process.ppid} ${hostname()}`))).toBeUndefined();
  });

  test('is held by a program on another computer that renewed it recently', () => {
    expect(lock(folderWithMark('1 elsewhere'))).toBeUndefined();
    expect(lock(folderWithMark('1 elsewhere', 60))).toBeDefined();
  });

  test.each([`999999999 ${hostname()}`, 'nonsense', ''])(
    'is free if its file contains %j',
    (content) => {
      const seconds = content === '' || content === 'nonsense' ? 60 : 0;
      expect(lock(folderWithMark(content, seconds))).toBeDefined();
    },
  );

  test('is released only by its own program', () => {
    const folder = temporaryFolder();
    const mine = lock(folder);
    writeFileSync(markOf(folder), '1 elsewhere');
    mine?.release();
    expect(readFileSync(markOf(folder), 'utf8')).toBe('1 elsewhere');
  });

  test('is gone after its release, with everything that was made for it', () => {
    const folder = folderWithMark('1 elsewhere', 60);
    taken(folder).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test.skipIf(process.platform !== 'linux')(
    'is free, with a reason, if a later process has the id',
    () => {
      const [, , start] = readFileSync(markOf(lockedFolder()), 'utf8').split(' ');
      const later = lock(folderWithMark(`${process.ppid} ${hostname()} ${Number(start) + 1}`));
      expect(later?.warning).toContain('another program now has the same process number');
    },
  );

  test('is free, with a reason, if its mark has a time in the future', () => {
    expect(lock(folderWithMark('1 elsewhere', -60))?.warning).toContain('in the future');
    expect(lock(folderWithMark(`${process.ppid} ${hostname()}`, -60))?.warning).toContain('future');
  });

  test('is free, with a reason, if the mark is a folder', () => {
    const folder = temporaryFolder();
    mkdirSync(markOf(folder));
    const own = taken(folder);
    expect(own.warning).toMatch(/^Could not use .*in-use: a folder .*[.]$/);
    expect(own.renew()).toBe(true);
    own.release();
    expect(readdirSync(folder)).toEqual(['in-use']);
  });

  test('is measured by the time of the disk, not by the computer’s clock', () => {
    const folder = lockedFolder('1 elsewhere');
    for (const clock of [-86_400_000, 86_400_000]) {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + clock });
      expect(lock(folder)).toBeUndefined();
      vi.useRealTimers();
    }
  });
});

/** A folder that this program has just locked. @param content replaces the mark's text */
function lockedFolder(content?: string): string {
  const folder = temporaryFolder();
  taken(folder);
  if (content !== undefined) writeFileSync(markOf(folder), content);
  return folder;
}

describe('renewing a lock', () => {
  const afterSeconds = (seconds: number): void => void vi.advanceTimersByTime(seconds * 1000);

  test('gives its mark the current time', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const folder = temporaryFolder();
    const own = taken(folder);
    utimesSync(markOf(folder), 1, 1);
    afterSeconds(6);
    expect(own.renew()).toBe(true);
    expect(statSync(markOf(folder)).mtimeMs).toBeGreaterThan(Date.now() - 60_000);
  });

  test('fails if another program has taken the folder', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const folder = temporaryFolder();
    const own = taken(folder);
    writeFileSync(markOf(folder), '1 elsewhere');
    afterSeconds(6);
    expect(own.renew()).toBe(false);
    expect(readFileSync(markOf(folder), 'utf8')).toBe('1 elsewhere');
  });

  test('writes a deleted mark again, unless another program may have used the folder meanwhile', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const folder = temporaryFolder();
    const own = taken(folder);
    own.release();
    afterSeconds(6);
    expect(own.renew()).toBe(true);
    expect(readdirSync(folder)).toEqual(['in-use']);
    own.release();
    afterSeconds(60);
    expect(own.renew()).toBe(false);
  });
});

test('whatever a mark says, only one that a running program has just written keeps others out', () => {
  const pid = fc.constantFrom(`${process.ppid}`, `${process.pid}`, '999999999', '-1', 'x', '');
  const host = fc.constantFrom(hostname(), 'elsewhere', '');
  const start = fc.constantFrom('', '1', 'x');
  const seconds = fc.constantFrom(-1e10, -1e6, -60, 0, 60, 1e6, 1e9);
  fc.assert(
    fc.property(pid, host, start, seconds, (...[id, computer, began, age]) => {
      const own = lock(folderWithMark([id, computer, began].join(' '), age));
      const isHere = computer === hostname();
      const runs = id === `${process.ppid}` && (began === '' || process.platform !== 'linux');
      expect(own === undefined).toBe(age === 0 && (isHere ? runs : true));
      own?.release();
    }),
    { numRuns: 300 },
  );
});
