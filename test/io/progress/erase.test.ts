import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
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
    expect(eraseProgress(folder).sort()).toEqual(
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
    expect(eraseProgress(folder)).toEqual([logOf(folder)]);
    expect(readdirSync(folder).sort()).toEqual(others);
  });

  it('deletes nothing if there is no folder', () => {
    expect(eraseProgress(path.join(newFolder(), 'none'))).toEqual([]);
  });

  it('names in a plain line the file that it cannot delete', () => {
    const folder = newFolder();
    mkdirSync(logOf(folder));
    expect(() => eraseProgress(folder)).toThrow(`could not delete ${logOf(folder)}: `);
    const file = path.join(newFolder(), 'file');
    writeFileSync(file, '');
    expect(() => eraseProgress(file)).toThrow('a file stands where a folder should be');
  });
});
