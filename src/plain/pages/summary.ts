import type { Lesson } from '../../core/course/course.js';
import {
  lessonScoreText,
  lessonTitle,
  takeAlongText,
  WORTH_ANOTHER_LOOK,
  withLaterTry,
} from '../../core/messages/lesson.js';
import { entryText } from '../../core/messages/menu.js';
import { truthText } from '../../core/messages/verdict.js';
import { checkProgress, missedChecks, openMisses } from '../../core/progress/checks.js';
import type { MenuEntry } from '../../core/state/menu-entry.js';
import { type Block, bullet, numbered } from '../block.js';
import type { PlainContext } from '../context.js';
import { calibrationRows } from './study.js';

/** The score, missed checks as true statements, and the menu. */
export function summaryBlocks(
  context: PlainContext,
  lesson: Lesson,
  menu: readonly MenuEntry[],
): Block[] {
  const { course, progress } = context.store.state();
  const open = openMisses(lesson, progress).length;
  const entries = menu.map((entry) => entryText(entry, course, open));
  return [
    [`${lessonTitle(course, lesson)}, done`],
    [lessonScoreText(lesson, progress), ...calibrationRows(context.store.state())],
    ...(lesson.habit === undefined ? [] : [[takeAlongText(lesson.habit)]]),
    ...missedBlocks(context, lesson),
    numbered(context.inLesson ? ['Leave', ...entries] : entries),
  ];
}

function missedBlocks({ store, material }: PlainContext, lesson: Lesson): Block[] {
  const { progress } = store.state();
  const missed = missedChecks(lesson, progress);
  if (missed.length === 0) return [];
  const rows = missed.map((check) => {
    const isRightNow = checkProgress(progress, check.id)?.last.right;
    return bullet(withLaterTry(truthText(check, material()), isRightNow));
  });
  return [[WORTH_ANOTHER_LOOK, ...rows]];
}
