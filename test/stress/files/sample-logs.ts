import type { Check, Course } from '../../../src/core/course/course.js';
import type { Claim } from '../../../src/core/course/ledger.js';
import { checksOf } from '../../../src/core/course/lesson.js';
import type { LogEntry, NewEntry } from '../../../src/core/log/entry.js';
import { exerciseHash } from '../../../src/core/room/exercise.js';
import type { Person } from '../../../src/core/room/person.js';
import type { Room } from '../../../src/core/room/room.js';
import { attemptAt, stampsFrom } from '../../support/past.js';

/** A log with an entry of every kind of learning, and one that only a later version knows. */
export function learningLog({ index, lessons, material }: Course): LogEntry[] {
  const [first, second] = withTwo(lessons);
  const [one, two] = withTwo(checksOf(first));
  const [claim, other] = withTwo(material.claims);
  const answer = { k: 'answer', lesson: first.id, try: 1, lookUps: ['passages', 'hint'] } as const;
  const given = { certainty: 'certain', course: index.hash, offset: 60 } as const;
  const later = { k: 'of a later version', what: 'ever' } as unknown as NewEntry;
  return stamped([
    { k: 'set', key: 'certainty', value: 'on' },
    { k: 'set', key: 'session', value: '15' },
    { k: 'set', key: 'parameters', value: 'default' },
    { k: 'start', lesson: first.id, seed: 'seed' },
    { ...answer, check: one.id, choice: one.key, right: true, ...given },
    { ...answer, check: two.id, choice: wrongChoice(two), right: false, again: true, ...given },
    { k: 'at', lesson: first.id, step: two.id, shown: true },
    { k: 'at', lesson: first.id, step: 'end' },
    { k: 'review', ...mirrored(two), ...given },
    { k: 'drill', ...drilled(claim, other), course: index.hash, offset: 60 },
    { k: 'start', lesson: second.id, seed: 'seed', only: second.checks.slice(0, 1) },
    { k: 'at', lesson: second.id, step: second.checks[0] ?? '' },
    { k: 'reset', lesson: second.id, checks: [...second.checks] },
    { k: 'reset', undo: 'entry12' },
    later,
  ]);
}

function withTwo<T>([first, second]: readonly T[]): [T, T] {
  if (first === undefined || second === undefined) throw new Error('the course is too small');
  return [first, second];
}

export const wrongChoice = ({ choices, key }: Check): string =>
  choices.find(({ id }) => id !== key)?.id ?? '';

const mirrored = ({ id, key }: Check) =>
  ({ check: id, choice: key, right: true, mirror: true, misreading: 'wrong-source' }) as const;

const drilled = ({ id }: Claim, { source }: Claim) =>
  ({
    claim: id,
    asks: 'teller',
    choice: source,
    right: false,
    misreading: 'wrong-source',
  }) as const;

const stamped = (events: readonly NewEntry[]): LogEntry[] =>
  events.map((one, i) => ({ ...one, id: `entry${i}`, t: 1e11 + i }));

/** The log of an exercise that is handed in with one answer. */
export function exerciseLog({ index, lessons }: Course, room: Room, person: Person): LogEntry[] {
  const [lesson] = withTwo(lessons);
  const [check] = withTwo(checksOf(lesson));
  return stamped([
    { k: 'set', key: 'certainty', value: 'on' },
    { k: 'join', room, person, exercise: exerciseHash(lessons) },
    { k: 'begin' },
    { k: 'start', lesson: lesson.id, seed: room.code },
    {
      k: 'answer',
      lesson: lesson.id,
      check: check.id,
      choice: check.key,
      right: true,
      try: 1,
      lookUps: [],
      course: index.hash,
      offset: 0,
    },
    { k: 'hand-in', because: 'chosen' },
  ]);
}

/** The log of somebody who went through every lesson and got every check wrong, though certain. */
export function everyCheckWrong({ lessons }: Course): LogEntry[] {
  const stamp = stampsFrom(1e11, 'past');
  return lessons.flatMap((lesson) =>
    attemptAt(lesson, stamp, { wrong: lesson.checks, surely: lesson.checks }),
  );
}
