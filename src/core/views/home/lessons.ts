import type { CourseIndex } from '../../course/course.js';
import { goalText, lessonRowText } from '../../messages/home.js';
import type { Progress } from '../../progress/progress.js';

/** A lesson on the page of lessons. */
export type LessonView = {
  /** From 1. */
  readonly number: number;
  readonly title: string;
  /** How it went so far, or how many questions it has. */
  readonly score: string;
  readonly time: string;
  readonly goal: string;
};

/** @param id of a lesson; undefined if the course has none of that id */
export function lessonView(
  { lessons }: CourseIndex,
  progress: Progress,
  id: string,
): LessonView | undefined {
  const index = lessons.findIndex((lesson) => lesson.id === id);
  const lesson = lessons[index];
  return (
    lesson && {
      number: index + 1,
      title: lesson.title,
      score: lessonRowText(lesson, progress),
      time: `${lesson.minutes} min`,
      goal: goalText(lesson),
    }
  );
}

/** A lesson in one row of text. */
export const lessonText = ({ title, score, time, goal }: LessonView): string =>
  `${title}: ${score}, ${time}. ${goal}`;
