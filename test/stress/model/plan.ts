import fc from 'fast-check';
import type { Opening } from '../../../src/core/session/start.js';
import { chance } from '../plans.js';
import { index } from '../shipped-course.js';
import { pieceLengths, typedText } from '../typed-keys.js';
import { anySize, type WindowSize } from '../window-size.js';

/** What is typed without a pause. A pause ends a broken sequence. */
export type Stretch = { readonly text: string; readonly pieces: readonly number[] };

/** One run: where it begins, what is typed, and in which window. */
export type Plan = {
  /** Home, if there is none. */
  readonly opening: Opening | undefined;
  /** Whether the learner went through the course a month ago, so that every check is due. */
  readonly isDone: boolean;
  readonly asksForCertainty: boolean;
  /** Decides the order of the choices. */
  readonly seed: number;
  /** Decides how much of a page is seen. Few questions have to be scrolled in a window that the program accepts. */
  readonly size: WindowSize;
  readonly stretches: readonly Stretch[];
  /** The window in which the last page is drawn; drawing takes as long as the rest of a run, so most runs have none. */
  readonly drawnIn: WindowSize | undefined;
};

const lessonOpening = fc
  .constantFrom(...index.lessons.map(({ id }) => id))
  .map((lesson): Opening => ({ does: 'open', lesson }));

const opening: fc.Arbitrary<Opening | undefined> = fc.oneof(
  { weight: 5, arbitrary: lessonOpening },
  { weight: 3, arbitrary: fc.constantFrom<Opening>({ does: 'review' }, { does: 'drill' }) },
  { weight: 2, arbitrary: fc.constant(undefined) },
);

const stretches = fc.array(fc.record({ text: typedText(1, 30), pieces: pieceLengths }), {
  minLength: 1,
  maxLength: 4,
  size: 'max',
});

const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    opening,
    isDone: chance(0.2),
    asksForCertainty: chance(0.4),
    seed: fc.nat(999),
    size: fc.constantFrom(
      { columns: 80, rows: 24 },
      { columns: 40, rows: 12 },
      { columns: 40, rows: 9 },
      { columns: 200, rows: 50 },
    ),
    stretches,
    drawnIn: fc.oneof(
      { weight: 3, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: anySize },
    ),
  })
  .map((one) => ({ ...one, isDone: one.isDone || one.opening?.does === 'review' }));

/** Even choices: short texts, which fast-check favours, seldom lead to an answer. */
export const plan = fc.noBias(anyPlan);
