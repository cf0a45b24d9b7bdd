import type { Board, Check } from '../../../src/core/course/course.js';
import { checksOf } from '../../../src/core/course/lesson.js';
import type { Answer, Drill, LogEntry, Review } from '../../../src/core/log/entry.js';
import { stemForOne } from '../../../src/core/messages/lesson.js';
import { fromMemory } from '../../../src/core/review/from-memory.js';
import { type AnswerEntry, isAnswer } from '../answer-log.js';
import { type Page, wordsOf } from '../page.js';
import type { PlayedCourse } from '../played-course.js';
import { attemptIn } from './half-way.js';

/** An answer that a player gave, or a board that they handed in. */
export type GivenAnswer = {
  readonly question: Page;
  /** The number of the choice, from 1; 0 for a board, whose page shows the headings. */
  readonly choice: number;
  /** The verdict; undefined if the player never saw it. Of a board it only says that there was one. */
  right: boolean | undefined;
};

/** What a log gained in a run, and what it held before. */
export type Gained = {
  readonly course: PlayedCourse;
  readonly before: readonly LogEntry[];
  readonly entries: readonly LogEntry[];
  readonly kind: AnswerEntry['k'];
};

/**
 * Compares answers as they were given and judged on screen with the entries that the log has of them.
 * @returns each answer that was shown as taken and is lost, and each that was kept in another way
 */
export function keptOtherwise(given: readonly GivenAnswer[], gained: Gained): string[] {
  const kept = gained.entries.filter(isAnswer);
  let at = 0;
  const faults = given.flatMap((answer) => {
    const places = placesOf(answer, gained, kept[at]);
    const found = places.flatMap((place, n) => answerFaults(answer, kept[at + n], place, gained));
    at += places.length;
    return found;
  });
  return kept.length > at ? [...faults, `${at} answers given, ${kept.length} kept`] : faults;
}

/** Where an answer belongs: the check on the page, a row of the board on it, or a quiz, which names no step. */
type Place = { readonly check?: Check | undefined; readonly board?: Board };

/** A board that is handed in gives an answer for each statement that is not settled. */
function placesOf(
  { question: { place } }: GivenAnswer,
  { course, before, entries }: Gained,
  next: AnswerEntry | undefined,
): Place[] {
  const lesson = place && course.lessons[place.lesson - 1];
  const step = place && lesson?.body[place.step - 1];
  if (step?.kind === 'check') return [{ check: step }];
  if (!lesson || step?.kind !== 'board') return [{}];
  const earlier = next ? entries.slice(0, entries.indexOf(next)) : entries;
  const settled = attemptIn([...before, ...earlier], lesson)?.settled;
  return step.rows.filter(({ id }) => !settled?.has(id)).map((check) => ({ check, board: step }));
}

function answerFaults(
  answer: GivenAnswer,
  entry: AnswerEntry | undefined,
  place: Place,
  { kind, course }: Gained,
): string[] {
  const what = described(answer, place);
  if (entry)
    return entry.k === kind && isEntryOf(answer, entry, place, course)
      ? []
      : [`given ${what}, kept ${JSON.stringify(entry)}`];
  // An answer without a verdict may be lost: nobody was told that it was taken.
  return answer.right === undefined ? [] : [`shown as saved and lost: ${what}`];
}

function described({ question, choice, right }: GivenAnswer, { check, board }: Place): string {
  const verdict = right === undefined ? 'not judged' : right ? 'right' : 'wrong';
  const what = board ? `row ${check?.id}` : `${choice} (${verdict})`;
  return `${what} to "${question.words.slice(0, 160)}"`;
}

function isEntryOf(
  answer: GivenAnswer,
  entry: AnswerEntry,
  { check, board }: Place,
  course: PlayedCourse,
): boolean {
  if (entry.k === 'answer' && check && board) return isOfRow(answer, board, check, entry);
  if (answer.right !== undefined && answer.right !== entry.right) return false;
  if (entry.k === 'answer')
    return check !== undefined && check.id === entry.check && isChoice(answer, check, entry);
  if (entry.k === 'drill') return isOfClaims(answer, [entry.claim], entry, course);
  const reviewed = course.lessons.flatMap(checksOf).find(({ id }) => id === entry.check);
  return entry.mirror
    ? isOfClaims(answer, reviewed?.claims ?? [], entry, course)
    : isOfCheck(answer, reviewed, entry);
}

/** Whether the board showed the row's statement under the entry's heading, in one row of the page or beside several. */
function isOfRow(
  { question }: GivenAnswer,
  { headings }: Board,
  check: Check,
  entry: Answer,
): boolean {
  const at = headings.findIndex(({ id }) => id === entry.choice);
  const heading = wordsOf(`${at + 1} ${headings[at]?.text}`);
  const words = wordsOf(check.row?.statement ?? '').split(' ');
  const isShown = words.some((_, n) => {
    const [first, rest] = [words.slice(0, n + 1), words.slice(n + 1)];
    return question.words.includes([...first, heading, ...rest].join(' '));
  });
  return entry.check === check.id && entry.right === (entry.choice === check.key) && isShown;
}

/** A review asks a check without the paragraphs that it names, and the statement of a board alone. */
function isOfCheck(answer: GivenAnswer, reviewed: Check | undefined, entry: Review): boolean {
  const check = reviewed && fromMemory(reviewed);
  if (!check) return false;
  const asked = check.row ? [stemForOne(check.row.stem), check.row.statement] : [check.stem];
  const isAsked = asked.every((text) => answer.question.words.includes(wordsOf(text)));
  return isAsked && isChoice(answer, check, entry);
}

/** Whether the question showed the entry's choice with the number that was pressed. */
function isChoice(
  { question, choice }: GivenAnswer,
  { choices }: Check,
  entry: { readonly choice: string },
): boolean {
  const text = wordsOf(choices.find(({ id }) => id === entry.choice)?.text ?? '?');
  return [`${choice}. ${text}`, `${choice} ${text}`].some((row) => question.words.includes(row));
}

/** For a question made from claims. The log does not say which of its wrong choices was given. */
function isOfClaims(
  { question, right }: GivenAnswer,
  claims: readonly string[],
  entry: Review | Drill,
  { material }: PlayedCourse,
): boolean {
  const said = material.claims.filter(({ id }) => claims.includes(id)).map((claim) => claim.said);
  const isAsked = said.some((text) => text && question.words.includes(wordsOf(text)));
  return isAsked && (right === undefined || right === (entry.choice === 'key'));
}
