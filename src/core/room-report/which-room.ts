import type { CourseLessons } from '../course/course.js';
import { roomTag } from '../room/hand-in-code.js';
import { readRoomCode, shownCode } from '../room/room-code.js';
import type { FromRoom, NotCounted } from './submission.js';

/** `code` is undefined if there are only hand-in codes: they hold only the tag, which is computed from the room code. */
export type KnownRoom = {
  readonly code: string | undefined;
  readonly tag: number;
  readonly lessons: readonly string[];
};

/**
 * The room with the code `asked`, or the most common room. If the code does not name its lessons, they are the ones that
 * most of its submissions have.
 */
export function roomOf(
  course: CourseLessons,
  candidates: readonly FromRoom[],
  asked: string | undefined,
): KnownRoom | undefined {
  if (asked === undefined) return mostCommonRoom(candidates);
  const tag = roomTag(asked);
  const made = readRoomCode(course, asked, 0); // its end does not matter here
  if ('lessons' in made) return { code: asked, tag, lessons: made.lessons };
  const those = candidates.filter((one) => one.tag === tag && (one.code ?? asked) === asked);
  const lessons = mostCommonRoom(those.map((one) => ({ ...one, code: asked })))?.lessons ?? [];
  return { code: asked, tag, lessons };
}

/**
 * Results have a room code. Hand-in codes count for a room with the same tag and lessons; without results they are a
 * room of their own.
 */
function mostCommonRoom(candidates: readonly FromRoom[]): KnownRoom | undefined {
  const counts = new Map<string, { room: KnownRoom; count: number }>();
  for (const { code, tag, lessons } of candidates) {
    const key = `${code ?? ''} ${tag} ${lessons.join()}`;
    const before = counts.get(key)?.count ?? 0;
    counts.set(key, { room: { code, tag, lessons }, count: before + 1 });
  }
  const withCodes = ({ room, count }: { room: KnownRoom; count: number }): number =>
    room.code === undefined
      ? count
      : count + (counts.get(` ${room.tag} ${room.lessons.join()}`)?.count ?? 0);
  const ranked = [...counts.values()].sort(
    (a, b) =>
      withCodes(b) - withCodes(a) ||
      Number(b.room.code !== undefined) - Number(a.room.code !== undefined),
  );
  return ranked[0]?.room;
}

export const isOf = (room: KnownRoom | undefined, one: FromRoom): boolean =>
  room !== undefined &&
  one.tag === room.tag &&
  (one.code === undefined || room.code === undefined || one.code === room.code) &&
  one.lessons.join() === room.lessons.join();

export const otherRoom = ({
  where,
  code,
}: Pick<FromRoom, 'code'> & { readonly where: string }): NotCounted => ({
  where,
  isHarmless: true,
  why:
    code === undefined
      ? 'is from another room, or has other lessons'
      : `is from another room or has other lessons: its code is ${shownCode(code)}`,
});
