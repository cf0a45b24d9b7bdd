import { afterEvent } from '../../../core/live-room/after-event.js';
import type { Happening, RoomEvent } from '../../../core/live-room/event.js';
import { afterCommand, type HostCommand } from '../../../core/live-room/host-command.js';
import { type LiveRoom, type LiveRules, newRoom } from '../../../core/live-room/live-room.js';
import type { JoinMessage, PersonMessage } from '../../../core/live-room/message.js';
import { afterJoin, afterMessage } from '../../../core/live-room/person-message.js';
import { type Refused, refused } from '../../../core/live-room/refusal.js';
import { type Stop, stopsOf } from '../../../core/live-room/stop.js';
import { exerciseHash } from '../../../core/room/exercise.js';
import { SHORT_ID_LENGTH } from '../../../core/room/person.js';
import { plainText } from '../../../core/text/sanitize.js';
import type { HostView } from '../../../core/views/live-room/host-view.js';
import type { PersonView } from '../../../core/views/live-room/person-view.js';
import { roomPlan } from '../../../core/views/live-room/plan.js';
import { hostView } from '../../../core/views/live-room/write-host-view.js';
import { personView } from '../../../core/views/live-room/write-person-view.js';
import type { OpenCourse } from '../../../io/course/open-course.js';
import type { Write } from '../../../io/files/flush.js';
import { openJournal } from '../../../io/live-room/journal.js';
import type { Watcher } from '../../../net/event-streams.js';
import { newPersonId } from '../../progress/people-here.js';
import { type FoundRoom, foundRoom } from './found-room.js';
import { recorder, type Saved } from './recorder.js';
import { resultFiles } from './result-files.js';
import { roomClock } from './room-clock.js';
import { lockRoom } from './room-lock.js';
import { roomWarnings } from './room-warnings.js';
import { throttled } from './throttled.js';
import { hashOfToken, newToken, roomTokens } from './tokens.js';
import { watchers } from './watchers.js';

/** A live room that is open on this computer. */
export type RoomHost = {
  readonly rules: LiveRules;
  readonly room: () => LiveRoom;
  readonly stops: readonly Stop[];
  readonly view: () => HostView;
  /** Records and flushes what the command makes happen; returns why it was refused. */
  readonly command: (command: HostCommand) => Refused | undefined;
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

export type People = {
  /** Resolves once the person is in the journal. */
  readonly join: (message: JoinMessage) => Promise<Joined | Refused>;
  /** Resolves once the message is in the journal; with why, if it was refused. */
  readonly send: (id: string, message: PersonMessage) => Promise<Refused | undefined>;
  readonly view: (id: string) => PersonView;
  /** The id of the person with this token; undefined if nobody has it. */
  readonly idOf: (token: string) => string | undefined;
  readonly isHost: (token: string) => boolean;
  /** Shows what this person may see, now and after each change. @returns how to stop */
  readonly watch: (id: string, watcher: Watcher) => () => void;
};

export type Joined = { readonly id: string; readonly token: string; readonly view: PersonView };
