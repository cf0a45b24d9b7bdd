import type { Part } from '../part.js';

export const slow: Part = {
  name: 'slow',
  run: async () => ({ tried: 0, faults: ['not converted yet'], details: 'see scripts/torture' }),
};
