import { roomBuilder } from '../../../core/live-room/build-room.js';
import type { Happening, RoomEvent } from '../../../core/live-room/event.js';
import type { LiveRoom } from '../../../core/live-room/live-room.js';
import type { Journal } from '../../../io/live-room/journal.js';

/** A saved event, and the room after everything that was saved together with it. */
export type Saved = { readonly event: RoomEvent; readonly room: LiveRoom };

/** Records what happens in a room. */
export type Recorder = {
  /** The room with everything that happened, saved or about to be. Decisions depend on it. */
  readonly current: () => LiveRoom;
  /** The room as it is on the disk. Only this is shown to anybody. */
  readonly saved: () => LiveRoom;
  /**
   * Records what happened. Everything that happens soon after a write, or while the disk is busy, is written and flushed
   * together.
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

/** What is written together. */
type Batch = {
  readonly waiting: readonly Waiting[];
  readonly happened: readonly Saved[];
  /** The room after it. */
  readonly after: LiveRoom;
};

/** Between the beginnings of two writes, in milliseconds: a flush of the disk takes as long as hundreds of answers. */
const GATHER = 30;

const eventsOf = ({ happened }: Batch): RoomEvent[] => happened.map(({ event }) => event);

export function recorder(options: RecorderOptions): Recorder {
  const { journal, isRead, now, onSaved, onFailure } = options;
  let [current, saved] = [options.room, options.room];
  let builder = roomBuilder(saved, isRead);
  let waiting: Waiting[] = [];
  let isTurnSet = false;
  let lastWrite = Number.NEGATIVE_INFINITY;
  /** Written, but perhaps not on the disk yet. */
  let underWay: Batch | undefined;

  const happen = (happening: Happening): Saved => {
    const event: RoomEvent = { t: now(), ...happening };
    current = builder.add(event);
    return { event, room: current };
  };
  const wait = (happenings: readonly Happening[], done: Waiting['done']): void => {
    waiting.push({ happened: happenings.map(happen), done });
  };
  const backTo = (room: LiveRoom): void => {
    current = room;
    builder = roomBuilder(room, isRead);
  };
  const nextBatch = (): Batch => {
    const batch = { waiting, happened: waiting.flatMap((one) => one.happened), after: current };
    waiting = [];
    builder.seal();
    return batch;
  };
  /** What `onSaved` records comes after all of them. @param latest the last of the batches */
  const succeed = (batches: readonly Batch[], latest: Batch): void => {
    saved = latest.after;
    for (const { done } of batches.flatMap((batch) => batch.waiting)) done(true);
    const happened = batches.flatMap((batch) => batch.happened);
    if (happened.length > 0) onSaved(happened);
  };
  const fail = (batches: readonly Batch[], error: unknown): void => {
    for (const { done } of batches.flatMap((batch) => batch.waiting)) done(false);
    onFailure(error);
  };
  const settle = (batch: Batch, error?: unknown): void => {
    if (batch !== underWay) return; // a later write has settled it
    underWay = undefined;
    if (error === undefined) succeed([batch], batch);
    else {
      const basedOnIt = nextBatch();
      backTo(saved);
      fail([batch, basedOnIt], error);
    }
    soon();
  };
  const flush = (): void => {
    isTurnSet = false;
    if (underWay || waiting.length === 0) return;
    lastWrite = performance.now();
    const batch = nextBatch();
    underWay = batch;
    const written = batch.happened.length > 0 ? journal.appendSoon(eventsOf(batch)) : undefined;
    Promise.resolve(written).then(
      () => settle(batch),
      (error: unknown) => settle(batch, error),
    );
  };
  const soon = (): void => {
    if (waiting.length === 0 || isTurnSet) return;
    isTurnSet = true;
    const due = lastWrite + GATHER - performance.now();
    if (due > 0) setTimeout(flush, due);
    else setImmediate(flush);
  };
  const flushNow = (): void => {
    const batch = nextBatch();
    try {
      journal.append(eventsOf(batch));
    } catch (error) {
      backTo(underWay?.after ?? saved);
      fail([batch], error);
      return;
    }
    const before = underWay; // it is in front of this batch in the file, so it is on the disk, too
    underWay = undefined;
    succeed(before ? [before, batch] : [batch], batch);
  };
  return {
    current: () => current,
    saved: () => saved,
    record: (happenings) =>
      new Promise((resolve) => {
        wait(happenings, resolve);
        soon();
      }),
    recordNow: (happenings) => {
      let isSaved = false;
      wait(happenings, (isOnDisk) => {
        isSaved = isOnDisk;
      });
      flushNow();
      return isSaved;
    },
  };
}
