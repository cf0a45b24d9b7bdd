import type { Rejection } from '../room/room.js';
import { nameIn } from './chat.js';
import type { PaperLine } from './submission.js';

/** "Q6: 13 6 0". The colon keeps apart a question and a person who is called 6. */
const TALLY = /^q\s?(\d{1,3})(?!\d)\s*[:).]?\s*(.*)$/iu;

const NUMBER = /^\d{1,3}$/;

/** A dash of any kind, for no answer. */
const NONE = /^[\p{Pd}\u2212_]$/u;

/** One number after a name is talk. Without a colon or commas, two are. */
const [FEWEST, FEWEST_WITHOUT] = [2, 3];

/** Choices have one digit. Times, dates and telephone numbers have more. */
const ANSWER = /^[\d\p{Pd}\u2212_]$/u;

/** A longer word is a code. */
const LONGEST_WORD = 11;

/**
 * Reads a line from paper: "Ada: 2 3 - 1", with spaces or commas between the numbers, or "Q6: 13 6 0" for raised hands.
 * @returns what is wrong with it, as the end of a sentence; undefined if the line looks like something else
 */
export function readPaperLine(line: string): PaperLine | Rejection | undefined {
  const text = line.normalize('NFKC');
  const [, question, counts = ''] = TALLY.exec(text) ?? [];
  const hands = wordsOf(counts);
  if (question !== undefined && areNumbers(hands)) return tally(Number(question), hands);
  const { said, words } = parted(text);
  return areNumbers(words) && areAnswers(words, text) ? answersOf(said, words) : undefined;
}

const wordsOf = (text: string): string[] => text.split(/[\s,;|]+/).filter((word) => word !== '');

const isNumber = (word: string): boolean => NUMBER.test(word) || NONE.test(word);

/** Whether these are probably meant as numbers: at least half of them are, and none can be a code. */
const areNumbers = (words: readonly string[]): boolean =>
  words.length > 0 &&
  words.filter(isNumber).length * 2 >= words.length &&
  words.every(({ length }) => length <= LONGEST_WORD);

function areAnswers(words: readonly string[], line: string): boolean {
  const { length } = words.filter((word) => ANSWER.test(word));
  const fewest = /[:,;|\t]/.test(line) ? FEWEST : FEWEST_WITHOUT;
  return length >= fewest && length * 2 >= words.length;
}

/** A line at its last colon. A line without a colon is divided before its last numbers, as in a spreadsheet's row. */
function parted(text: string): { said: string; words: string[] } {
  const at = text.lastIndexOf(':');
  if (at >= 0) return { said: text.slice(0, at), words: wordsOf(text.slice(at + 1)) };
  const all = wordsOf(text);
  const first = all.findLastIndex((word) => !isNumber(word)) + 1;
  const words = first > 0 && all.length - first > 1 ? all.slice(first) : [];
  return { said: all.slice(0, first).join(' '), words };
}

function answersOf(said: string, words: readonly string[]): PaperLine | Rejection {
  const name = nameIn(said);
  if (name === undefined) return { rejected: 'has no name before its numbers' };
  return words.every(isNumber) ? { name, numbers: numbersOf(words) } : { rejected: NOT_NUMBERS };
}

const tally = (question: number, words: readonly string[]): PaperLine | Rejection =>
  words.every(isNumber) ? { question, hands: numbersOf(words) } : { rejected: NOT_NUMBERS };

/** Does not quote the line: a report without names must not contain one. */
const NOT_NUMBERS =
  'has text among its numbers: write only numbers, and - where there is no number';

const numbersOf = (words: readonly string[]): number[] =>
  words.map((word) => (NONE.test(word) ? 0 : Number(word)));
