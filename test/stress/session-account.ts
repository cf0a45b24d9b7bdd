import assert from 'node:assert/strict';
import type { StorageWarning } from '../../src/io/progress/warnings.js';
import { keptAnswers, logOf } from './answer-log.js';
import { acknowledged, acknowledgedInLesson, isCrash, type PlainEnd } from './plain-program.js';

export type Account = {
  /** Ids that must still be in the log. */
  readonly before?: ReadonlySet<string>;
  /** How many answers the learner gave in this session. */
  readonly given: number;
  /** A lesson saves the learner's steps too, and counts those that it could not save. */
  readonly hasSteps?: boolean;
  /** What the program must have said during the session, each once and in this order. None by default. */
  readonly warnings?: readonly StorageWarning[] | 'any';
};

/**
 * Checks a session of the drill or a lesson: the log has each answer whose verdict was shown, or the program says that it could not
 * save it. Throws an Error that names the first fault.
 */
export function checkAccount(
  { code, out, err }: PlainEnd,
  data: string,
  { before = new Set(), given, hasSteps = false, warnings = [] }: Account,
): void {
  assert.ok(!isCrash(err), `crashed: ${err.slice(0, 300)}`);
  const unsaved = Number(/Could not save (\d+) of/.exec(out.replace(/\s+/g, ' '))?.[1] ?? 0);
  assert.equal(code, unsaved > 0 ? 1 : 0, `exit code ${code}, ${unsaved} reported as not saved`);
  const shown = hasSteps ? acknowledgedInLesson(out) : acknowledged(out);
  assert.equal(shown, given, `${given} answers given, ${shown} verdicts shown`);
  const kept = keptAnswers(data);
  const lost = [...before].filter((id) => !kept.has(id)).length;
  assert.equal(lost, 0, `${lost} of ${before.size} earlier answers are lost`);
  const saved = kept.size - before.size;
  const account = `${shown} verdicts shown, ${saved} saved and ${unsaved} reported as not saved`;
  const isAccountedFor =
    hasSteps && unsaved > 0 ? saved + unsaved >= shown : saved + unsaved === shown;
  assert.ok(saved <= shown && isAccountedFor, account);
  if (warnings !== 'any') checkWarnings(out, logOf(data), warnings);
}

function checkWarnings(out: string, log: string, wanted: readonly StorageWarning[]): void {
  const shown = warningsIn(out, log);
  const isWanted =
    shown.length === wanted.length && wanted.every((one, n) => isWarning(shown[n] ?? '', one));
  const messages = wanted.map(({ message }) => message);
  assert.ok(
    isWanted,
    `warnings wanted: ${JSON.stringify(messages)}; shown: ${JSON.stringify(shown)}`,
  );
}

/** A warning is a paragraph that names the log. The last paragraph says goodbye and may name it, too. */
export const warningsIn = (out: string, log: string): string[] => {
  const paragraphs = out.split(/\n\s*\n/).slice(0, -1);
  return paragraphs.filter((one) => unspaced(one).includes(unspaced(log)));
};

export const isWarning = (paragraph: string, { message }: StorageWarning): boolean =>
  unspaced(paragraph).includes(unspaced(message));

/** A line may break anywhere, even in the path. */
const unspaced = (text: string): string => text.replace(/\s/g, '');

/** An error as the system gives it, for the words that the program has for it. */
export const systemError = (code: string): Error => Object.assign(new Error(code), { code });
