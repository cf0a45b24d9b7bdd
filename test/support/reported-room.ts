import type { Happening } from '../../src/core/live-room/event.js';
import type { LiveRules } from '../../src/core/live-room/live-room.js';
import { checksAt } from '../../src/core/live-room/stop.js';
import { type LiveResult, roomResults } from '../../src/core/room-report/live-results.js';
import { readSubmission } from '../../src/core/room-report/read-submission.js';
import type { Submission } from '../../src/core/room-report/submission.js';
import { eventsOf, journalText, roomOfEvents, stopsIn } from './live-journal.js';
import { roomFor, shippedCourse } from './shipped-course.js';

/** A live room that does one lesson of the shipped course together, as tests of reports use it. */

export const course = shippedCourse();
export const room = roomFor(course, 'denied');
export const rules: LiveRules = { room, pace: 'together', door: '7k2m' };
export const stops = stopsIn(course, room);

/** The indices of the stops with a question. */
export const questions = stops.flatMap((stop, i) => (checksAt(stop).length > 0 ? [i] : []));

/** The results that the host writes after these happenings. @param now milliseconds since 1970 */
export const resultsOf = (
  happenings: readonly Happening[],
  some = rules,
  now = 2e6,
): LiveResult[] =>
  roomResults(course, roomOfEvents(course, some, eventsOf(course, some, happenings)), now);

/** The same as the report reads it in the result files. */
export const resultFiles = (happenings: readonly Happening[]): Submission[] =>
  resultsOf(happenings).flatMap(({ text }, i) => readSubmission(course, `${i}.json`, text));

/** What the report reads in the journal of these happenings. */
export const journal = (happenings: readonly Happening[], some = rules): Submission[] =>
  readSubmission(course, 'room.jsonl', journalText(eventsOf(course, some, happenings)));
