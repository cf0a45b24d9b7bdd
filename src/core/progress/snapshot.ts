import {
  arrayOf,
  isId,
  isText,
  isTime,
  isWhole,
  LATEST_TIME,
  object,
  optional,
  recordOf,
} from '../json-shape.js';
import { joinFields } from '../log/parse.js';
import type { Memory } from '../memory/fsrs.js';
import { type CertaintyCounts, NO_CERTAINTY_COUNTS } from '../memory/recall.js';
import { CheckTable, type Rows } from './check-table.js';
import type { AnswerRecord, CheckProgress, LessonAttempt, Progress } from './progress.js';

/**
 * A progress as a file holds it: of each check a row of numbers, and texts that need not be taken apart to be read. A
 * start reads all of it and needs little, and as objects ten thousand checks took a tenth of a second to read.
 */
export type PackedProgress = Omit<Progress, 'checks' | 'attempts'> & {
  /** Their ids, as one text of words. */
  readonly checks: string;
  /** Every choice that was given for one, once, likewise. */
  readonly choices: string;
  /** `ROW` of them for each check. */
  readonly numbers: Float64Array;
  /** Of the checks that have any. */
  readonly tallies: Readonly<Record<string, CertaintyCounts>>;
  readonly places: Readonly<Record<string, PackedAttempt>>;
};

/** The answers as words: check, choice, `+` or `-`, time. */
type PackedAttempt = Omit<LessonAttempt, 'answers'> & { readonly answers: string };

/** The choices by their places, times, tries, flags, what FSRS knows, the learner's day, reviews. */
const ROW = 10;

const FLAGS = 5;

const FIRST_RIGHT = 1;

const LAST_RIGHT = 2;

const SURELY_MISSED = 4;

export function packProgress({ checks, attempts, ...rest }: Progress): PackedProgress {
  const choices = new Map<string, number>();
  const numbers = new Float64Array(checks.size * ROW);
  const tallies: Record<string, CertaintyCounts> = Object.create(null);
  let at = 0;
  for (const [id, check] of checks) {
    numbers.set(
      rowOf(check, (choice) => placeOf(choice, choices)),
      at,
    );
    at += ROW;
    if (check.recall.certaintyCounts !== NO_CERTAINTY_COUNTS)
      tallies[id] = check.recall.certaintyCounts;
  }
  return {
    ...rest,
    checks: wordsText([...checks].map(([id]) => id)),
    choices: wordsText(choices.keys()),
    numbers,
    tallies,
    places: mapped(attempts, (place) => ({ ...place, answers: answersText(place.answers) })),
  };
}

function placeOf(choice: string, choices: Map<string, number>): number {
  const at = choices.get(choice) ?? choices.size;
  choices.set(choice, at);
  return at;
}

function rowOf(
  { first, last, tries, recall }: CheckProgress,
  placeOfChoice: (choice: string) => number,
): number[] {
  const flags =
    (first.right ? FIRST_RIGHT : 0) +
    (last.right ? LAST_RIGHT : 0) +
    (recall.surelyMissed ? SURELY_MISSED : 0);
  const { stability, difficulty, day } = recall.memory;
  const [firstChoice, lastChoice] = [placeOfChoice(first.choice), placeOfChoice(last.choice)];
  return [
    firstChoice,
    first.t,
    lastChoice,
    last.t,
    tries,
    flags,
    stability,
    difficulty,
    day,
    recall.reviews,
  ];
}

const answersText = (answers: LessonAttempt['answers']): string =>
  wordsText(
    Object.entries(answers).flatMap(([check, { choice, right, t }]) => [
      check,
      choice,
      right ? '+' : '-',
      String(t),
    ]),
  );

const tally = object({ right: isWhole, of: isWhole });

const hasFields = object({
  checks: isText,
  choices: isText,
  numbers: (value) => value instanceof Float64Array,
  tallies: recordOf(object({ guess: tally, fairly: tally, certain: tally })),
  places: recordOf(
    object({ seed: isText, only: optional(arrayOf(isId)), step: isText, answers: isText }),
  ),
  finished: recordOf(isTime),
  settings: recordOf(isText),
  latest: optional(isId),
  exercise: optional(
    object({
      ...joinFields,
      began: optional(isTime),
      handedIn: optional(isTime),
      because: optional(isText),
    }),
  ),
  resets: arrayOf(object({ id: isId, lesson: optional(isId) })),
});

/** The progress that was packed; nothing where the value cannot be one. */
export function unpackProgress(value: unknown): Progress | undefined {
  if (!hasFields(value)) return undefined;
  const { checks, choices, numbers, tallies, places, ...rest } = value as PackedProgress;
  const [ids, given] = [wordsIn(checks), wordsIn(choices)];
  const rows = rowsOf(ids, given, numbers, tallies);
  const isWholeTable = new Set(ids).size === ids.length && numbers.length === ids.length * ROW;
  if (!isWholeTable || !areFinite(numbers) || !areRows(numbers, given.length)) return undefined;
  return {
    ...rest,
    checks: new CheckTable(rows),
    attempts: mapped(places, attemptFrom),
  };
}

