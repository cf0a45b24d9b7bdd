import type { Part } from '../part.js';

export const disk: Part = {
  name: 'disk',
  run: async () => ({ tried: 0, faults: ['not converted yet'], details: 'see scripts/torture' }),
};
