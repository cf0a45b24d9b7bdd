import type { Check } from '../../../src/core/course/course.js';
import type { Answer, Drill, Review } from '../../../src/core/log/entry.js';
import type { AnswerEntry } from '../answer-log.js';
import { type Page, wordsOf } from '../page.js';
import { checks, lessons, material } from '../shipped-course.js';

/** An answer that a player gave. */
export type GivenAnswer = {
  readonly question: Page;
  /** The number of the choice, from 1. */
  readonly choice: number;
  /** The verdict; undefined if the player never saw it. */
  right: boolean | undefined;
};

/**
 * Compares answers as they were given and judged on screen with the entries that the log has of them.
 * @returns each answer that was shown as taken and is lost, and each that was kept in another way
 */
export function keptOtherwise(
  given: readonly GivenAnswer[],
  entries: readonly AnswerEntry[],
  kind: AnswerEntry['k'],
): string[] {
  const faults = given.flatMap((answer, n) => answerFaults(answer, entries[n], kind));
  if (entries.length > given.length)
    faults.push(`${given.length} answers given, ${entries.length} kept`);
  return faults;
}

function answerFaults(
  answer: GivenAnswer,
  entry: AnswerEntry | undefined,
  kind: AnswerEntry['k'],
): string[] {
  if (entry)
    return entry.k === kind && isEntryOf(answer, entry)
      ? []
      : [`given ${described(answer)}, kept ${JSON.stringify(entry)}`];
  // An answer without a verdict may be lost: nobody was told that it was taken.
  return answer.right === undefined ? [] : [`shown as saved and lost: ${described(answer)}`];
}

function described({ question, choice, right }: GivenAnswer): string {
  const verdict = right === undefined ? 'not judged' : right ? 'right' : 'wrong';
  return `${choice} (${verdict}) to "${question.words.slice(0, 160)}"`;
}

function isEntryOf(answer: GivenAnswer, entry: AnswerEntry): boolean {
  if (answer.right !== undefined && answer.right !== entry.right) return false;
  if (entry.k === 'answer') return isOfStep(answer, entry);
  if (entry.k === 'drill') return isOfClaims(answer, [entry.claim], entry);
  if (!entry.mirror) return isOfCheck(answer, entry);
  return isOfClaims(answer, checks.get(entry.check)?.claims ?? [], entry);
}

function isOfStep(answer: GivenAnswer, entry: Answer): boolean {
  const { place } = answer.question;
  const lesson = place && lessons[place.lesson - 1];
  const step = place && lesson?.body[place.step - 1];
  if (step?.kind !== 'check' || lesson?.id !== entry.lesson) return false;
  return step.id === entry.check && isChoice(answer, step, entry);
}

function isOfCheck(answer: GivenAnswer, entry: Review): boolean {
  const check = checks.get(entry.check);
  if (!check || !answer.question.words.includes(wordsOf(check.stem))) return false;
  return isChoice(answer, check, entry);
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
): boolean {
  const said = material.claims.filter(({ id }) => claims.includes(id)).map((claim) => claim.said);
  const isAsked = said.some((text) => text && question.words.includes(wordsOf(text)));
  return isAsked && (right === undefined || right === (entry.choice === 'key'));
}
