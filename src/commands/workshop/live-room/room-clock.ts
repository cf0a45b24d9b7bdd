import { nextEnd } from '../../../core/live-room/clock.js';
import { dueBy } from '../../../core/live-room/due.js';
import type { Recorder } from './recorder.js';

/** Makes happen what the clock decides, such as the end of the time. */
export type RoomClock = {
  /** Looks at the room again. */
  readonly set: () => void;
  readonly stop: () => void;
};

/** The longest that a timer of Node can wait, in milliseconds. */
const LONGEST_WAIT = 2 ** 31 - 1;

/** Until the next try, if the journal could not be written. */
const TRY_AGAIN = 2_000;

/** @param now milliseconds since 1970 */
export function roomClock({ saved, recordNow }: Recorder, now: () => number): RoomClock {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const wait = (milliseconds: number): void => {
    clearTimeout(timer);
    if (!isStopped)
      timer = setTimeout(look, Math.min(Math.max(1, milliseconds), LONGEST_WAIT)).unref();
  };
  const look = (): void => {
    const due = dueBy(saved(), now());
    const isDone = due.length === 0 || recordNow(due);
    const end = nextEnd(saved(), now());
    if (!isDone) wait(TRY_AGAIN);
    else if (end !== undefined) wait(end - now());
  };
  return {
    set: look,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