const areFinite = (numbers: Float64Array): boolean =>
  [Number.NaN, Infinity, -Infinity].every((odd) => !numbers.includes(odd));

/** Whether each row has choices that are there, times that a date can hold, and at least one try. */
function areRows(numbers: Float64Array, choices: number): boolean {
  // Without functions: a start asks it of every row.
  for (let at = 0; at < numbers.length; at += ROW) {
    const first = numbers[at] ?? -1;
    const begun = numbers[at + 1] ?? -1;
    const last = numbers[at + 2] ?? -1;
    const ended = numbers[at + 3] ?? -1;
    if (first < 0 || first >= choices || first % 1 !== 0) return false;
    if (last < 0 || last >= choices || last % 1 !== 0) return false;
    if (begun < 0 || begun > LATEST_TIME || ended < 0 || ended > LATEST_TIME) return false;
    if ((numbers[at + 4] ?? 0) < 1) return false;
  }
  return true;
}

function rowsOf(
  ids: readonly string[],
  choices: readonly string[],
  numbers: Float64Array,
  tallies: PackedProgress['tallies'],
): Rows {
  const number = (row: number, field: number): number => numbers[row * ROW + field] ?? 0;
  const choice = (row: number, field: number): string => choices[number(row, field)] ?? '';
  const has = (row: number, flag: number): boolean => (number(row, FLAGS) & flag) !== 0;
  // Without `number`: a start asks it of every row.
  const memoryIn = (row: number): Memory => {
    const at = row * ROW;
    return {
      stability: numbers[at + 6] ?? 0,
      difficulty: numbers[at + 7] ?? 0,
      day: numbers[at + 8] ?? 0,
    };
  };
  return {
    ids,
    rowOf: rowFinder(ids),
    rightAtFirst: (row) => has(row, FIRST_RIGHT),
    memoryIn,
    checkIn: (row) => ({
      first: { choice: choice(row, 0), right: has(row, FIRST_RIGHT), t: number(row, 1) },
      last: { choice: choice(row, 2), right: has(row, LAST_RIGHT), t: number(row, 3) },
      tries: number(row, 4),
      recall: {
        memory: memoryIn(row),
        reviews: number(row, 9),
        surelyMissed: has(row, SURELY_MISSED),
        certaintyCounts: own(tallies, ids[row] ?? '') ?? NO_CERTAINTY_COUNTS,
      },
    }),
  };
}

const own = <V>(from: Readonly<Record<string, V>>, key: string): V | undefined =>
  Object.hasOwn(from, key) ? from[key] : undefined;

/** Its answers are read when they are asked for: those of one lesson, where there may be hundreds. */
function attemptFrom({ answers: text, ...place }: PackedAttempt): LessonAttempt {
  let answers: LessonAttempt['answers'] | undefined;
  return {
    ...place,
    get answers() {
      answers ??= answersIn(text);
      return answers;
    },
  };
}

function answersIn(text: string): LessonAttempt['answers'] {
  const answers: Record<string, AnswerRecord> = Object.create(null);
  const words = wordsIn(text);
  for (let at = 0; at + 3 < words.length; at += 4) {
    const [check = '', choice = '', right, t] = words.slice(at, at + 4);
    answers[check] = { choice, right: right === '+', t: Number(t) };
  }
  return answers;
}

function mapped<A, B>(
  from: Readonly<Record<string, A>>,
  change: (value: A) => B,
): Record<string, B> {
  const to: Record<string, B> = Object.create(null);
  for (const [key, value] of Object.entries(from)) to[key] = change(value);
  return to;
}

/** Signs other than printable ASCII, and of those the blank, which parts words, and what begins or needs an escape. */
const SPECIAL = /[^!#$&-[\]-~]/g;

const escaped = (sign: string): string => `%${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Words of any signs as one text of plain ASCII, which JSON reads at once. None may be empty. */
export const wordsText = (words: Iterable<string>): string =>
  [...words].map((word) => word.replace(SPECIAL, escaped)).join(' ');

/** The words of such a text. */
export function wordsIn(text: string): string[] {
  if (text === '') return [];
  const words = text.split(' ');
  return text.includes('%') ? words.map(unescaped) : words;
}

const unescaped = (word: string): string =>
  word.replace(/%([0-9a-f]{4})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

/**
 * Finds the row of an id. It is mostly asked for one after the other, in the order of a course, which is mostly the
 * order of the rows: so the row behind the latest is tried first, and the others are listed when that fails.
 * @param ids each once
 */
export function rowFinder(ids: readonly string[]): (id: string) => number | undefined {
  let rows: ReadonlyMap<string, number> | undefined;
  let next = 0;
  return (id) => {
    if (ids[next] !== id) {
      rows ??= new Map(ids.map((one, row) => [one, row]));
      const row = rows.get(id);
      if (row === undefined) return undefined;
      next = row;
    }
    const found = next;
    next = (found + 1) % ids.length;
    return found;
  };
}
