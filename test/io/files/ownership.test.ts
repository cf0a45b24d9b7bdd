import { chmodSync, chownSync, lstatSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { canOthersWrite, isOutOfReach, isPrivate } from '../../../src/io/files/ownership.js';
import { isRoot, NOBODY } from '../../support/other-user.js';
import { temporaryFolders } from '../../support/temporary-folder.js';

describe.skipIf(process.platform === 'win32')('a file', () => {
  const newFolder = temporaryFolders();
  let folder = '';
  let file = '';
  beforeEach(() => {
    folder = newFolder();
    file = path.join(folder, 'a', 'b', 'file');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, '', { mode: 0o600 });
  });

  test('is private if only its owner has rights', () => {
    expect(isPrivate(lstatSync(file))).toBe(true);
    for (const mode of [0o640, 0o604, 0o610, 0o601, 0o666]) {
      chmodSync(file, mode);
      expect(isPrivate(lstatSync(file))).toBe(false);
    }
  });

  test('is out of reach if only its group or nobody else may write it or a folder above', () => {
    chmodSync(path.join(folder, 'a'), 0o775);
    expect(isOutOfReach(file)).toBe(true);
  });

  test.each([
    ['', 0o777],
    ['a', 0o777],
    ['a/b', 0o702],
    ['a/b/file', 0o666],
    ['a/b/file', 0o1666],
  ])('is in reach if everyone may write %j', (place, mode) => {
    chmodSync(path.join(folder, place), mode);
    expect(isOutOfReach(file)).toBe(false);
    expect(canOthersWrite(file)).toBe(true);
  });

  test('is out of reach below a folder where everyone may only make entries', () => {
    chmodSync(path.join(folder, 'a'), 0o1777);
    expect(isOutOfReach(file)).toBe(true);
  });

  test('is in reach through a link, whose target counts where links are followed', () => {
    symlinkSync(path.join(folder, 'a'), path.join(folder, 'link'));
    const linked = path.join(folder, 'link', 'b', 'file');
    expect(isOutOfReach(linked)).toBe(false);
    expect(canOthersWrite(linked)).toBe(false);
  });

  test('that is missing is in reach', () => {
    expect(isOutOfReach(path.join(folder, 'missing'))).toBe(false);
  });

  test.runIf(isRoot).each(['', 'a', 'a/b/file'])(
    "is in reach if %j is somebody else's",
    (place) => {
      chownSync(path.join(folder, place), NOBODY.uid, NOBODY.gid);
      expect(isOutOfReach(file)).toBe(false);
    },
  );
});
