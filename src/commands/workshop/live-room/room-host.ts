import type { Happening, RoomEvent } from '../../../core/live-room/event.js';
import { afterCommand, type HostCommand } from '../../../core/live-room/host-command.js';
import type { LiveRoom, LiveRules, ServingPlace } from '../../../core/live-room/live-room.js';
import { type Refused, refused } from '../../../core/live-room/refusal.js';
import type { Stop } from '../../../core/live-room/stop.js';
import type { HostView } from '../../../core/views/live-room/host-view.js';
import { personViewText } from '../../../core/views/live-room/person-view-text.js';
import { roomPlan } from '../../../core/views/live-room/plan.js';
import { personView } from '../../../core/views/live-room/write-person-view.js';
import type { OpenCourse } from '../../../io/course/open-course.js';
import type { Write } from '../../../io/files/flush.js';
import { openJournal } from '../../../io/live-room/journal.js';
import { begunRoom } from './found-room.js';
import { hostViews } from './host-views.js';
import { type People, peopleOf } from './people.js';
import { recorder, type Saved } from './recorder.js';
import { resultFiles } from './result-files.js';
import { roomClock } from './room-clock.js';
import { lockedJournal, lockRoom, type RoomLock } from './room-lock.js';
import { roomWarnings } from './room-warnings.js';
import { steadyClock } from './steady-clock.js';
import { throttled } from './throttled.js';
import { hashOfToken, newToken, roomTokens } from './tokens.js';
import { watchers } from './watchers.js';

/** A live room that is open on this computer. */
export type RoomHost = {
  readonly rules: LiveRules;
  readonly room: () => LiveRoom;
  readonly stops: readonly Stop[];
  /** @param live the room at an earlier moment; now if absent */
  readonly view: (live?: LiveRoom) => HostView;
  /** Records and flushes what the command makes happen; returns why it was refused. */
  readonly command: (command: HostCommand) => Refused | undefined;
  /** Records where the room is served, so that it is there again after a crash. */
  readonly servedAt: (place: ServingPlace) => void;
  /** Calls back after each event that was saved. @returns how to stop */
  readonly onEvent: (listener: (event: RoomEvent, room: LiveRoom) => void) => () => void;
  /** Calls back when the HostView may have changed, also when somebody connects: at most four times a second. */
  readonly onChange: (listener: () => void) => () => void;
  readonly hostToken: string;
  /** Writes the results, and lets another program open the room. */
  readonly close: () => Promise<void>;
  /** What the people in the room do, and what they see. */
  readonly people: People;
};

type OpenRoomOptions = {
  readonly course: OpenCourse;
  /** The room's folder, which is made if it is missing. */
  readonly folder: string;
  /** For a new room. A room that the folder has already keeps its own. */
  readonly rules?: LiveRules;
  /** Milliseconds since 1970. It never goes back. */
  readonly now: () => number;
  /** Writes to the journal. */
  readonly write?: Write;
};

/** The least time between two changes that are shown to the facilitator, in milliseconds. */
const SHOW_EVERY = 250;

/**
 * Opens the room that the folder has, or begins one. Throws a UserError if another program has it open, if its journal
 * cannot be read or written, or if it has other questions than the course.
 */
export function openRoom(options: OpenRoomOptions): RoomHost {
  const lock = lockRoom(options.folder);
  try {
    return opened(options, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function opened({ course, folder, rules, now, write }: OpenRoomOptions, lock: RoomLock): RoomHost {
  const hostToken = newToken();
  const journal = lockedJournal(openJournal(folder, write), lock);
  const begun = begunRoom({ course, folder, rules, host: hashOfToken(hostToken), now }, journal);
  const { stops, isRead, damaged } = begun;
  const latest = begun.events.reduce((t, event) => Math.max(t, event.t), 0);
  const time = steadyClock(now, latest);
  const warnings = roomWarnings(folder, damaged);
  const tokens = roomTokens(hashOfToken(hostToken));
  for (const event of begun.events) tokens.add(event);
  const listeners = new Set<(event: RoomEvent, room: LiveRoom) => void>();
  const changeListeners = new Set<() => void>();
  const changed = throttled(() => {
    for (const listener of changeListeners) listener();
  }, SHOW_EVERY);

  const onSaved = (saved: readonly Saved[]): void => {
    warnings.journal(undefined);
    const events = saved.map(({ event }) => event);
    for (const event of events) tokens.add(event);
    watching.tell(events);
    // A question that only this person answered now counts for everybody.
    if (room().ended !== undefined && events.some(({ k }) => k === 'alone')) watching.tellAll();
    results.after(events);
    if (events.some(({ k }) => k !== 'answer')) clock.set();
    for (const { event, room } of saved) for (const listener of listeners) listener(event, room);
    changed();
  };
  const onFailure = (error: unknown): void => {
    warnings.journal(error);
    changed();
  };
  const recording = recorder({ journal, room: begun.room, isRead, now: time, onSaved, onFailure });
  const room = recording.saved;
  const plan = roomPlan(course.index, course.material(), stops, room().rules.room.code);
  const viewOf = (id: string) => personView(room(), id, plan, time());
  const watching = watchers((id) => personViewText(viewOf(id)), changed);
  const hostViewOf = hostViews(plan, watching.connected);
  const results = resultFiles({
    course,
    folder,
    room,
    stops,
    now: time,
    onWrite: warnings.results,
  });
  const clock = roomClock(recording, time, watching.tellAll);
  results.after(begun.events);
  clock.set();
  return {
    rules: room().rules,
    room,
    stops,
    hostToken,
    view: (live = room()) => {
      const warning = warnings.text();
      const view = hostViewOf(live, time());
      return { ...view, ...(warning !== undefined && { warning }) };
    },
    command: (command) =>
      commanded(recording, afterCommand(recording.current(), command, stops, time())),
    servedAt: ({ address, port }) => {
      const { place } = room();
      if (place?.address === address && place.port === port) return;
      recording.recordNow([{ k: 'serve', address, port }]);
    },
    onEvent: (listener) => added(listeners, listener),
    onChange: (listener) => added(changeListeners, listener),
    people: peopleOf({ recording, stops, tokens, watching, viewOf, now: time }),
    close: async () => {
      clock.stop();
      recording.recordNow([]);
      if (lock.isOurs()) await results.finish();
      lock.release();
    },
  };
}

const commanded = (
  { recordNow }: { readonly recordNow: (happenings: readonly Happening[]) => boolean },
  decided: readonly Happening[] | Refused,
): Refused | undefined => {
  if ('refused' in decided) return decided;
  return recordNow(decided) ? undefined : refused('not-saved');
};

function added<T>(all: Set<T>, one: T): () => void {
  all.add(one);
  return () => all.delete(one);
}
