import { rmSync } from 'node:fs';
import path from 'node:path';
import type { CourseLessons } from '../../../core/course/course.js';
import type { RoomEvent } from '../../../core/live-room/event.js';
import type { LiveRoom, Member } from '../../../core/live-room/live-room.js';
import { resultFileName } from '../../../core/room/person.js';
import { roomResults } from '../../../core/room-report/live-results.js';
import { writeTextFile } from '../../../io/files/text-file.js';

/** Keeps the result files of a room up to date. */
export type ResultFiles = {
  /** Writes the files that events made out of date, a few at a time. */
  readonly after: (events: readonly RoomEvent[]) => void;
  /** Writes all that are out of date at once. */
  readonly finish: () => void;
};

type ResultOptions = {
  readonly course: CourseLessons;
  readonly folder: string;
  readonly room: () => LiveRoom;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Is called after each write: with an error, or with undefined once a write succeeds. */
  readonly onWrite: (error: unknown) => void;
};

/** Other users may read a result, as one that somebody hands in. */
const MODE = 0o644;

/** Files in a row, before requests have their turn. */
const SLICE = 4;

type Written = { readonly file: string; readonly member: Member; readonly ended: number | undefined };

export function resultFiles(options: ResultOptions): ResultFiles {
  const { course, folder, room, now, onWrite } = options;
  const written = new Map<string, Written>();
  const due = new Set<string>();
  let turn: NodeJS.Immediate | undefined;

  const write = (member: Member): void => {
    const { id, isRemoved } = member;
    const before = written.get(id);
    const { ended } = room();
    if (before?.member === member && before.ended === ended) return;
    const file = path.join(folder, resultFileName(room().rules.room.code, member));
    if (isRemoved || (before && before.file !== file)) rmSync(before?.file ?? file, { force: true });
    if (isRemoved) return;
    const alone = { ...room(), members: new Map([[id, member]]) };
    const [result] = roomResults(course, alone, now());
    if (!result) return;
    writeTextFile(file, result.text, () => true, MODE);
    written.set(id, { file, member, ended });
  };
  const tryToWrite = (id: string): void => {
    const member = room().members.get(id);
    try {
      if (member) write(member);
      due.delete(id);
      onWrite(undefined);
    } catch (error) {
      due.delete(id); // the next event tries again
      onWrite(error);
    }
  };
  const writeSome = (): void => {
    turn = undefined;
    for (const id of [...due].slice(0, SLICE)) tryToWrite(id);
    if (due.size > 0) turn = setImmediate(writeSome);
  };
  return {
    after: (events) => {
      if (room().began === undefined) return;
      for (const event of events)
        for (const id of isAboutAll(event) ? room().members.keys() : idsIn(event)) due.add(id);
      if (due.size > 0) turn ??= setImmediate(writeSome);
    },
    finish: () => {
      clearImmediate(turn);
      if (room().began === undefined) return;
      for (const id of room().members.keys()) tryToWrite(id);
    },
  };
}

const isAboutAll = ({ k }: RoomEvent): boolean => ['close', 'reveal', 'end'].includes(k);

const idsIn = (event: RoomEvent): readonly string[] =>
  ['hand-in', 'alone', 'rename', 'remove'].includes(event.k) && 'id' in event && event.id
    ? [event.id]
    : [];
