import type { Lesson, Step } from '../../core/course/course.js';
import { stepText, timeText } from '../../core/messages/exercise.js';
import { lessonTitle } from '../../core/messages/lesson.js';
import { attemptAt } from '../../core/progress/attempt.js';
import type { State } from '../../core/state/state.js';
import type { Block } from '../block.js';

type StepOfLesson = { readonly lesson: Lesson; readonly step: Step };

/** "2 · Two voices at the library, step 4 of 13". The first step adds the lesson's goal. */
export function heading(state: State, { lesson, step }: StepOfLesson): Block {
  const { course, progress, minutesLeft } = state;
  const attempt = attemptAt(progress, lesson.id);
  const count = stepText(state, lesson, step);
  const time = minutesLeft === undefined ? '' : `, ${timeText(minutesLeft)}`;
  const where = `${lessonTitle(course, lesson)}, ${count}${time}`;
  const isFirst = !attempt?.only && lesson.body[0]?.id === step.id;
  return isFirst ? [where, lesson.goal] : [where];
}
