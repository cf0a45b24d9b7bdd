import type fc from 'fast-check';
import { type Case, combined, tryCases } from '../cases.js';
import { type Part, sizeIn } from '../part.js';
import { planned } from '../plans.js';
import { anyDataRights, dataCase } from './data-of-others.js';
import { anyPlanted, openFile, openFolder, ownCode, plantedCase } from './planted.js';
import { anyUmask, umaskCase } from './umasks.js';

const RUNS = { full: 50, short: 0 };

/** `npm test` has them in test/load/compiled-code.test.ts. */
const plantedCases: readonly [string, Case][] = [
  ['code that only the user could have written', plantedCase(ownCode)],
  ['code in a file that everyone may write', plantedCase(openFile)],
  ['code in a folder that everyone may write', plantedCase(openFolder)],
];

/**
 * Random umasks, modes and owners of the program's files, where the program runs as a user whom they can stop. Nobody else
 * gets a right to what it makes, it runs nothing that others could have written, and it loses nothing.
 */
export const permissions: Part = {
  name: 'permissions',
  run: async (options) => {
    const { seed, short, say } = options;
    const runs = short ? RUNS.short : RUNS.full;
    const kind = <T>(name: string, plan: fc.Arbitrary<T>, of: (value: T) => Case, count = runs) =>
      Array.from({ length: count }, (_, n): [string, Case] => [
        `${name} ${n} (seed ${seed + n})`,
        of(planned(plan, seed + n)),
      ]);
    const cases = [
      ['a umask of 0', umaskCase(0)],
      ...sizeIn(options, { full: plantedCases, short: plantedCases.slice(0, 2), brief: [] }),
      ...kind('umask', anyUmask, umaskCase),
      ...kind('planted code', anyPlanted, plantedCase),
      ...kind('rights to the data', anyDataRights, dataCase, short ? 1 : runs),
    ] as const;
    const tried = await tryCases('permissions', Object.fromEntries(cases), { say, workers: 2 });
    return combined('umasks, compiled code that others planted, data of others', [tried]);
  },
};
