import type { LessonOutline } from '../course/course.js';
import { END, stepOfCheck } from '../course/lesson.js';
import { memoize2 } from '../memoize.js';
import type { Progress } from './progress.js';

/** Ids of the passages that the learner has seen. */
export const passagesRead = memoize2(
  (lessons: readonly LessonOutline[], progress: Progress): ReadonlySet<string> =>
    new Set(lessons.flatMap((lesson) => passagesUpTo(lesson, lastSeen(lesson, progress)))),
);

const isDone = ({ id }: LessonOutline, { finished }: Progress): boolean =>
  Object.hasOwn(finished, id);

/**
 * The index of the last step that the learner has seen, -1 if there is none: who goes back has still read what they have
 * seen. An answered check counts too, also after a new attempt.
 */
function lastSeen(lesson: LessonOutline, progress: Progress): number {
  const { id, steps, checks } = lesson;
  const attempt = Object.hasOwn(progress.attempts, id) ? progress.attempts[id] : undefined;
  const { step, visited = [] } = attempt ?? {};
  if (step === END || isDone(lesson, progress)) return steps.length;
  const answered = checks.filter((check) => progress.checks.get(check) !== undefined);
  const reached = step === undefined ? answered : [step, ...visited, ...answered];
  const seen = new Set(reached.map((one) => stepOfCheck(lesson, one)));
  return steps.findLastIndex((one) => seen.has(one));
}

const passagesUpTo = ({ steps, readings = {} }: LessonOutline, last: number): string[] =>
  steps
    .slice(0, last + 1)
    .flatMap((id) => (Object.hasOwn(readings, id) ? (readings[id] ?? []) : []));
