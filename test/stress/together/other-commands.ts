import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { FIRST_CHOICES } from '../../support/first-choices.js';
import { entriesIn, logOf } from '../answer-log.js';
import { inFolder } from '../folders.js';
import { type PlainStart, startPlain } from '../plain-program.js';
import { COURSE } from '../shipped-course.js';
import { startFaults } from '../whole-log.js';
import type { OtherLearner } from './other-learners.js';

const summaryOf = (data: string): string => path.join(data, COURSE, 'fold.json');

/**
 * Runs other commands on progress while programs answer, once for each import. None may take an answer away.
 * @returns what went wrong, also with a start between two commands
 */
export async function runOtherCommands(
  data: string,
  imports: readonly OtherLearner[],
): Promise<string[]> {
  const faults: string[] = [];
  for (const one of imports) {
    rmSync(summaryOf(data), { force: true }); // so that the next program that ends writes one
    for (const command of commands(data, one)) {
      faults.push(...(await command()));
      faults.push(...(await startBetween(data)));
    }
  }
  return faults;
}

const commands = (data: string, other: OtherLearner): (() => Promise<string[]>)[] => [
  () => run(data, ['reset', '1', '--yes']),
  // No other log has these answers, so that all of them are added.
  () => run(data, ['progress', 'import', other.file], { says: `Added: ${other.answers} answers` }),
  () => run(data, ['reset', '1', '--undo']),
  () => exportAll(data),
  () => run(data, ['settings', 'certainty', 'off']),
];

/** @returns a fault unless the command succeeds and says, first of all, what it should */
async function run(
  data: string,
  args: readonly string[],
  { says = '', ...start }: PlainStart & { readonly says?: string } = {},
): Promise<string[]> {
  const { code, out, err } = await startPlain([...args, '--data-dir', data], start).ended;
  if (code === 0 && out.startsWith(says)) return [];
  return [`${args.join(' ')} ended with code ${code}: ${(err || out).trim().slice(0, 300)}`];
}

/** An export holds at least what the log held before it. */
async function exportAll(data: string): Promise<string[]> {
  const before = entriesIn(data);
  const file = path.join(data, 'export.json');
  const faults = await run(data, ['progress', 'export', file]);
  if (faults.length > 0) return faults;
  const { entries } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly entries: readonly { readonly id: string }[];
  };
  const ids = new Set(entries.map(({ id }) => id));
  const missing = before.filter(({ id }) => !ids.has(id));
  if (missing.length === 0) return [];
  return [`an export lacks ${missing.length} of ${before.length} entries`];
}

/** Starts from a copy of the summary and the log. The log is copied last, because it only grows. */
const startBetween = (data: string): Promise<string[]> =>
  inFolder((copy) => {
    mkdirSync(path.join(copy, COURSE));
    if (existsSync(summaryOf(data))) copyFileSync(summaryOf(data), summaryOf(copy));
    copyFileSync(logOf(data), logOf(copy));
    return startFaults(copy).map((fault) => `between two commands, ${fault}`);
  });

/** Goes through a lesson, which writes a summary, and compares the next start with the log before and after. */
export async function summarizeAgain(data: string): Promise<string[]> {
  const before = startFaults(data);
  const reset = await run(data, ['reset', '2', '--yes']);
  rmSync(summaryOf(data), { force: true });
  const learned = await run(data, ['--plain', 'learn', '2'], { input: FIRST_CHOICES });
  const isWritten = existsSync(summaryOf(data));
  return [
    ...before,
    ...reset,
    ...learned,
    ...(isWritten ? [] : ['not tried: no summary was written']),
    ...startFaults(data).map((fault) => `after a summary, ${fault}`),
  ];
}
