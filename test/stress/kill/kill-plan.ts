import fc from 'fast-check';
import { chance, share } from '../plans.js';

/** When the program is killed: during its start, its work, its leaving, or while it writes the summary of the log. */
export type Moment = 'starting' | 'working' | 'leaving' | 'summarizing';

/** Runs take them in turns, so that a short run tries each. Seven, because kinds of work take turns by four. */
const MOMENTS: readonly Moment[] = [
  'working',
  'leaving',
  'summarizing',
  'starting',
  'working',
  'working',
  'working',
];

/** @param hasSummary whether the course's log is so long that the program writes a summary of it */
export function momentOf(turn: number, hasSummary: boolean): Moment {
  const moment = MOMENTS[turn % MOMENTS.length] as Moment;
  return moment === 'summarizing' && !hasSummary ? 'working' : moment;
}

const MOST_KEYS = 14;

export type KillPlan = {
  /** How many keys are pressed before the program leaves or is killed. */
  readonly keys: number;
  /** Which choice each question gets, and which lesson begins: from 0 to 1. */
  readonly picks: readonly number[];
  readonly lesson: number;
  /** Whether `learn` names the lesson that it should resume. */
  readonly namesLesson: boolean;
  /** Whether the run starts without a summary, and so reads the whole log. */
  readonly dropsSummary: boolean;
  /** The part of the longest delay that passes before the kill, from 0 to 1. */
  readonly delay: number;
};

export const killPlan: fc.Arbitrary<KillPlan> = fc.record({
  keys: fc.integer({ min: 3, max: MOST_KEYS }),
  picks: fc.array(share, { minLength: MOST_KEYS, maxLength: MOST_KEYS }),
  lesson: share,
  namesLesson: fc.boolean(),
  dropsSummary: chance(0.33),
  delay: share,
});

/** The longest delay in milliseconds: more than the last key's effects need. */
export function longestDelay(moment: Moment, isOnScreen: boolean): number {
  if (moment === 'starting') return isOnScreen ? 400 : 250;
  if (moment === 'working') return isOnScreen ? 30 : 10;
  return moment === 'leaving' ? 60 : 5;
}
