import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { type StorageWarning, unsaved } from '../../../src/io/progress/warnings.js';
import { keptAnswers, logOf } from '../answer-log.js';
import { type Case, NotPossible } from '../cases.js';
import { PlainDrill } from '../plain-drill.js';
import { checkAccount, systemError } from '../session-account.js';
import { onSmallDisk, type SmallDisk } from './small-disk.js';

export type LockedFolder = SmallDisk & {
  /** What the program must say of a log in this folder while the folder is read-only. */
  readonly warning: (log: string) => StorageWarning;
};

/** The folder is read-only when the program starts, and has answers in it. */
const readOnly: Case = (folder) =>
  inLockedFolder(folder, async ({ data, setReadOnly, warning }) => {
    const earlier = new PlainDrill(data);
    await earlier.answer(3);
    await earlier.quit();
    const before = keptAnswers(data);
    assert.equal(before.size, 3, 'not tried: there are no earlier answers');
    setReadOnly(true);
    const drill = new PlainDrill(data);
    await drill.answer(10);
    const end = await drill.quit();
    checkAccount(end, data, { before, given: 10, warnings: [warning(logOf(data))] });
    setReadOnly(false);
  });

/** The folder is read-only for a while during the session: in the end everything is saved. */
const readOnlyForAWhile: Case = (folder) =>
  inLockedFolder(folder, async ({ data, setReadOnly, warning }) => {
    const drill = new PlainDrill(data);
    await drill.answer(5);
    setReadOnly(true);
    await drill.answer(5);
    const meanwhile = keptAnswers(data).size;
    assert.equal(meanwhile, 5, `not tried: ${meanwhile} saved where only 5 could be`);
    setReadOnly(false);
    await drill.answer(1);
    const end = await drill.quit();
    const kept = keptAnswers(data).size;
    assert.equal(kept, 11, `${kept} of 11 answers saved`);
    checkAccount(end, data, { given: 11, warnings: [warning(logOf(data))] });
  });

export const readOnlyFolders = {
  'read-only': readOnly,
  'read-only for a while': readOnlyForAWhile,
};

/**
 * Works in a folder that can be made read-only: by its permissions, or for root, whom permissions do not stop, as a
 * disk. Rejects with `NotPossible` where neither works.
 */
export async function inLockedFolder(
  folder: string,
  work: (place: LockedFolder) => Promise<void>,
): Promise<void> {
  const warning = (code: string) => (log: string) => unsaved(log, systemError(code));
  if (process.getuid?.() === 0) {
    const size = 256 * 1024;
    return onSmallDisk(folder, size, (disk) => work({ ...disk, warning: warning('EROFS') }));
  }
  if (process.platform === 'win32') throw new NotPossible('no folder can be made read-only here');
  const data = path.join(folder, 'data');
  mkdirSync(path.dirname(logOf(data)), { recursive: true });
  const setReadOnly = (on: boolean) => setPermissions(data, on);
  return work({ data, setReadOnly, warning: warning('EACCES') });
}

function setPermissions(data: string, isReadOnly: boolean): void {
  const log = logOf(data);
  if (existsSync(log)) chmodSync(log, isReadOnly ? 0o400 : 0o600);
  for (const folder of [path.dirname(log), data]) chmodSync(folder, isReadOnly ? 0o500 : 0o700);
}
