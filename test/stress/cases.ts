import { inFolder, inParallel } from './folders.js';
import type { PartResult, RunOptions } from './part.js';

/** Why this machine cannot try a case. */
export class NotPossible extends Error {}

/** A case works in an empty folder of its own. It rejects with the fault that it finds, or with `NotPossible`. */
export type Case = (folder: string) => Promise<void>;

export type CasesOptions = Pick<RunOptions, 'say'> & {
  /** How many cases at a time; 1 if not given. */
  readonly workers?: number;
};

/** Tries cases by their names. The result's details name those that were not tried, each with the reason. */
export async function tryCases(
  part: string,
  cases: Readonly<Record<string, Case>>,
  { say, workers = 1 }: CasesOptions,
): Promise<PartResult> {
  const faults: string[] = [];
  const notTried: string[] = [];
  const all = Object.entries(cases);
  const tryCase = async (n: number): Promise<void> => {
    const [name, work] = all[n] as [string, Case];
    say(`${part}, ${name}`);
    await inFolder(work).catch((error: Error) => {
      const message = error.message.replace(/\s+/g, ' ').slice(0, 600);
      if (error instanceof NotPossible) notTried.push(`not tried: ${name}: ${message}`);
      else faults.push(`${name}: ${message}`);
    });
  };
  await inParallel(all.length, tryCase, workers);
  return { tried: all.length - notTried.length, faults, details: notTried.join('; ') };
}

/** The results of one part's series as one. @param details what was tried */
export const combined = (details: string, results: readonly PartResult[]): PartResult => ({
  tried: results.reduce((sum, { tried }) => sum + tried, 0),
  faults: results.flatMap(({ faults }) => faults),
  details: [details, ...results.map((one) => one.details)].filter(Boolean).join('; '),
});
