import { combined, tryCases } from '../cases.js';
import type { Part } from '../part.js';
import { unreadTerminals, windowClosed } from './full-terminals.js';
import { manyKeys } from './many-keys.js';
import { pipes } from './pipes.js';

const allCases = { 'thousands of keys': manyKeys(100), ...unreadTerminals, ...pipes };

const shortCases = {
  'SIGTERM, not read': unreadTerminals['SIGTERM, not read'],
  'a pipe to head': pipes['a pipe to head'],
};

/** Readers that are slow, stop or go away. Nothing piles up, nothing hangs, and the program ends cleanly. */
export const slow: Part = {
  name: 'slow',
  run: async ({ short, say }) => {
    const cases = short ? shortCases : allCases;
    const alone = short ? {} : { 'a window closed, not read': windowClosed };
    return combined('readers that are slow or gone', [
      await tryCases('slow', cases, { say, workers: 2 }),
      await tryCases('slow', alone, { say }),
    ]);
  },
};
