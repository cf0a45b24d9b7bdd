import fc from 'fast-check';
import { anyRoomOfAnyCourse, similarRooms } from '../../support/similar-codes.js';
import { type Part, type PartResult, type RunOptions, sizeIn } from '../part.js';
import { faultsOf } from '../plans.js';

/** Codes of rooms with one character too many or too few: none is the code of another room. */
export const codes: Part = { name: 'codes', run };

async function run(options: RunOptions): Promise<PartResult> {
  const runs = sizeIn(options, { full: 100_000, short: 1_000, brief: 1 });
  const property = fc.asyncProperty(anyRoomOfAnyCourse, async (room) => {
    const similar = similarRooms(room);
    if (similar.length > 0) throw new Error(`read as rooms: ${similar.join(', ')}`);
  });
  const faults = await faultsOf('codes', property, { seed: options.seed, runs });
  return { tried: runs, faults, details: 'every code with one character more or less is refused' };
}
