import fc from 'fast-check';
import type { Step } from '../../../src/core/course/course.js';
import type { Opening } from '../../../src/core/session/start.js';
import { KEY } from '../../support/terminal.js';
import { chance } from '../plans.js';
import { kindsCourse, type PlayedCourse, shippedCourse } from '../played-course.js';
import { pieceLengths, typedText } from '../typed-keys.js';
import { anySize, type WindowSize } from '../window-size.js';

/** What is typed without a pause. A pause ends a broken sequence. */
export type Stretch = { readonly text: string; readonly pieces: readonly number[] };

/** One run: where it begins, what is typed, and in which window. */
export type Plan = {
  readonly course: PlayedCourse;
  /** Home, if there is none. */
  readonly opening: Opening | undefined;
  /** The step at which a lesson that is opened resumes. Without it the lesson begins. */
  readonly step?: string;
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

/** A course, and where a session in it begins. */
type Beginning = Pick<Plan, 'course' | 'opening' | 'step'>;

const lessonOf = (course: PlayedCourse): fc.Arbitrary<Beginning> =>
  fc
    .constantFrom(...course.lessons.map(({ id }) => id))
    .map((lesson) => ({ course, opening: { does: 'open', lesson } }));

/** At any step, or at one of a kind. */
const stepOf = (course: PlayedCourse, kind?: Step['kind']): fc.Arbitrary<Beginning> =>
  fc.constantFrom(
    ...course.lessons.flatMap(({ id: lesson, body }) =>
      body
        .filter((step) => kind === undefined || step.kind === kind)
        .map(({ id }): Beginning => ({ course, opening: { does: 'open', lesson }, step: id })),
    ),
  );

const beginning: fc.Arbitrary<Beginning> = fc.oneof(
  { weight: 3, arbitrary: lessonOf(shippedCourse) },
  { weight: 2, arbitrary: lessonOf(kindsCourse) },
  { weight: 2, arbitrary: stepOf(shippedCourse) },
  { weight: 2, arbitrary: stepOf(kindsCourse) },
  { weight: 2, arbitrary: stepOf(kindsCourse, 'board') },
  {
    weight: 5,
    arbitrary: fc.constantFrom<Beginning>(
      { course: shippedCourse, opening: { does: 'review' } },
      { course: shippedCourse, opening: { does: 'drill' } },
      { course: shippedCourse, opening: undefined },
      { course: kindsCourse, opening: { does: 'review' } },
    ),
  },
);

const stretches = fc.array(fc.record({ text: typedText(1, 30), pieces: pieceLengths }), {
  minLength: 1,
  maxLength: 4,
  size: 'max',
});

/** What answers questions and fills boards, which few of the other keys do. */
const answering = fc
  .array(fc.constantFrom(...'123412341234s', KEY.down, KEY.enter, KEY.enter, KEY.space), {
    minLength: 5,
    maxLength: 25,
    size: 'max',
  })
  .map((keys): Stretch => ({ text: keys.join(''), pieces: [40] }));

const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    beginning,
    isDone: chance(0.2),
    asksForCertainty: chance(0.4),
    seed: fc.nat(999),
    size: fc.constantFrom(
      { columns: 80, rows: 24 },
      { columns: 40, rows: 12 },
      { columns: 40, rows: 9 },
      { columns: 200, rows: 50 },
    ),
    first: fc.option(answering, { nil: undefined, freq: 2 }),
    stretches,
    drawnIn: fc.oneof(
      { weight: 3, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: anySize },
    ),
  })
  .map(({ beginning: begun, first, stretches, ...one }) => ({
    ...one,
    ...begun,
    stretches: first ? [first, ...stretches] : stretches,
    isDone: one.isDone || begun.opening?.does === 'review',
  }));

/** Even choices: short texts, which fast-check favours, seldom lead to an answer. */
export const plan = fc.noBias(anyPlan);
