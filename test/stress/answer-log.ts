import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Answer, Drill, LogEntry, Review, Stamp } from '../../src/core/log/entry.js';
import { readFile } from '../../src/io/files/open-file.js';
import { COURSE } from './shipped-course.js';

export type AnswerEntry = Stamp & (Answer | Review | Drill);

export const logOf = (data: string, course = COURSE): string =>
  path.join(data, course, 'answers-1.jsonl');

/** A log's text; empty if there is no log yet, or no file in its place. */
export function logText(data: string, course = COURSE): string {
  try {
    return readFile(logOf(data, course)).toString();
  } catch {
    return '';
  }
}

/** The entries of a log's text in their order, without the lines that cannot be read. */
export const entriesOf = (text: string): LogEntry[] => text.split('\n').flatMap(entryIn);

function entryIn(line: string): LogEntry[] {
  try {
    const entry = JSON.parse(line);
    return typeof entry?.k === 'string' ? [entry] : [];
  } catch {
    return [];
  }
}

/** The lines of a log's text that hold no entry. */
export const damagedLines = (text: string): string[] =>
  text.split('\n').filter((line) => line !== '' && entryIn(line).length === 0);

export const entriesIn = (data: string, course = COURSE): LogEntry[] =>
  entriesOf(logText(data, course));

export const isAnswer = (entry: LogEntry): entry is AnswerEntry =>
  entry.k === 'answer' || entry.k === 'review' || entry.k === 'drill';

export const answersIn = (data: string): AnswerEntry[] => entriesIn(data).filter(isAnswer);

/** The ids of the answers that the program will find: in whole lines with an end, each id once. */
export function keptAnswers(data: string): ReadonlySet<string> {
  const whole = logText(data).split('\n').slice(0, -1);
  return new Set(
    whole
      .flatMap(entryIn)
      .filter(isAnswer)
      .map(({ id }) => id),
  );
}

/** Adds entries to a log as the program writes them. */
export function appendEntries(data: string, entries: readonly LogEntry[]): void {
  mkdirSync(path.dirname(logOf(data)), { recursive: true });
  appendFileSync(logOf(data), entries.map((entry) => `\n${JSON.stringify(entry)}\n`).join(''));
}
