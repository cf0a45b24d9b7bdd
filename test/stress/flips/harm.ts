import fc from 'fast-check';
import { share } from '../plans.js';

/** Damage to a file, as a bad disk, a broken copy or an editor may do it. Places are shares of the file. */
export type Harm = {
  readonly does: 'flip' | 'cut' | 'duplicate' | 'swap';
  readonly at: number;
  readonly to: number;
  readonly bit: number;
};

export const harm: fc.Arbitrary<Harm> = fc.record({
  does: fc.constantFrom('flip', 'flip', 'cut', 'duplicate', 'swap'),
  at: share,
  to: share,
  bit: fc.nat({ max: 7 }),
});

/** One, two or three harms, one after the other. */
export const harms = fc.array(harm, { minLength: 1, maxLength: 3 });

const LONGEST_BLOCK = 600;

export function harmed(bytes: Buffer, { does, at, to, bit }: Harm): Buffer {
  const place = Math.floor(at * bytes.length);
  switch (does) {
    case 'flip':
      return flipped(bytes, place, bit);
    case 'cut':
      return bytes.subarray(0, place);
    case 'duplicate': {
      const block = bytes.subarray(place, place + 1 + Math.floor(to * LONGEST_BLOCK));
      return Buffer.concat([bytes.subarray(0, place), block, bytes.subarray(place)]);
    }
    case 'swap':
      return swapped(bytes, at, to);
  }
}

function flipped(bytes: Buffer, place: number, bit: number): Buffer {
  const changed = Buffer.from(bytes);
  if (place < changed.length) changed[place] = (changed[place] ?? 0) ^ (1 << bit);
  return changed;
}

function swapped(bytes: Buffer, at: number, to: number): Buffer {
  const lines = bytes.toString('latin1').split('\n');
  const [a, b] = [Math.floor(at * lines.length), Math.floor(to * lines.length)];
  const [one = '', other = ''] = [lines[a], lines[b]];
  return Buffer.from(lines.with(a, other).with(b, one).join('\n'), 'latin1');
}
