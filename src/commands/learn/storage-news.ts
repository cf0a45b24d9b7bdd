import type { News } from '../../core/session/session-store.js';
import { isUnsaved, sessionText, type Warning } from '../../io/progress/warnings.js';

/**
 * What the session says about warnings: each when it appears, a few words as long as something is not saved, and once
 * that everything is saved again.
 * @param warnings the current ones: a warning that something is not saved disappears when it is saved
 */
export function storageNews(warnings: () => readonly Warning[]): () => News {
  let before: readonly Warning[] = [];
  return () => {
    const now = [...warnings()];
    const fresh = now.filter(({ message }) => !before.some((old) => old.message === message));
    const isOver = before.some(isUnsaved) && !now.some(isUnsaved);
    before = now;
    const notices = [...fresh.map(sessionText), ...(isOver ? ['Everything is saved now.'] : [])];
    const unsaved = now.find(isUnsaved)?.unsaved;
    return {
      ...(notices.length > 0 && { notice: notices.join('\n') }),
      ...(unsaved !== undefined && { unsaved }),
    };
  };
}
