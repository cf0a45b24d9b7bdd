import { type Case, combined, tryCases } from '../cases.js';
import { type Part, sizeIn } from '../part.js';
import { unreadTerminals, windowClosed } from './full-terminals.js';
import { manyKeys } from './many-keys.js';
import { pipes } from './pipes.js';

const allCases = { 'thousands of keys': manyKeys(100), ...unreadTerminals, ...pipes };

const briefCases = {
  'SIGTERM, not read': unreadTerminals['SIGTERM, not read'],
  'a pipe to head': pipes['a pipe to head'],
};

const shortCases = { ...briefCases, 'hundreds of keys': manyKeys(5) };

/** Readers that are slow, stop or go away. Nothing piles up, nothing hangs, and the program ends cleanly. */
export const slow: Part = {
  name: 'slow',
  run: async (options) => {
    const { short, say } = options;
    const cases = sizeIn<Readonly<Record<string, Case>>>(options, {
      full: allCases,
      short: shortCases,
      brief: briefCases,
    });
    const alone = short ? {} : { 'a window closed, not read': windowClosed };
    return combined('readers that are slow or gone', [
      await tryCases('slow', cases, { say, workers: 2 }),
      await tryCases('slow', alone, { say }),
    ]);
  },
};
