import type { CourseLessons } from '../course/course.js';
import { readCodeList } from './code-list.js';
import { LARGEST_JOURNAL, readJournal } from './read-journal.js';
import { readResult } from './read-result.js';
import { LARGEST_RESULT } from './result.js';
import type { Submission } from './submission.js';

const hasJournalName = (file: string): boolean => file.toLowerCase().endsWith('.jsonl');

/** The size of the largest file with this name that is read, in bytes. */
export const largestSubmission = (file: string): number =>
  hasJournalName(file) ? LARGEST_JOURNAL : LARGEST_RESULT;

/**
 * Reads a file that was handed in: a result, the journal of a live room, or hand-in codes. A text that begins like JSON is a result, whatever its
 * file name is, because some mail programs change file names. Never throws.
 * @param where the file's name in the report
 */
export function readSubmission(course: CourseLessons, where: string, text: string): Submission[] {
  if (hasJournalName(where) || /^\uFEFF?\{"sum":"/.test(text))
    return readJournal(course, where, text);
  const isResult = /^\uFEFF?\s*\{/.test(text) || where.toLowerCase().endsWith('.json');
  if (!isResult) return readCodeList(course, where, text);
  const result = readResult(text);
  return ['rejected' in result ? { where, rejected: result.rejected } : { where, result }];
}
