import type { Environment, Options } from '../environment.js';
import { UsageError } from '../errors.js';
import { countAnswers } from './count-answers.js';
import { writeSheets } from './write-sheets.js';

/** The options of `check` for readers without the story. */
export type SheetOptions = {
  readonly sheet?: string;
  readonly groups?: string;
  readonly answers?: readonly string[];
  readonly json?: boolean;
};

/** `check --sheet DIR` or `check --answers FILE...`. @returns the exit code */
export async function sheets(
  paths: readonly string[],
  { sheet, groups, answers = [], json }: SheetOptions,
  options: Options,
  environment: Environment,
): Promise<number> {
  if (sheet !== undefined) return writeSheets(paths, { sheet, groups }, options, environment);
  if (groups !== undefined) throw new UsageError('--groups needs --sheet and a folder');
  return countAnswers(paths, { answers, json }, options, environment);
}
