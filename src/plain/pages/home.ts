import { homeText, PROGRAM_NAME, reviewEntry } from '../../core/messages/home.js';
import { continueText, lessonStatusText, lessonTitle } from '../../core/messages/lesson.js';
import { ENTRY_NOTE, entryText } from '../../core/messages/menu.js';
import { lessonStatus } from '../../core/progress/lesson-status.js';
import type { MenuEntry } from '../../core/state/menu-entry.js';
import type { State } from '../../core/state/state.js';
import { type Block, numbered } from '../block.js';

export function homeBlocks(state: State, menu: readonly MenuEntry[]): Block[] {
  const { course, progress } = state;
  return [
    [`${PROGRAM_NAME}: ${course.title}`],
    [homeText(course, progress, false)],
    numbered(menu.map((entry) => homeEntry(state, entry))),
  ];
}

function homeEntry(state: State, entry: MenuEntry): string {
  const { course, progress } = state;
  if (entry.id === 'continue') {
    const { verb, rest } = continueText(course, progress);
    return `${verb}: lesson ${rest}`;
  }
  const lesson = 'lesson' in entry && course.lessons.find(({ id }) => id === entry.lesson);
  if (entry.does === 'review') {
    const { name, note } = reviewEntry(state);
    return `${name}: ${note}`;
  }
  if (lesson)
    return `Lesson ${lessonTitle(course, lesson)}: ${lessonStatusText(lesson, lessonStatus(lesson, progress))}`;
  const note = ENTRY_NOTE[entry.id];
  return entryText(entry, course, 0) + (note === undefined ? '' : `: ${note}`);
}
