import type { CourseIndex } from '../course/course.js';
import { momentText } from '../messages/exercise.js';
import { lessonToContinue } from '../progress/lesson-status.js';
import type { Progress } from '../progress/progress.js';
import { type SessionContext, todayIn } from '../state/context.js';
import type { Live } from '../state/live.js';
import type { OtherCourse } from '../state/menu-entry.js';
import { NOTHING } from '../state/navigate.js';
import type { HandInPlace, State } from '../state/state.js';
import { type Transition, unchanged } from '../state/transition.js';
import { atTime, inExercise, openExercise } from './exercise.js';
import { openLesson } from './lesson.js';
import { beginQuiz, type QuizKind } from './quizzes.js';

/** Where a session begins, if not on home. */
export type Opening =
  | { readonly does: 'open'; readonly lesson: string }
  | { readonly does: QuizKind };

/** Begins on home or on an exercise's page, in a lesson, or in a quiz. */
export function start(
  course: CourseIndex,
  progress: Progress,
  context: SessionContext,
  opening?: Opening,
  other?: OtherCourse,
  handInPlace?: HandInPlace,
  live?: Live,
): Transition {
  const home: State = {
    course,
    progress,
    route: { name: 'home' },
    today: todayIn(context, progress),
    highlight: NOTHING,
    lookUps: {},
    hints: {},
    ...(other && { other }),
    ...(handInPlace && { handIn: handInPlace }),
    ...(live && { live }),
    ...endOf(progress, context),
    hasQuit: false,
  };
  if (!opening) return inExercise(atTime(home, context), context, openExercise);
  return opening.does === 'open'
    ? openLesson(home, opening.lesson, context)
    : unchanged(beginQuiz(home, opening.does, context));
}

function endOf({ exercise }: Progress, { now, offset }: SessionContext): Pick<State, 'endsAt'> {
  const until = exercise?.room.until;
  return until === undefined ? {} : { endsAt: momentText(until, { now: now(), offset: offset() }) };
}

/** The lesson to open for `learn` without a lesson's name. Undefined if the course has no lessons. */
export const lessonToLearn = (course: CourseIndex, progress: Progress): string | undefined =>
  lessonToContinue(course, progress)?.id ??
  course.lessons.find((lesson) => lesson.id === progress.latest)?.id ??
  course.lessons[0]?.id;
