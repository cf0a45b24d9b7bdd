import {
  arrayOf,
  type Guard,
  isCount,
  isFlag,
  isId,
  isNumber,
  isText,
  isTime,
  isWhole,
  object,
  optional,
  recordOf,
} from '../json-shape.js';
import { joinFields } from '../log/parse.js';
import { type CheckRow, CheckTable, rowOf } from './check-table.js';
import type { AnswerRecord, LessonAttempt, Progress } from './progress.js';

/** Progress as plain JSON, with one array for each check and one for each answer of an attempt. */
export type StoredProgress = Omit<Progress, 'checks' | 'attempts'> & {
  readonly checks: readonly CheckRow[];
  readonly attempts: Readonly<Record<string, StoredAttempt>>;
};

type StoredAttempt = Omit<LessonAttempt, 'answers' | 'seconds'> & {
  readonly answers: readonly AnswerRow[];
  readonly seconds?: readonly AnswerRow[];
};

type AnswerRow = readonly [check: string, choice: string, right: boolean, t: number, again?: true];

export const storedProgress = ({ checks, attempts, ...rest }: Progress): StoredProgress => ({
  ...rest,
  checks: [...checks].map(([id, progress]) => rowOf(id, progress)),
  attempts: mapValues(attempts, ({ answers, seconds, ...attempt }) => ({
    ...attempt,
    answers: answerRows(answers),
    ...(seconds && { seconds: answerRows(seconds) }),
  })),
});

const answerRows = (answers: LessonAttempt['answers']): AnswerRow[] =>
  Object.entries(answers).map(([check, { choice, right, t, again }]) =>
    again ? [check, choice, right, t, again] : [check, choice, right, t],
  );

const isCertaintyCount = object({ right: isWhole, of: isWhole });

const isCertaintyCounts = optional(
  object({ guess: isCertaintyCount, fairly: isCertaintyCount, certain: isCertaintyCount }),
);

/** Whether a row has a choice, a flag for right or wrong, and a time, from index `at` on. */
const hasAnswerAt = (row: readonly unknown[], at: number): boolean =>
  isId(row[at]) && isFlag(row[at + 1]) && isTime(row[at + 2]);

// Not built from a list of guards: that takes twice as long, and the start of the program checks thousands of rows.

const isAnswerRow: Guard = (row) =>
  Array.isArray(row) && isId(row[0]) && hasAnswerAt(row, 1) && (row.length < 5 || row[4] === true);

const isCheckRow: Guard = (row) =>
  Array.isArray(row) &&
  isId(row[0]) &&
  hasAnswerAt(row, 1) &&
  hasAnswerAt(row, 4) &&
  isCount(row[7]) &&
  isNumber(row[8]) &&
  isNumber(row[9]) &&
  isWhole(row[10]) &&
  isWhole(row[11]) &&
  isFlag(row[12]) &&
  isCertaintyCounts(row[13]);

const isStored = object({
  checks: arrayOf(isCheckRow),
  attempts: recordOf(
    object({
      seed: isText,
      only: optional(arrayOf(isId)),
      step: isText,
      visited: optional(arrayOf(isText)),
      answers: arrayOf(isAnswerRow),
      seconds: optional(arrayOf(isAnswerRow)),
      shown: optional(arrayOf(isId)),
    }),
  ),
  finished: recordOf(isTime),
  settings: recordOf(isText),
  latest: optional(isId),
  exercise: optional(
    object({
      ...joinFields,
      began: optional(isTime),
      limitFrom: optional(isTime),
      roomLimit: optional(object({ minutes: isWhole, until: optional(isTime) })),
      handedIn: optional(isTime),
      because: optional(isText),
    }),
  ),
  resets: arrayOf(object({ id: isId, lesson: optional(isId) })),
});

/** The stored progress; undefined if the value has another shape or has two rows for a check. */
export function progressFrom(value: unknown): Progress | undefined {
  if (!isStored(value)) return undefined;
  const { checks, attempts, ...rest } = value as StoredProgress;
  const rows = new Map<string, CheckRow>();
  for (const row of checks) rows.set(row[0], row);
  if (rows.size < checks.length) return undefined;
  return { ...rest, checks: new CheckTable(rows), attempts: mapValues(attempts, attemptFrom) };
}

/** Makes the answer records on request: a course has many lessons, and a start needs the answers of only one. */
function attemptFrom({ answers: rows, seconds, ...attempt }: StoredAttempt): LessonAttempt {
  let answers: LessonAttempt['answers'] | undefined;
  return {
    ...attempt,
    ...(seconds && { seconds: answerRecords(seconds) }),
    get answers() {
      answers ??= answerRecords(rows);
      return answers;
    },
  };
}

function answerRecords(rows: readonly AnswerRow[]): LessonAttempt['answers'] {
  const records: Record<string, AnswerRecord> = Object.create(null);
  for (const [check, choice, right, t, again] of rows)
    records[check] = { choice, right, t, ...(again && { again }) };
  return records;
}

/** The result has no prototype: an id may be `__proto__`. */
function mapValues<A, B>(
  from: Readonly<Record<string, A>>,
  change: (value: A) => B,
): Record<string, B> {
  const to: Record<string, B> = Object.create(null);
  for (const [key, value] of Object.entries(from)) to[key] = change(value);
  return to;
}
