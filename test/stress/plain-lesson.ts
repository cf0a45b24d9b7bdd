import assert from 'node:assert/strict';
import { acknowledgedInLesson, endOf, type PlainEnd, type PlainStart } from './plain-program.js';
import type { Account } from './session-account.js';

/** Enough for the fewest answers, wherever the lesson resumes. Enter hands in a sort board as soon as it can. */
const LINES = '1\n\n1\n\n2\n\n'.repeat(10);
const FEWEST = 3;

type LessonSession = Pick<Account, 'given' | 'hasSteps'> & { readonly end: PlainEnd };

/**
 * A session in the lesson that comes next, in plain lines. 1, 1 and 2 answer each question or sort statements, and 1 or
 * Enter opens each next page. A lesson has questions in an empty data folder too, and the drill has none before the
 * story is read.
 */
export async function plainLesson(
  args: readonly string[],
  options: PlainStart = {},
): Promise<LessonSession> {
  const input = `${LINES}q\n`;
  const end = await endOf(['--plain', ...args, 'learn'], { ...options, input });
  const given = acknowledgedInLesson(end.out);
  const said = (end.err || end.out).slice(-300);
  assert.ok(given >= FEWEST, `not tried: ${given} answers given, exit code ${end.code}: ${said}`);
  return { end, given, hasSteps: true };
}
