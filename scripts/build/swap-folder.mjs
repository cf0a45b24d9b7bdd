import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { fromRoot } from '../paths.mjs';

/** A new folder beside dist/: on the same disk, so that a rename can put it in dist's place. */
export function makeDraft() {
  const draft = fromRoot(`.dist-${randomUUID()}`);
  mkdirSync(draft);
  return draft;
}

/** Puts a finished draft in the place of dist/. */
export function publish(draft) {
  const old = makeDraft();
  renameUnlessLost(fromRoot('dist'), `${old}/dist`);
  renameUnlessLost(draft, fromRoot('dist'));
  remove(old);
}

export const remove = (folder) => rmSync(folder, { recursive: true, force: true });

/** Gone, or already there: another build did the same at the same moment. Its result serves as well. */
function renameUnlessLost(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error;
  }
}
