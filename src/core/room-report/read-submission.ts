import type { CourseLessons } from '../course/course.js';
import { readCodeList } from './code-list.js';
import { readResult } from './read-result.js';
import type { Submission } from './submission.js';

/**
 * Reads a file that was handed in: a result, or hand-in codes. A text that begins like JSON is a result, whatever its
 * file name is, because some mail programs change file names. Never throws.
 * @param where the file's name in the report
 */
export function readSubmission(course: CourseLessons, where: string, text: string): Submission[] {
  const isResult = /^\uFEFF?\s*\{/.test(text) || where.toLowerCase().endsWith('.json');
  if (!isResult) return readCodeList(course, where, text);
  const result = readResult(text);
  return ['rejected' in result ? { where, rejected: result.rejected } : { where, result }];
}
