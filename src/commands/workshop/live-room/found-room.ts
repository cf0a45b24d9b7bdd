import { afterEvent } from '../../../core/live-room/after-event.js';
import type { Opened, RoomEvent } from '../../../core/live-room/event.js';
import { type LiveRoom, newRoom } from '../../../core/live-room/live-room.js';
import { type Stop, stopsOf } from '../../../core/live-room/stop.js';
import { exerciseHash } from '../../../core/room/exercise.js';
import { plainText } from '../../../core/text/sanitize.js';
import type { OpenCourse } from '../../../io/course/open-course.js';
import { reasonFor } from '../../../io/files/disk-error.js';
import { journalFile, readJournal } from '../../../io/live-room/journal.js';
import { UserError } from '../../errors.js';

/** A room in its folder's journal. */
export type FoundRoom = {
  readonly opened: Opened;
  readonly events: readonly RoomEvent[];
  /** How many lines are damaged and were left out. */
  readonly damaged: number;
};

/**
 * The room in a folder; undefined if its journal is missing or empty. Throws a UserError if the journal cannot be read, or
 * has no line that says which room it is.
 */
export function foundRoom(folder: string): FoundRoom | undefined {
  const { events, damaged } = readOrRefuse(folder);
  const opened = events.find((event) => event.k === 'room');
  if (opened) return { opened, events, damaged: damaged.length };
  if (events.length + damaged.length === 0) return undefined;
  throw new UserError(
    `${plainText(journalFile(folder))} is damaged: it does not say which room it is. Choose another folder with --dir`,
  );
}

function readOrRefuse(folder: string): ReturnType<typeof readJournal> {
  try {
    return readJournal(folder);
  } catch (error) {
    const { what } = reasonFor(error);
    throw new UserError(
      `could not read ${plainText(journalFile(folder))}: ${what}. Choose another folder with --dir`,
    );
  }
}

/** Throws a UserError if the room was opened with another course or other questions. */
export function refuseOtherQuestions({ opened }: FoundRoom, course: OpenCourse, folder: string): void {
  const { lessons } = opened.rules.room;
  const isSame =
    opened.course === course.index.id &&
    lessons.every((id) => course.index.lessons.some((lesson) => lesson.id === id)) &&
    opened.exercise === exerciseHash(lessons.map(course.lesson));
  if (!isSame)
    throw new UserError(
      `the room in ${plainText(folder)} has other questions than this course: choose its course with --course, or another folder with --dir`,
    );
}

/** The stops of a room's exercise, and whether the one with an index is a text to read. */
export function stopsIn(course: OpenCourse, lessons: readonly string[]) {
  const stops = stopsOf(lessons.map(course.lesson));
  return { stops, isRead: (stop: number): boolean => stops[stop]?.step.kind === 'reading' };
}

export type RoomStops = { readonly stops: readonly Stop[]; readonly isRead: (stop: number) => boolean };

/** The room after all its events. */
export const roomAfter = ({ opened, events }: FoundRoom, isRead: RoomStops['isRead']): LiveRoom =>
  events.reduce<LiveRoom>((room, event) => afterEvent(room, event, isRead), newRoom(opened.rules));
