import { isRecord, parseJson } from '../json-shape.js';
import { plainText } from '../text/sanitize.js';
import type { LogEntry } from './entry.js';
import { lineOf } from './line.js';
import { parseLog } from './parse.js';

/** The shape of an export, version 1. */
const KIND = 'on-the-record progress';
const VERSION = 1;

/**
 * The text of a file with a learner's progress in one course, for another computer. Each entry has the fields of its
 * line in the log, with the checksum.
 */
export function exportText(course: string, entries: readonly LogEntry[]): string {
  const lines = entries.map((entry): unknown => JSON.parse(lineOf(entry)));
  return `${JSON.stringify({ kind: KIND, version: VERSION, course, entries: lines }, undefined, 1)}\n`;
}

/** The entries of an export, or why it is rejected: the end of a sentence that begins with the file's name. */
export type Imported = { readonly entries: readonly LogEntry[] } | { readonly rejected: string };

/** @param course the id of the course into which the progress is imported */
export function readExport(text: string, course: string): Imported {
  const value = parseJson(text);
  if (!isRecord(value) || value.kind !== KIND || !Array.isArray(value.entries))
    return { rejected: 'is not exported progress: make such a file with progress export FILE' };
  if (value.version !== VERSION)
    return { rejected: 'was exported by a later version of the program: update the program first' };
  if (value.course !== course)
    return {
      rejected: `is progress in another course: import it with --course ${plainText(String(value.course))}`,
    };
  const { entries, damaged } = entriesOf(value.entries);
  if (damaged > 0)
    return {
      rejected: `is damaged: ${damaged} of its entries cannot be read. Export your progress again`,
    };
  return { entries };
}

/** Whether the entries would turn a course into an exercise. No export that the program writes has such entries. */
export const areOfExercise = (entries: readonly LogEntry[]): boolean =>
  entries.some(({ k }) => k === 'join' || k === 'begin' || k === 'hand-in');

/** Whether a text is an export of the course, of any version. A new export may replace it. */
export function isExport(text: string, course: string): boolean {
  const value = parseJson(text);
  return isRecord(value) && value.kind === KIND && value.course === course;
}

/** Applies the same rules as for a log, where the checksum goes first. */
const entriesOf = (entries: readonly unknown[]) =>
  parseLog(entries.map((entry) => JSON.stringify(checksumFirst(entry)) ?? 'null').join('\n'));

const checksumFirst = (entry: unknown): unknown =>
  isRecord(entry) && 'sum' in entry ? { sum: entry.sum, ...entry } : entry;
