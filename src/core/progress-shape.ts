import type { Progress } from './progress.js';
import { fields, isCount, isFlag, isId, isText, isTime, listOf, mapOf, optional } from './shape.js';

const given = fields({ choice: isId, right: isFlag, t: isTime });

const place = fields({
  seed: isText,
  only: optional(listOf(isId)),
  step: isText,
  answers: mapOf(given),
});

const progress = fields({
  checks: mapOf(fields({ first: given, last: given, tries: isCount })),
  places: mapOf(place),
  finished: mapOf(isTime),
  settings: mapOf(isText),
  latest: optional(isId),
  resets: listOf(fields({ id: isId, lesson: optional(isId) })),
});

/** Whether a value read back from a file can be taken for progress. */
export const isProgress = (value: unknown): value is Progress => progress(value);
