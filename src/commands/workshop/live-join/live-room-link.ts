import { LIVE_STEPS } from '../../../core/session/live/follow.js';
import type { SessionStore } from '../../../core/session/session-store.js';
import type { LiveSteps } from '../../../core/state/context.js';
import type { Live } from '../../../core/state/live.js';
import { plainText } from '../../../core/text/sanitize.js';
import type { OpenCourse } from '../../../io/course/open-course.js';
import { readRoomAddress } from '../../../net/room-address.js';
import { UsageError } from '../../errors.js';
import { type AttemptInRoom, type Follower, followRoom } from './follow-room.js';
import { readToken } from './token-file.js';

/** A live room that somebody joins from a terminal. */
export type LiveRoomLink = {
  /** The address as typed. */
  readonly typed: string;
  /** What a session begins with. */
  readonly first: Live;
  /** What the session does in it. */
  readonly steps: LiveSteps;
  readonly follow: (session: SessionStore, course: OpenCourse, attempt: AttemptInRoom) => Follower;
  /** Whether the room knows this attempt. */
  readonly hasJoined: (attempt: AttemptInRoom) => boolean;
};

/** Throws a UsageError if the text is no address of a room. */
export function liveRoomAt(typed: string): LiveRoomLink {
  const address = readRoomAddress(typed);
  if (!address)
    throw new UsageError(
      `--room must be an address such as http://192.0.2.7:4321, not '${plainText(typed).slice(0, 60)}'`,
    );
  return {
    typed,
    first: { address: address.origin, link: 'joining', isAlone: false },
    steps: LIVE_STEPS,
    follow: (session, course, attempt) => followRoom(session, course, attempt, address),
    hasJoined: ({ folder }) => readToken(folder) !== undefined,
  };
}
