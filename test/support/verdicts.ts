import { orderedChoices } from '../../src/core/choice-order.js';
import type { Check } from '../../src/core/course/course.js';
import { grade } from '../../src/core/grade.js';
import type { VerdictScene } from '../../src/core/views/verdict.js';

/** The scene after this choice, in the order of the file. Without a choice: handed in without an answer. */
export const verdictScene = (
  step: Check,
  choice?: string,
  more: Partial<VerdictScene> = {},
): VerdictScene => ({
  kind: 'verdict',
  step,
  choices: orderedChoices({ ...step, ordered: true }, ''),
  verdict: grade(step, choice ?? ''),
  corrected: false,
  mended: false,
  surelyMissed: false,
  isOpen: choice === undefined,
  ...more,
});
