import type { CourseLessons } from '../course/course.js';
import { roomOf } from '../live-room/build-room.js';
import type { Opened, RoomEvent } from '../live-room/event.js';
import { readEvents } from '../live-room/journal-line.js';
import type { LiveRoom } from '../live-room/live-room.js';
import { checksAt, isReadIn, type Stop, stopsOf, unseenBy } from '../live-room/stop.js';
import { exerciseHash } from '../room/exercise.js';
import { counted, listed } from '../text/english.js';
import { plainText } from '../text/sanitize.js';
import { fromOtherCourse, OTHER_VERSION } from './candidates.js';
import { roomResults } from './live-results.js';
import { readResult } from './read-result.js';
import type { Submission, Unasked } from './submission.js';

/** In bytes. A room of 1,200 people who answer twenty questions twice needs about half of this. */
export const LARGEST_JOURNAL = 16 * 1024 ** 2;

/** More people than join a room, with those who were removed. One person can join again. */
const MOST_MEMBERS = 2_000;

/** In UTF-16 code units. */
const LONGEST_ID = 64;

/** A message names at most this many damaged lines. */
const MOST_NAMED = 5;

/**
 * Reads the journal of a live room that may be damaged or hostile. Never throws.
 * @param where the file's name in the report
 * @returns a result for each person as of the last event, who was removed, what was not asked, and what is wrong with the
 * journal
 */
export function readJournal(course: CourseLessons, where: string, text: string): Submission[] {
  const { events, damaged } = readEvents(text);
  const faults = damaged.length === 0 ? [] : [{ where, rejected: damageText(damaged) }];
  const opened = events.find((one): one is RoomEvent & Opened => one.k === 'room');
  if (!opened) return [{ where, rejected: NO_ROOM }];
  const rejected = otherCourse(course, opened) ?? tooMany(events);
  if (rejected !== undefined) return [{ where, rejected }];
  const { rules } = opened;
  const stops = stopsOf(rules.room.lessons.map(course.lesson));
  const room = roomOf(rules, events, isReadIn(stops));
  const last = events.reduce((latest, { t }) => Math.max(latest, t), 0);
  // The line of the beginning may be the damaged one.
  const begun = { began: 0, ...room };
  const results = roomResults(course, begun, last).map((one) => digital(where, one.text));
  return [...faults, ...results, ...removedFrom(room, where), ...notAskedIn(room, stops, where)];
}

const NO_ROOM =
  'is not the journal of a live room, or its line about the room is damaged: the result files count';

const damageText = (damaged: readonly number[]): string =>
  damaged.length > MOST_NAMED
    ? `has ${damaged.length} damaged lines: what they say does not count`
    : `has ${counted(damaged.length, 'damaged line')} (${listed(damaged.map(String))}): what ${damaged.length === 1 ? 'it says' : 'they say'} does not count`;

function otherCourse(course: CourseLessons, opened: Opened): string | undefined {
  const { lessons } = opened.rules.room;
  const known = course.index.lessons.map(({ id }) => id);
  if (lessons.length === 0 || !lessons.every((id) => known.includes(id)))
    return fromOtherCourse(plainText(opened.course.slice(0, LONGEST_ID)));
  return exerciseHash(lessons.map(course.lesson)) === opened.exercise ? undefined : OTHER_VERSION;
}

const tooMany = (events: readonly RoomEvent[]): string | undefined =>
  new Set(events.flatMap((event) => (event.k === 'join' ? [event.person.id] : []))).size >
  MOST_MEMBERS
    ? `has more than ${MOST_MEMBERS} people: that is not a room`
    : undefined;

const removedFrom = ({ members, rules }: LiveRoom, where: string): Submission[] =>
  [...members.values()].flatMap(({ id, isRemoved }) =>
    isRemoved ? [{ where, removed: id, code: rules.room.code }] : [],
  );

/** Empty if everyone goes through the exercise on their own, and before the first vote. */
function notAskedIn(room: LiveRoom, stops: readonly Stop[], where: string): Unasked[] {
  if (room.rules.pace === 'own' || room.votes.size === 0) return [];
  const unopened = stops
    .filter((_, at) => !room.votes.has(at))
    .flatMap(checksAt)
    .map(({ id }) => id);
  const leftOut = unseenBy({ missed: new Set(), first: new Map() }, room, stops);
  const unanswered = leftOut.filter((id) => !unopened.includes(id));
  return [{ where, code: room.rules.room.code, unopened, unanswered }];
}

function digital(where: string, text: string): Submission {
  const result = readResult(text);
  return 'rejected' in result
    ? { where, rejected: result.rejected }
    : { where, result, isFromJournal: true };
}
