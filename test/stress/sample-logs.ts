import type { Check, Course, Lesson } from '../../src/core/course.js';
import type { Answer, Happening, LogEntry, Review } from '../../src/core/log-entry.js';
import type { Room } from '../../src/core/workshop/exercise.js';
import type { Person } from '../../src/core/workshop/person.js';

/** An entry with a kind that a later version of the program may add. */
type LaterEntry = { readonly k: 'of a later version'; readonly what: string };

/** Entries of every kind that a log of learning can hold, as the program writes them. */
export function learningLog({ index, lessons, record }: Course): LogEntry[] {
  const [first, second] = [itemAt(lessons, 0), itemAt(lessons, 1)];
  const [one, two] = [itemAt(checksOf(first), 0), itemAt(checksOf(first), 1)];
  const where = { course: index.hash, offset: 60 };
  const help = { lookUps: ['passages', 'hint'], certainty: 'certain', ...where } as const;
  return stamped([
    { k: 'set', key: 'certainty', value: 'on' },
    { k: 'set', key: 'session', value: '15' },
    { k: 'set', key: 'parameters', value: 'default' },
    { k: 'start', lesson: first.id, seed: 'seed' },
    { ...answerTo(first, one, one.key), ...help },
    { ...answerTo(first, two, wrongChoice(two)), ...help },
    { k: 'at', lesson: first.id, step: 'end' },
    { k: 'review', ...reviewOf(two), ...where },
    {
      k: 'drill',
      ...roundOf(itemAt(record.claims, 0).id, itemAt(record.claims, 1).source),
      ...where,
    },
    { k: 'start', lesson: second.id, seed: 'seed', only: [itemAt(second.checks, 0)] },
    { k: 'at', lesson: second.id, step: itemAt(second.checks, 0) },
    { k: 'reset', lesson: second.id, checks: [...second.checks] },
    { k: 'reset', undo: 'entry11' },
    { k: 'of a later version', what: 'ever' },
  ]);
}

const reviewOf = ({ id, key }: Check): Omit<Review, 'k' | 'course' | 'offset'> => ({
  ...{ check: id, choice: key, right: true, mirror: true as const },
  ...{ misreading: 'wrong-source', certainty: 'guess' },
});

const roundOf = (claim: string, choice: string) =>
  ({ claim, asks: 'source', choice, right: false, misreading: 'wrong-source' }) as const;

/** The log of an exercise that was handed in after one answer. */
export function exerciseLog(
  { index, lessons }: Course,
  { room, person, exercise }: { room: Room; person: Person; exercise: string },
): LogEntry[] {
  const lesson = itemAt(lessons, 0);
  const check = itemAt(checksOf(lesson), 0);
  return stamped([
    { k: 'set', key: 'certainty', value: 'on' },
    { k: 'join', room, person, exercise },
    { k: 'begin' },
    { k: 'start', lesson: lesson.id, seed: room.code },
    { ...answerTo(lesson, check, check.key), course: index.hash },
    { k: 'hand-in', because: 'chosen' },
  ]);
}

/** The log of a learner who went through every lesson, gave every answer wrong and was certain of it. */
export const allWrongLog = ({ lessons }: Course): LogEntry[] =>
  stamped(
    lessons.flatMap((lesson): Happening[] => [
      { k: 'start', lesson: lesson.id, seed: 'past' },
      ...checksOf(lesson).map(
        (check): Happening => ({
          ...answerTo(lesson, check, wrongChoice(check)),
          certainty: 'certain',
        }),
      ),
      { k: 'at', lesson: lesson.id, step: 'end' },
    ]),
  );

const answerTo = (lesson: Lesson, { id, key }: Check, choice: string): Answer => ({
  ...{ k: 'answer', lesson: lesson.id, check: id, choice, right: choice === key },
  ...{ try: 1, lookUps: [], course: '0', offset: 0 },
});

const checksOf = ({ body }: Lesson): Check[] => body.filter((step) => step.kind === 'check');

const wrongChoice = ({ choices, key }: Check): string =>
  choices.find(({ id }) => id !== key)?.id ?? '';

function itemAt<T>(list: readonly T[], at: number): T {
  const item = list[at];
  if (item === undefined) throw new Error(`no item ${at} in a list of ${list.length}`);
  return item;
}

/** A reader of the log accepts kinds that it does not know, so the cast is safe. */
const stamped = (entries: readonly (Happening | LaterEntry)[]): LogEntry[] =>
  entries.map((entry, n) => ({ ...entry, id: `entry${n}`, t: 1e11 + n }) as LogEntry);
