import { hashHex } from '../hash.js';
import type { Lesson, Step } from './course.js';

/**
 * Hashes ids, order and keys, not texts: fixing a typo keeps the hash.
 * @returns 8 hexadecimal digits
 */
export const courseHash = (lessons: readonly Lesson[]): string =>
  hashHex(
    JSON.stringify(
      lessons.map(({ id, body }) => [
        id,
        body.map((step) =>
          step.kind === 'board' ? [step.id, step.rows.map(factsOf)] : factsOf(step),
        ),
      ]),
    ),
  );

const factsOf = (step: Step) =>
  step.kind === 'check' ? [step.id, step.key, step.choices.map((choice) => choice.id)] : step.id;
