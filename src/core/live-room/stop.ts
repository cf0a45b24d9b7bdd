import type { Board, Check, Lesson, Reading } from '../course/course.js';
import { checksIn } from '../course/lesson.js';
import { memoize2 } from '../memoize.js';
import { type LiveRoom, type Member, present } from './live-room.js';

/** A place of a live room's exercise: a question, a sort board, or a text to read before closed-book questions. */
export type Stop = {
  /** The id of its lesson. */
  readonly lesson: string;
  readonly step: Check | Board | Reading;
  /** Ids of the passages in sight. */
  readonly passages: readonly string[];
};

/** The stops of an exercise, in order. Elsewhere a stop is given by its index, from 0. */
export const stopsOf = (lessons: readonly Lesson[]): Stop[] => lessons.flatMap(stopsIn);

/** A closed-book lesson shows its texts first. Otherwise each question has its text in sight. */
function stopsIn(lesson: Lesson): Stop[] {
  const { body, closedBook, id } = lesson;
  return body.flatMap((step, i): Stop[] => {
    if (step.kind === 'example' || (step.kind === 'reading' && !closedBook)) return [];
    if (step.kind === 'reading') return [{ lesson: id, step, passages: step.passages }];
    return [{ lesson: id, step, passages: closedBook ? [] : passagesBefore(body.slice(0, i)) }];
  });
}

/** The passages of the latest reading. */
function passagesBefore(steps: Lesson['body']): readonly string[] {
  const reading = steps.findLast((step): step is Reading => step.kind === 'reading');
  return reading?.passages ?? [];
}

/** The checks that are answered at a stop: one, the rows of a board, or none. */
export const checksAt = ({ step }: Stop): readonly Check[] => checksIn(step);

/** Whether the stop with this index is a text to read. */
export const isReadIn =
  (stops: readonly Stop[]) =>
  (stop: number): boolean =>
    stops[stop]?.step.kind === 'reading';

/**
 * The ids of the checks that count for nothing in this person's score: of stops that the room left out, and of first votes
 * that were over when the person joined. Checks that the person answered all the same, on their own, count.
 */
export function unseenBy(
  { missed, first }: Pick<Member, 'missed' | 'first'>,
  room: LiveRoom,
  stops: readonly Stop[],
): string[] {
  if (room.rules.pace === 'own') return [];
  const leftOut = stopsLeftOut(room, stops);
  return stops
    .filter((_, stop) => missed.has(stop) || leftOut.has(stop))
    .flatMap(checksAt)
    .flatMap(({ id }) => (first.has(id) ? [] : [id]));
}

/** The indexes of the stops whose first vote has not been opened, or is over without any answer. */
const stopsLeftOut = memoize2((room: LiveRoom, stops: readonly Stop[]): ReadonlySet<number> => {
  const answered = new Set(present(room).flatMap(({ first }) => [...first.keys()]));
  return new Set(
    stops.flatMap((at, stop) => {
      const vote = room.votes.get(stop);
      if (vote?.state === 'open' && vote.round === 1) return [];
      return vote && checksAt(at).some(({ id }) => answered.has(id)) ? [] : [stop];
    }),
  );
});
