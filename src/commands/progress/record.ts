import type { NewEntry } from '../../core/log/entry.js';
import type { ProgressStore } from '../../io/progress/store.js';
import { UserError } from '../errors.js';

/** Records one entry. Throws a UserError if the entry is not on the disk. */
export function recordOrFail(store: ProgressStore, entry: NewEntry): void {
  store.append([entry]);
  if (store.unsaved() > 0)
    throw new UserError(
      store.warnings().at(-1)?.message ??
        `could not write ${store.file}: choose another folder with --data-dir`,
    );
}
