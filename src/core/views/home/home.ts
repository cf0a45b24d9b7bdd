import { PROMISE } from '../../messages/home.js';
import { isFirstStart } from '../../scene/menu.js';
import type { MenuEntry } from '../../state/menu-entry.js';
import type { State } from '../../state/state.js';
import { type EntryView, entryView } from './entry.js';

/** What home says: at the first start what the program promises, then its entries in groups. */
export type HomeView = {
  readonly promise: readonly string[];
  readonly entries: readonly EntryView[];
};

export const homeView = (state: State, menu: readonly MenuEntry[]): HomeView => ({
  promise: isFirstStart(state) ? PROMISE : [],
  entries: menu.map((entry) => entryView(state, entry)),
});

/** Whether an entry of home is the last of its group: what to do next, the course, and the rest. */
export function endsGroup(entry: MenuEntry, next: MenuEntry | undefined): boolean {
  if (next === undefined) return false;
  if (next.does === 'more') return entry.does !== 'join';
  const isFirst = entry.does === 'open' || entry.does === 'lessons'; // of all, or at the first start
  return (next.does === 'lessons' || next.does === 'join') && !isFirst;
}
