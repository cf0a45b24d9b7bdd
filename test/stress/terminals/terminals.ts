import type { Part } from '../part.js';

export const terminals: Part = {
  name: 'terminals',
  run: async () => ({ tried: 0, faults: ['not converted yet'], details: 'see scripts/torture' }),
};
