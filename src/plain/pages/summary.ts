import type { Lesson } from '../../core/course/course.js';
import { lessonTitle, WORTH_ANOTHER_LOOK } from '../../core/messages/lesson.js';
import type { MenuEntry } from '../../core/state/menu-entry.js';
import { summaryView } from '../../core/views/ending/summary.js';
import { type Block, bullet, numbered } from '../block.js';
import type { PlainContext } from '../context.js';
import { withLeave } from '../prompt.js';

/** The score, missed checks as true statements, and the menu. */
export function summaryBlocks(
  context: PlainContext,
  lesson: Lesson,
  menu: readonly MenuEntry[],
): Block[] {
  const state = context.store.state();
  const view = summaryView(lesson, menu, state, context.material());
  const { score, calibration, habit, truths } = view;
  const entries = view.entries.map(({ text }) => text);
  return [
    [`${lessonTitle(state.course, lesson)}, done`],
    [score, ...(calibration === undefined ? [] : [calibration])],
    ...(habit === undefined ? [] : [[habit]]),
    ...(truths.length === 0 ? [] : [[WORTH_ANOTHER_LOOK, ...truths.map(bullet)]]),
    numbered(withLeave(entries, context)),
  ];
}
