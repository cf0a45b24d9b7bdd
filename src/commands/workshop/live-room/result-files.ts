import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CourseLessons } from '../../../core/course/course.js';
import type { RoomEvent } from '../../../core/live-room/event.js';
import type { LiveRoom, Member } from '../../../core/live-room/live-room.js';
import { type Stop, unseenBy } from '../../../core/live-room/stop.js';
import { resultFileName, shortIdOf } from '../../../core/room/person.js';
import { resultOf } from '../../../core/room-report/live-results.js';

/** Keeps the result files of a room up to date. The journal has everything that is in them. */
export type ResultFiles = {
  /** Writes the files that these events made out of date, a little later. */
  readonly after: (events: readonly RoomEvent[]) => void;
  /** Writes all files that are out of date. */
  readonly finish: () => Promise<void>;
};

type ResultOptions = {
  readonly course: CourseLessons;
  readonly folder: string;
  readonly room: () => LiveRoom;
  readonly stops: readonly Stop[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Is called once files were written: with the first error, or with undefined if all succeeded. */
  readonly onWrite: (error: unknown) => void;
};

/** Other users may read a result, as one that somebody hands in. */
const MODE = 0o644;

/**
 * Until the files are written, in milliseconds: answers come first, and a question is closed and revealed soon after. The
 * journal has everything before, and the end of the room or of the program does not wait.
 */
const LATER = 30_000;

/** What a file was written for. */
type WrittenFor = {
  readonly member: Member;
  readonly ended: number | undefined;
  /** What others answer changes it. */
  readonly unseen: string;
};

export function resultFiles(options: ResultOptions): ResultFiles {
  const { course, folder, room, stops, now, onWrite } = options;
  const { code } = room().rules.room;
  const writtenFor = new Map<string, WrittenFor>();
  const due = new Set<string>();
  let names: Map<string, string> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  const write = async (member: Member): Promise<void> => {
    const before = writtenFor.get(member.id);
    const { ended } = room();
    const unseen = unseenBy(member, room(), stops).join();
    if (before?.member === member && before.ended === ended && before.unseen === unseen) return;
    names ??= await namesIn(folder, code);
    const name = member.isRemoved ? undefined : resultFileName(code, member);
    const earlier = names.get(endOf(member));
    if (earlier !== undefined && earlier !== name)
      await rm(path.join(folder, earlier), { force: true });
    if (name !== undefined) {
      const { text } = resultOf(course, room(), stops, member, now());
      await replaceFile(path.join(folder, name), text);
      names.set(endOf(member), name);
    }
    writtenFor.set(member.id, { member, ended, unseen });
  };
  const writeAll = async (): Promise<void> => {
    let first: unknown;
    for (const id of due) {
      due.delete(id);
      const member = room().members.get(id);
      const error = member && (await errorOf(write(member)));
      first ??= error;
    }
    running = undefined;
    onWrite(first);
  };
  const run = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    running ??= writeAll();
    return running;
  };
  return {
    after: (events) => {
      if (room().began === undefined) return;
      for (const event of events)
        for (const id of isForAll(event, room()) ? room().members.keys() : idsOf(event))
          due.add(id);
      if (events.some(({ k }) => k === 'end')) void run();
      else if (due.size > 0) timer ??= setTimeout(run, LATER).unref();
    },
    finish: async () => {
      if (room().began === undefined) return;
      for (const id of room().members.keys()) due.add(id);
      await run();
    },
  };
}

/** After the end, answers that somebody gave alone can make a question count for everybody. */
const isForAll = ({ k }: RoomEvent, { ended }: LiveRoom): boolean =>
  ['close', 'reveal', 'end'].includes(k) || (k === 'alone' && ended !== undefined);

const idsOf = (event: RoomEvent): readonly string[] =>
  ['hand-in', 'alone', 'rename', 'remove'].includes(event.k) && 'id' in event && event.id
    ? [event.id]
    : [];

/** The end of a person's file name, which stays the same under another name. */
const endOf = (person: Pick<Member, 'id'>): string => `-${shortIdOf(person).toLowerCase()}.json`;

/** The result files of a room that are there already, by the ends of their names. */
async function namesIn(folder: string, code: string): Promise<Map<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.startsWith(`result-${code}-`));
  return new Map(names.map((name) => [name.slice(name.lastIndexOf('-')), name]));
}

/** A reader finds the old text or the new one. A link in its place is replaced, not followed. */
async function replaceFile(file: string, text: string): Promise<void> {
  const temporary = `${file}.part`;
  await writeFile(temporary, text, { mode: MODE });
  await rename(temporary, file);
}

const errorOf = (work: Promise<void>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );
