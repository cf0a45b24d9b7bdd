import {
  arrayOf,
  type Guard,
  isFlag,
  isId,
  isRecord,
  isText,
  isTime,
  object,
  optional,
  parseJson,
} from '../json-shape.js';
import { isCertainty } from '../memory/certainty.js';
import { ATTEMPT_STATUSES, type AttemptStatus, attemptStatus } from '../room/attempt-status.js';
import { valuesOf } from '../room/codes/base32.js';
import { cleanName, LONGEST_NAME, type Person } from '../room/person.js';
import { FEEDBACKS, type Rejection, type Room } from '../room/room.js';
import { plainText } from '../text/sanitize.js';
import { KIND, type Result, type ResultAnswer, VERSION } from './result.js';

const isAnswer: Guard = object({ check: isId, choice: isId, certainty: optional(isText) });

/** The report shows the beginning of an id. */
const isPersonId: Guard = (value) => isId(value) && valuesOf(String(value)) !== undefined;

const isResult = object({
  course: object({ id: isText }),
  exercise: isId,
  code: isId,
  lessons: arrayOf(isId),
  person: object({ id: isPersonId, name: isText, named: isFlag }),
  feedback: optional(isText),
  began: optional(isTime),
  saved: isTime,
  handedIn: optional(isTime),
  because: optional(isText),
  status: optional(isText),
  lengthened: optional(isFlag),
  answers: arrayOf(isAnswer),
  second: optional(arrayOf(object({ check: isId, choice: isId }))),
  unseen: optional(arrayOf(isId)),
});

type WrittenResult = {
  readonly course: { readonly id: string };
  readonly exercise: string;
  readonly code: Room['code'];
  readonly lessons: Room['lessons'];
  readonly feedback?: string;
  readonly person: Person;
  readonly began?: number;
  readonly saved: number;
  readonly handedIn?: number;
  readonly because?: string;
  readonly status?: string;
  readonly lengthened?: boolean;
  readonly answers: readonly { check: string; choice: string; certainty?: string }[];
  readonly second?: readonly { check: string; choice: string }[];
  readonly unseen?: readonly string[];
};

/** The longest id or code, in UTF-16 code units. */
const LONGEST = 64;

const MOST_LESSONS = 1_000;

const MOST_ANSWERS = 2_000;

/**
 * Reads a result file that may be damaged or hostile. Limits its sizes and removes control characters from its texts.
 * @returns the result, or the reason why it is rejected, as the end of a sentence; never throws
 */
export function readResult(text: string): Result | Rejection {
  const value = parseJson(text);
  if (value === undefined) return { rejected: 'is broken or cut short' };
  if (!isRecord(value) || value.kind !== KIND)
    return { rejected: 'is not a result of this program' };
  if (value.version !== VERSION)
    return {
      rejected: 'was written by another version of on-the-record: read it with that version',
    };
  const written = isResult(value) ? (value as unknown as WrittenResult) : undefined;
  return written && isSmall(written)
    ? resultOf(written)
    : { rejected: 'is damaged: some of its fields are missing or wrong' };
}

const isSmall = ({ answers, second = [], unseen = [] }: WrittenResult): boolean =>
  [answers, second, unseen].every(({ length }) => length <= MOST_ANSWERS);

function resultOf(written: WrittenResult): Result {
  const { course, exercise, code, lessons, person, began, saved, lengthened, answers } = written;
  const { second = [], unseen = [] } = written;
  const short = (given: string): string => plainText(given.slice(0, LONGEST));
  const first = answers.map(
    ({ check, choice, certainty }): ResultAnswer => ({
      check,
      choice,
      ...(isCertainty(certainty) && { certainty }),
    }),
  );
  const name = cleanName(person.name.slice(0, 8 * LONGEST_NAME));
  return {
    course: short(course.id),
    exercise: short(exercise),
    code: short(code),
    lessons: lessons.slice(0, MOST_LESSONS),
    feedback: FEEDBACKS.find((one) => one === written.feedback),
    person: {
      id: short(person.id),
      name: name ?? 'No name',
      named: person.named && name !== undefined,
    },
    began,
    saved,
    status: statusIn(written),
    isLengthened: lengthened === true,
    answers: onePerCheck(first),
    second: onePerCheck(second.map(({ check, choice }) => ({ check, choice }))),
    unseen: [...new Set(unseen)],
  };
}

/** The first answer to each check. */
function onePerCheck<A extends { readonly check: string }>(answers: readonly A[]): A[] {
  const first = new Map<string, A>();
  for (const one of answers) if (!first.has(one.check)) first.set(one.check, one);
  return [...first.values()];
}

/** Results of earlier versions only say whether and why they were handed in. */
const statusIn = (written: WrittenResult): AttemptStatus | undefined =>
  ATTEMPT_STATUSES.find((one) => one === written.status) ??
  (written.handedIn === undefined ? undefined : attemptStatus(written, undefined));
