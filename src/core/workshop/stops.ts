import type { Lesson, Step } from '../course/course.js';
import type { Exercise } from '../progress/fold.js';

/** A step of an exercise, with the lesson it stands in. */
export type Stop = { readonly lesson: Lesson; readonly step: Step };

/** Whether verdicts wait until all is handed in. */
export const hidesVerdicts = ({ room, handedIn }: Exercise): boolean =>
  room.feedback === 'later' && handedIn === undefined;

/** The steps that can be gone to: all of them; once it is handed in, the checks. */
export const canGoTo = ({ step }: Stop, { handedIn }: Exercise): boolean =>
  handedIn === undefined || step.kind === 'check';

/** All steps of the lessons, in order. */
export const stopsOf = (lessons: readonly Lesson[]): Stop[] =>
  lessons.flatMap((lesson) => lesson.body.map((step) => ({ lesson, step })));

type At = { readonly lesson: string; readonly step: string };

const placeOf = (stops: readonly Stop[], at: At): number =>
  stops.findIndex(({ lesson, step }) => lesson.id === at.lesson && step.id === at.step);

/** The nearest after a step that can be gone to. */
export function stopAfter(
  stops: readonly Stop[],
  at: At,
  canGo: (stop: Stop) => boolean,
): Stop | undefined {
  return stops.slice(placeOf(stops, at) + 1).find(canGo);
}

/** The nearest before it. */
export function stopBefore(
  stops: readonly Stop[],
  at: At,
  canGo: (stop: Stop) => boolean,
): Stop | undefined {
  return stops.slice(0, Math.max(0, placeOf(stops, at))).findLast(canGo);
}
