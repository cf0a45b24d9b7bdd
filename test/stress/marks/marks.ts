import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { inFolder, inParallel } from '../folders.js';
import { type Part, sizeIn } from '../part.js';
import { planned } from '../plans.js';
import {
  anyMark,
  beginExercise,
  checkExercise,
  checkMark,
  EXERCISE_PLACES,
  type ExercisePlace,
  type Mark,
} from './exercises.js';
import { anyObstruction, type Obstruction, PIPE } from './obstructed.js';
import { checkStore, STORE_PLACES, type StorePlace } from './stores.js';

/** What one run tries: something else in the place of a file, or a mark that some program may have left. */
type Plan =
  | { readonly store: StorePlace; readonly obstruction: Obstruction }
  | { readonly exercise: ExercisePlace; readonly obstruction: Obstruction }
  | { readonly mark: Mark };

const storePlaces = Object.keys(STORE_PLACES) as StorePlace[];
const exercisePlaces = Object.keys(EXERCISE_PLACES) as ExercisePlace[];

const anyPlan: fc.Arbitrary<Plan> = fc.oneof(
  fc.record({ store: fc.constantFrom(...storePlaces), obstruction: anyObstruction }),
  fc.record({ exercise: fc.constantFrom(...exercisePlaces), obstruction: anyObstruction }),
  fc.record({ mark: anyMark }),
);

/** A pipe keeps a program waiting that opens it as a file, so every place gets one. */
const PIPES: readonly Plan[] = [
  ...storePlaces.map((store) => ({ store, obstruction: PIPE })),
  ...exercisePlaces.map((exercise) => ({ exercise, obstruction: PIPE })),
];

const RANDOM_RUNS = { full: 100, short: 4, brief: 2 };
/** One in so many. `npm test` has pipes in test/commands/obstacles.test.ts too. */
const PIPES_TRIED = { full: 1, short: 4, brief: 8 };

/**
 * Whatever is at the program's own paths, the program starts, keeps the answers or says that it does not, and ends.
 */
export const marks: Part = {
  name: 'marks',
  run: async (options) => {
    const { seed, say } = options;
    const runs = sizeIn(options, RANDOM_RUNS);
    const random = Array.from({ length: runs }, (_, n) => planned(anyPlan, seed + n));
    const pipes = PIPES.filter((_, n) => n % sizeIn(options, PIPES_TRIED) === 0);
    const plans = [...pipes, ...random];
    say(`marks, ${plans.length} runs`);
    const faults: string[] = [];
    await inFolder(async (outer) => {
      const template = path.join(outer, 'template');
      mkdirSync(template);
      await beginExercise(template);
      await inParallel(plans.length, async (n) => {
        const plan = plans[n] as Plan;
        const folder = path.join(outer, `${n}`);
        cpSync(template, folder, { recursive: true });
        const fault = await tryPlan(plan, folder);
        if (fault !== undefined) faults.push(`${fault} with ${fc.stringify(plan)} (seed ${seed})`);
      });
    });
    return { tried: plans.length, faults, details: 'places of files taken, and marks left' };
  },
};

async function tryPlan(plan: Plan, folder: string): Promise<string | undefined> {
  try {
    if ('mark' in plan) await checkMark(folder, plan.mark);
    else if ('store' in plan) await checkStore(folder, plan.store, plan.obstruction);
    else await checkExercise(folder, plan.exercise, plan.obstruction);
    return undefined;
  } catch (error) {
    return (error as Error).message.replace(/\s+/g, ' ').slice(0, 400);
  }
}
