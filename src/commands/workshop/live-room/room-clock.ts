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

/**
 * @param now milliseconds since 1970
 * @param onEnd is called when somebody's time is over and nothing else happens: the others go on
 */
export function roomClock(
  { saved, recordNow }: Recorder,
  now: () => number,
  onEnd: () => void,
): RoomClock {
  let timer: NodeJS.Timeout | undefined;
  let next: number | undefined;
  let isStopped = false;
  const wait = (milliseconds: number): void => {
    clearTimeout(timer);
    if (!isStopped)
      timer = setTimeout(lookInTime, Math.min(Math.max(1, milliseconds), LONGEST_WAIT)).unref();
  };
  const look = (): void => {
    const due = dueBy(saved(), now());
    const isDone = due.length === 0 || recordNow(due);
    next = nextEnd(saved(), now());
    if (!isDone) wait(TRY_AGAIN);
    else if (next !== undefined) wait(next - now());
  };
  const lookInTime = (): void => {
    const isOver = next !== undefined && next <= now(); // a timer can be a little early
    if (isOver && dueBy(saved(), now()).length === 0) onEnd();
    look();
  };
  return {
    set: look,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
