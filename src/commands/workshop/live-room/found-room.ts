import { roomOf } from '../../../core/live-room/build-room.js';
import type { Opened, RoomEvent } from '../../../core/live-room/event.js';
import type { LiveRoom, LiveRules } from '../../../core/live-room/live-room.js';
import { isReadIn, type Stop, stopsOf } from '../../../core/live-room/stop.js';
import { exerciseHash } from '../../../core/room/exercise.js';
import { capital } from '../../../core/text/english.js';
import { plainText } from '../../../core/text/sanitize.js';
import type { OpenCourse } from '../../../io/course/open-course.js';
import { reasonFor } from '../../../io/files/disk-error.js';
import { type Journal, journalFile, readJournal } from '../../../io/live-room/journal.js';
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
export function refuseOtherQuestions(
  { opened }: FoundRoom,
  course: OpenCourse,
  folder: string,
): void {
  const { lessons } = opened.rules.room;
  const isSame =
    opened.course === course.index.id &&
    lessons.every((id) => course.index.lessons.some((lesson) => lesson.id === id)) &&
    opened.exercise === exerciseHash(lessons.map(course.lesson));
  if (!isSame)
    throw new UserError(
      `the room in ${plainText(folder)} and this course have different questions: choose the room's course with --course, or another folder with --dir`,
    );
}

/** A room that can go on. */
export type BegunRoom = {
  readonly room: LiveRoom;
  readonly events: readonly RoomEvent[];
  readonly stops: readonly Stop[];
  /** Whether the stop with this index is a text to read. */
  readonly isRead: (stop: number) => boolean;
  readonly damaged: number;
};

type BeginOptions = {
  readonly course: OpenCourse;
  readonly folder: string;
  /** For a new room. */
  readonly rules: LiveRules | undefined;
  /** The hash of the host's token. */
  readonly host: string;
  readonly now: () => number;
};

/** The room of the folder, or a new one. Throws a UserError if it is neither. */
export function begunRoom(options: BeginOptions, journal: Journal): BegunRoom {
  const { course, folder } = options;
  const found = foundRoom(folder) ?? newRoomIn(options, journal);
  refuseOtherQuestions(found, course, folder);
  const stops = stopsOf(found.opened.rules.room.lessons.map(course.lesson));
  const isRead = isReadIn(stops);
  return { ...found, stops, isRead, room: roomOf(found.opened.rules, found.events, isRead) };
}

function newRoomIn(
  { course, folder, rules, host, now }: BeginOptions,
  journal: Journal,
): FoundRoom {
  if (!rules)
    throw new UserError(`there is no room in ${plainText(folder)}: choose its folder with --dir`);
  const { id, words } = course.index;
  const exercise = exerciseHash(rules.room.lessons.map(course.lesson));
  const opened: Opened = { k: 'room', version: 1, rules, course: id, words, exercise, host };
  const event = { t: now(), ...opened };
  const events = [event, event]; // twice: if the only one were damaged, nobody would find the answers
  try {
    journal.append(events);
  } catch (error) {
    const { what, toDo } = reasonFor(error);
    throw new UserError(
      `cannot save the room in ${plainText(folder)}: ${what}. ${capital(toDo).replace('--data-dir', '--dir')}`,
    );
  }
  return { opened, events, damaged: 0 };
}
