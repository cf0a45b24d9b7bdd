import { afterEvent } from '../../../core/live-room/after-event.js';
import type { Happening, RoomEvent } from '../../../core/live-room/event.js';
import type { LiveRoom } from '../../../core/live-room/live-room.js';
import type { Journal } from '../../../io/live-room/journal.js';

/** A saved event, and the room after it. */
export type Saved = { readonly event: RoomEvent; readonly room: LiveRoom };

/** Records what happens in a room. */
export type Recorder = {
  /** The room with everything that happened, saved or about to be. Decisions depend on it. */
  readonly current: () => LiveRoom;
  /** The room as it is on the disk. Only this is shown to anybody. */
  readonly saved: () => LiveRoom;
  /**
   * Records what happened, with everything else that happens in this turn of the event loop in one write.
   * @returns whether it is on the disk; if not, it did not happen
   */
  readonly record: (happenings: readonly Happening[]) => Promise<boolean>;
  /** The same at once. */
  readonly recordNow: (happenings: readonly Happening[]) => boolean;
};

type RecorderOptions = {
  readonly journal: Journal;
  readonly room: LiveRoom;
  /** Whether the stop with this index is a text to read. */
  readonly isRead: (stop: number) => boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onSaved: (saved: readonly Saved[]) => void;
  readonly onFailure: (error: unknown) => void;
};

type Waiting = { readonly happened: readonly Saved[]; readonly done: (isSaved: boolean) => void };

export function recorder(options: RecorderOptions): Recorder {
  const { journal, isRead, now, onSaved, onFailure } = options;
  let [current, saved] = [options.room, options.room];
  let waiting: Waiting[] = [];
  let turn: NodeJS.Immediate | undefined;

  const happen = (happening: Happening): Saved => {
    const event: RoomEvent = { t: now(), ...happening };
    current = afterEvent(current, event, isRead);
    return { event, room: current };
  };
  const flush = (): void => {
    clearImmediate(turn);
    turn = undefined;
    const batch = waiting;
    waiting = [];
    const happened = batch.flatMap((one) => one.happened);
    try {
      if (happened.length > 0) journal.append(happened.map(({ event }) => event));
      saved = current;
    } catch (error) {
      current = saved;
      for (const { done } of batch) done(false);
      onFailure(error);
      return;
    }
    for (const { done } of batch) done(true);
    if (happened.length > 0) onSaved(happened);
  };
  const wait = (happenings: readonly Happening[], done: Waiting['done']): void => {
    waiting.push({ happened: happenings.map(happen), done });
  };
  return {
    current: () => current,
    saved: () => saved,
    record: (happenings) =>
      new Promise((resolve) => {
        wait(happenings, resolve);
        turn ??= setImmediate(flush);
      }),
    recordNow: (happenings) => {
      let isSaved = false;
      wait(happenings, (now) => {
        isSaved = now;
      });
      flush();
      return isSaved;
    },
  };
}
