import fc from 'fast-check';
import type { CourseLessons } from '../../src/core/course/course.js';
import { LONGEST_MINUTES } from '../../src/core/room/room.js';
import { makeRoomCode, type Rules, readRoomCode } from '../../src/core/room/room-code.js';
import { SEEDS } from '../../src/core/room/room-code-content.js';
import { first, course as small } from './small-course.js';

/** A course with this many lessons. */
export function courseOf(count: number): CourseLessons {
  const lessons = Array.from({ length: count }, (_, i) => {
    const body = first.body.map((step) => ({ ...step, id: `${step.id}-${i}` }));
    return { ...first, id: `lesson-${i}`, body };
  });
  const byId = new Map(lessons.map((lesson) => [lesson.id, lesson]));
  return { index: { ...small, lessons }, lesson: (id) => byId.get(id) ?? first };
}

const typed = '0123456789ABCDEFGHJKMNPQRSTVWXYZILO';

/** The code with any character more, at any place. */
export const withOneMore = (code: string): string[] =>
  [...code, ''].flatMap((_, at) =>
    [...typed].map((one) => code.slice(0, at) + one + code.slice(at)),
  );

/** The code without any one of its characters. */
export const withOneLess = (code: string): string[] =>
  [...code].map((_, at) => code.slice(0, at) + code.slice(at + 1));

type MadeRoom = {
  readonly where: CourseLessons;
  readonly rules: Rules;
  readonly seed: number;
};

/** A few years in minutes: a common end can be any of them. */
const MINUTES = 2e6;

const anyRules = ({ index }: CourseLessons): fc.Arbitrary<Rules> => {
  const rest = {
    lessons: fc.subarray(
      index.lessons.map(({ id }) => id),
      { minLength: 1 },
    ),
    feedback: fc.constantFrom('now' as const, 'later' as const),
    certainty: fc.boolean(),
  };
  return fc.oneof(
    fc.record({ ...rest, minutes: fc.integer({ min: 0, max: LONGEST_MINUTES }) }),
    fc.record({
      ...rest,
      minutes: fc.constant(0),
      until: fc.nat(MINUTES).map((minute) => minute * 60_000),
    }),
  );
};

/** A room of a course with one to eight lessons. */
export const anyRoomOfAnyCourse: fc.Arbitrary<MadeRoom> = fc
  .constantFrom(...[1, 2, 5, 8].map(courseOf))
  .chain((where) =>
    fc.record({
      where: fc.constant(where),
      rules: anyRules(where),
      seed: fc.integer({ min: 0, max: SEEDS - 1 }),
    }),
  );

/** The codes of other rooms that differ from this room's by one character more or less; and its own, if it is not read. */
export function similarRooms({ where, rules, seed }: MadeRoom): string[] {
  const code = makeRoomCode(where, rules, seed);
  const isRead = (one: string): boolean => 'code' in readRoomCode(where, one, 0);
  const others = [...withOneMore(code), ...withOneLess(code)].filter(isRead);
  return isRead(code) ? others : [code, ...others];
}
