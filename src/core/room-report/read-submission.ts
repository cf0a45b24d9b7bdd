import type { CourseLessons } from '../course/course.js';
import { readCodeList } from './code-list.js';
import { readResult } from './read-result.js';
import type { Submission } from './submission.js';

/**
 * What stands in a file that was handed in: a result, or hand-in codes. What begins as JSON is taken for a result,
 * whatever the file is called: some mail programs add an ending.
 * @param where the file, as it is named in the report
 * @param text its text; no text makes it throw
 */
export function readSubmission(course: CourseLessons, where: string, text: string): Submission[] {
  const isResult = /^\uFEFF?\s*\{/.test(text) || where.toLowerCase().endsWith('.json');
  if (!isResult) return readCodeList(course, where, text);
  const result = readResult(text.replace(/^\uFEFF/, ''));
  return ['rejected' in result ? { where, rejected: result.rejected } : { where, result }];
}
