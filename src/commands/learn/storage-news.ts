import type { News } from '../../core/session/session-store.js';
import { isUnsaved, sessionText, type Warning } from '../../io/progress/warnings.js';

/**
 * What the session says about warnings. It shows each new warning once. While something is not saved, it shows a short
 * text all the time. Afterwards it says once that everything is saved again.
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
