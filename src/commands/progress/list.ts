import type { CourseIndex } from '../../core/course/course.js';
import { leftText, lessonStatusText, lessonTitle } from '../../core/messages/lesson.js';
import { lessonStatus } from '../../core/progress/lesson-status.js';
import type { Progress } from '../../core/progress/progress.js';
import { chooseCourse } from '../course/open-course.js';
import { type CourseTitle, shippedTitles } from '../course/other-course.js';
import type { Environment, Options } from '../environment.js';
import { commandToType } from '../hint/command-to-type.js';
import { openProgress } from './open-progress.js';
import { printWarnings } from './print-warnings.js';

/** `list [--json]`: the lessons and the learner's status in each. */
export async function list(
  { json }: { readonly json?: boolean },
  options: Options,
  environment: Environment,
): Promise<void> {
  const { index } = await chooseCourse(options, environment);
  const store = openProgress(index, options, environment);
  printWarnings(store, environment);
  const progress = store.progress();
  const courses = shippedTitles(environment);
  const others = courses
    .filter(({ id }) => id !== index.id)
    .flatMap(({ id, title }) => [
      `There is also: ${title}`,
      commandToType([], { ...options, course: id }, environment),
    ]);
  environment.stdout.write(
    json ? `${listJson(index, progress, courses)}\n` : listText(index, progress, others),
  );
}

/** The contract of `list --json`, version 1. */
function listJson(
  { id, title, lessons }: CourseIndex,
  progress: Progress,
  courses: readonly CourseTitle[],
): string {
  return JSON.stringify({
    version: 1,
    course: { id, title },
    courses,
    lessons: lessons.map((lesson) => {
      const { state, steps, step, checks, answered, correct } = lessonStatus(lesson, progress);
      return { id: lesson.id, title: lesson.title, state, steps, step, checks, answered, correct };
    }),
  });
}

/** A line for each lesson: title, lesson status, and the id for `learn`. Then the lines about other courses. */
function listText(course: CourseIndex, progress: Progress, others: readonly string[]): string {
  const rows = course.lessons.map((lesson) => ({
    title: lessonTitle(course, lesson),
    // With the words about a closed book, a line would be wider than 80 columns.
    status: lessonStatusText({ ...lesson, closedBook: false }, lessonStatus(lesson, progress)),
    id: lesson.id,
  }));
  const width = (key: 'title' | 'status'): number =>
    Math.max(0, ...rows.map((row) => row[key].length));
  const lines = rows.map(
    ({ title, status, id }) =>
      `  ${title.padEnd(width('title'))}   ${status.padEnd(width('status'))}   ${id}`,
  );
  return [course.title, '', ...lines, '', leftText(course, progress), ...others, ''].join('\n');
}
