import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyProgress } from '../../../src/core/progress/fold.js';
import { eraseProgress } from '../../../src/io/progress/erase.js';
import { logOf, manyAnswers, open, snapshotOf } from '../../support/stores.js';
import { temporaryFolders } from '../../support/temporary-folder.js';

const newFolder = temporaryFolders();

describe('erasing progress', () => {
  it('deletes the log, the snapshot, files of a killed program, and the folder', async () => {
    const folder = path.join(newFolder(), 'course');
    const store = open(folder);
    store.append(manyAnswers());
    await store.close();
    const left = ['fold-1f-2e.json', 'fold-1f.json.tmp-1234567890abcdef'].map((name) =>
      path.join(folder, name),
    );
    for (const file of left) writeFileSync(file, '');
    expect([...eraseProgress(folder).deleted].sort()).toEqual(
      [logOf(folder), snapshotOf(folder), ...left].sort(),
    );
    expect(existsSync(folder)).toBe(false);
    expect(open(folder).progress()).toEqual(emptyProgress);
  });

  it('keeps files of other programs and of later versions', () => {
    const folder = newFolder();
    open(folder).append(manyAnswers(1));
    const others = ['answers-1.jsonl.bak', 'answers-2.jsonl', 'fold.json.txt', 'notes.md'];
    for (const name of others) writeFileSync(path.join(folder, name), '');
    expect(eraseProgress(folder)).toEqual({ deleted: [logOf(folder)], kept: [] });
    expect(readdirSync(folder).sort()).toEqual(others);
  });

  it('deletes nothing if there is no folder', () => {
    const nothing = { deleted: [], kept: [] };
    expect(eraseProgress(path.join(newFolder(), 'none'))).toEqual(nothing);
  });

  it('names in a plain line the file that it cannot delete', () => {
    const folder = newFolder();
    mkdirSync(logOf(folder));
    expect(() => eraseProgress(folder)).toThrow(`could not delete ${logOf(folder)}: `);
    const file = path.join(newFolder(), 'file');
    writeFileSync(file, '');
    expect(() => eraseProgress(file)).toThrow('a file is where a folder should be');
  });

  /** A log that is a link to a file in another folder, through a second link. @returns that file */
  function linkedLog(folder: string): string {
    open(folder).append(manyAnswers(1));
    const elsewhere = newFolder();
    const target = path.join(elsewhere, 'log');
    renameSync(logOf(folder), target);
    symlinkSync(target, path.join(elsewhere, 'link'));
    symlinkSync(path.join(elsewhere, 'link'), logOf(folder));
    return target;
  }

  it.skipIf(process.platform === 'win32')('deletes the answers that a link leads to', () => {
    const folder = newFolder();
    const target = linkedLog(folder);
    expect(eraseProgress(folder)).toEqual({ deleted: [target, logOf(folder)], kept: [] });
    expect(existsSync(target)).toBe(false);
  });

  it.skipIf(!existsSync('/dev/null'))(
    'deletes a link to a device or to nothing, and no more',
    () => {
      const folder = newFolder();
      symlinkSync('/dev/null', logOf(folder));
      symlinkSync('nowhere', snapshotOf(folder));
      expect(eraseProgress(folder).deleted).toEqual([logOf(folder), snapshotOf(folder)]);
      expect(existsSync('/dev/null')).toBe(true);
    },
  );

  it('says that the answers are still there under another name of the file', () => {
    const folder = newFolder();
    open(folder).append(manyAnswers(1));
    const copy = path.join(newFolder(), 'copy');
    linkSync(logOf(folder), copy);
    expect(eraseProgress(folder).kept).toEqual([
      `1 other name (a hard link) of ${logOf(folder)} still has what was in it.`,
    ]);
    expect(readFileSync(copy, 'utf8')).toContain('"answer"');
  });
});
