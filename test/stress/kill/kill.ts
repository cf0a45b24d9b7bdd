import type { Part } from '../part.js';

export const kill: Part = {
  name: 'kill',
  run: async () => ({ tried: 0, faults: ['not converted yet'], details: 'see scripts/torture' }),
};
