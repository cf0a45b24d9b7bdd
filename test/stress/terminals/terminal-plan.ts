import fc from 'fast-check';
import { chance } from '../plans.js';
import { kindsCourse } from '../played-course.js';
import { pieceLengths, typedText } from '../typed-keys.js';
import { anySize, tooSmall, type WindowSize } from '../window-size.js';

/** Keys as a terminal delivers them: in pieces, some followed by a pause. */
export type Stroke = {
  readonly text: string;
  /** In bytes, repeated until the text ends. */
  readonly lengths: readonly number[];
  /** In milliseconds, repeated likewise; 0 for none. */
  readonly pauses: readonly number[];
};

const pause = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 25 }) },
);

const stroke: fc.Arbitrary<Stroke> = fc.record({
  text: typedText(1, 6),
  lengths: pieceLengths,
  pauses: fc.array(pause, { minLength: 1, maxLength: 10 }),
});

/** A stroke, perhaps after a resize. */
export type Step = Stroke & { readonly resize: WindowSize | undefined };

const step = (resizes: number): fc.Arbitrary<Step> =>
  fc
    .tuple(stroke, chance(resizes), anySize)
    .map(([keys, isResized, size]) => ({ ...keys, resize: isResized ? size : undefined }));

const steps = (resizes: number): fc.Arbitrary<readonly Step[]> =>
  fc.array(step(resizes), { minLength: 5, maxLength: 25, size: 'max' });

const INTERRUPTIONS = ['SIGTSTP', 'Ctrl-Z', 'SIGWINCH', undefined] as const;
export type Interruption = NonNullable<(typeof INTERRUPTIONS)[number]>;

export type Ending = 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'SIGQUIT' | 'Ctrl-C';

export type TerminalPlan = {
  /** Whether the course is done, or new. */
  readonly isDone: boolean;
  readonly asksForCertainty: boolean;
  readonly args: readonly string[];
  readonly steps: readonly Step[];
  /** The last size of the window. */
  readonly size: WindowSize;
  readonly interruption: Interruption | undefined;
  /** What is typed after the interruption. */
  readonly after: Stroke;
  readonly ending: Ending;
};

export const terminalPlan: fc.Arbitrary<TerminalPlan> = fc.record({
  isDone: fc.boolean(),
  asksForCertainty: chance(0.4),
  args: fc.constantFrom(
    [],
    ['learn', '1'],
    ['drill'],
    ['review'],
    ['learn', '1', ...kindsCourse.args],
  ),
  // In half the runs the window changes faster than the program can draw. A window that is too small takes no keys.
  steps: fc.oneof(steps(0), steps(0.12)),
  size: fc.oneof(anySize, tooSmall),
  interruption: fc.constantFrom(...INTERRUPTIONS),
  after: stroke,
  ending: fc.oneof(
    fc.constant<Ending>('Ctrl-C'),
    fc.constantFrom<Ending>('SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'),
  ),
});
