import type { Part } from '../part.js';

export const model: Part = {
  name: 'model',
  run: async () => ({ tried: 0, faults: ['not converted yet'], details: 'see scripts/torture' }),
};
