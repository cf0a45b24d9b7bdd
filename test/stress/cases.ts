import { inFolder, inParallel } from './folders.js';
import type { PartResult, RunOptions } from './part.js';

/** What became of a case: nothing if all is well, a fault, or why this machine could not try it. */
export type Outcome =
  | { readonly fault?: string | undefined; readonly notTried?: string }
  | undefined;

/** A case works in an empty folder of its own. An exception is a fault. */
export type Case = (folder: string) => Outcome | Promise<Outcome>;

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
    const outcome = await inFolder((folder) => outcomeOf(work, folder));
    if (outcome?.fault !== undefined) faults.push(`${name}: ${outcome.fault}`);
    if (outcome?.notTried !== undefined) notTried.push(`not tried: ${name}: ${outcome.notTried}`);
  };
  await inParallel(all.length, tryCase, workers);
  return { tried: all.length - notTried.length, faults, details: notTried.join('; ') };
}

async function outcomeOf(work: Case, folder: string): Promise<Outcome> {
  try {
    return await work(folder);
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
