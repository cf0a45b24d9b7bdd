import { PROGRAM_NAME } from '../../core/messages/home.js';
import { entryText, ROUTE_TITLES } from '../../core/messages/menu.js';
import type { MenuEntry } from '../../core/state/menu-entry.js';
import type { State } from '../../core/state/state.js';
import { capital } from '../../core/text/english.js';
import { type EntryView, entryView } from '../../core/views/home/entry.js';
import { homeView } from '../../core/views/home/home.js';
import { lessonText, lessonView } from '../../core/views/home/lessons.js';
import { type Block, numbered } from '../block.js';

/** The promise or what is left, then the entries. */
export function homeBlocks(state: State, menu: readonly MenuEntry[]): Block[] {
  const { promise, entries } = homeView(state, menu);
  const left = entries.filter((_, i) => ['open', 'lessons'].includes(menu[i]?.does ?? ''));
  return [
    [`${PROGRAM_NAME}: ${state.course.title}`],
    promise.length > 0 ? promise : left.map(({ says }) => says),
    numbered(entries.map(rowText)),
  ];
}

/** "Review: 6 due, about 3 minutes". A name that is a question needs no colon. */
function rowText({ name, note }: EntryView): string {
  if (note === '') return name;
  return name.endsWith('?') ? `${name} ${capital(note)}` : `${name}: ${note}`;
}

export const moreBlocks = (state: State, menu: readonly MenuEntry[]): Block[] => [
  [ROUTE_TITLES.more],
  numbered(menu.map((entry) => rowText(entryView(state, entry)))),
];

/** Each lesson's number is the number to type. */
export const lessonsBlocks = (state: State, menu: readonly MenuEntry[]): Block[] => [
  [ROUTE_TITLES.lessons],
  numbered(menu.map((entry) => lessonRow(state, entry))),
];

function lessonRow({ course, progress }: State, entry: MenuEntry): string {
  const lesson = entry.does === 'open' && lessonView(course, progress, entry.lesson);
  return lesson ? lessonText(lesson) : entryText(entry, course, 0);
}
