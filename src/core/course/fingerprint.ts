import { hashHex } from '../hash.js';
import type { Lesson } from './course.js';

/** Of the ids, the order and the keys, not of the texts: a mended typo leaves it as it is. */
export const courseHash = (lessons: readonly Lesson[]): string =>
  hashHex(
    JSON.stringify(
      lessons.map(({ id, body }) => [
        id,
        body.map((step) =>
          step.kind === 'check' ? [step.id, step.key, step.choices.map((one) => one.id)] : step.id,
        ),
      ]),
    ),
  );
