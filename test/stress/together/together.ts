import type { Part } from '../part.js';

export const together: Part = {
  name: 'together',
  run: async () => ({ tried: 0, faults: ['not converted yet'], details: 'see scripts/torture' }),
};
