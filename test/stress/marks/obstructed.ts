import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { OBSTACLES } from '../../support/obstacles.js';

/** What can be in the place of a file: what is no file, or a file with anything in it. */
export type Obstruction = {
  readonly name: keyof typeof OBSTACLES | 'a file';
  /** The contents of a file. */
  readonly bytes: Uint8Array;
};

export const PIPE: Obstruction = { name: 'a pipe', bytes: new Uint8Array() };

export const anyObstruction: fc.Arbitrary<Obstruction> = fc.record({
  name: fc.constantFrom<Obstruction['name'][]>(
    ...(Object.keys(OBSTACLES) as (keyof typeof OBSTACLES)[]),
    'a file',
  ),
  bytes: fc.uint8Array({ maxLength: 300 }),
});

/** Does the work while something else is in the place of a file, which is gone afterwards. */
export async function obstructed<T>(
  { name, bytes }: Obstruction,
  file: string,
  work: () => Promise<T>,
): Promise<T> {
  rmSync(file, { recursive: true, force: true });
  mkdirSync(path.dirname(file), { recursive: true });
  const end = name === 'a file' ? writeFileSync(file, bytes) : await OBSTACLES[name](file);
  try {
    return await work();
  } finally {
    end?.();
  }
}
