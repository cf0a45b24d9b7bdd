import { openMisses } from './attempt.js';
import type { CourseIndex, Lesson } from './course.js';
import type { Progress } from './progress.js';
import { lessonToContinue, standing } from './standing.js';

/** An entry of a menu: what it is, for the label, and what choosing it does. */
export type MenuEntry =
  | { readonly id: string; readonly does: 'open' | 'retry' | 'again'; readonly lesson: string }
  | {
      readonly id: string;
      readonly does: 'look';
      readonly at: 'passages' | 'sources' | 'about';
    }
  | { readonly id: string; readonly does: 'home' | 'quit' }
  | { readonly id: 'course'; readonly does: 'course'; readonly course: OtherCourse };

/** A course that this one leads on to. */
export type OtherCourse = {
  readonly id: string;
  readonly title: string;
  /** Whether it comes after this one, and is offered once this one is done; else it is always offered. */
  readonly comesAfter: boolean;
};

/** Home: go on, the lessons, then what is always there. */
export function homeMenu(
  course: CourseIndex,
  progress: Progress,
  other: OtherCourse | undefined,
): MenuEntry[] {
  const next = lessonToContinue(course, progress);
  const look = (at: 'passages' | 'sources' | 'about'): MenuEntry => ({
    id: at,
    does: 'look',
    at,
  });
  return [
    ...(next ? [{ id: 'continue', does: 'open', lesson: next.id } as const] : []),
    ...course.lessons.map(
      (lesson) => ({ id: `lesson:${lesson.id}`, does: 'open', lesson: lesson.id }) as const,
    ),
    ...otherCourse(course, progress, other),
    look('passages'),
    look('sources'),
    look('about'),
    { id: 'quit', does: 'quit' },
  ];
}

/** A lesson's end: the next lesson that is not done, the missed once more, the whole once more, home. */
export function summaryMenu(
  course: CourseIndex,
  lesson: Lesson,
  progress: Progress,
  other: OtherCourse | undefined,
): MenuEntry[] {
  const next = nextLesson(course, lesson.id, progress);
  const { id } = lesson;
  return [
    ...(next ? [{ id: 'next', does: 'open', lesson: next } as const] : []),
    ...(openMisses(lesson, progress).length > 0
      ? [{ id: 'retry', does: 'retry', lesson: id } as const]
      : []),
    ...(other?.comesAfter ? otherCourse(course, progress, other) : []),
    { id: 'home', does: 'home' },
    { id: 'again', does: 'again', lesson: id },
  ];
}

/** The course that comes next is offered when this one is done; the one before it at any time. */
function otherCourse(
  { lessons }: CourseIndex,
  progress: Progress,
  other: OtherCourse | undefined,
): MenuEntry[] {
  if (!other) return [];
  const isDone = lessons.every((lesson) => standing(lesson, progress).state === 'done');
  return isDone || !other.comesAfter ? [{ id: 'course', does: 'course', course: other }] : [];
}

/** The first lesson after the given one that is not done; behind the last, the first of all that is not. */
function nextLesson(course: CourseIndex, id: string, progress: Progress): string | undefined {
  const at = course.lessons.findIndex((lesson) => lesson.id === id);
  const rest = [...course.lessons.slice(at + 1), ...course.lessons.slice(0, Math.max(at, 0))];
  return rest.find((lesson) => standing(lesson, progress).state !== 'done')?.id;
}
