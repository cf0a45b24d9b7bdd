import { JOINED } from './joined-shape.js';
import type { Progress } from './progress.js';
import {
  fields,
  isCount,
  isFlag,
  isId,
  isNumber,
  isText,
  isTime,
  isWhole,
  listOf,
  mapOf,
  optional,
} from './shape.js';

const given = fields({ choice: isId, right: isFlag, t: isTime });

const place = fields({
  seed: isText,
  only: optional(listOf(isId)),
  step: isText,
  answers: mapOf(given),
});

const tally = fields({ right: isWhole, of: isWhole });

const recall = fields({
  memory: fields({ stability: isNumber, difficulty: isNumber, day: isWhole }),
  reviews: isWhole,
  surelyMissed: isFlag,
  tallies: fields({ guess: tally, fairly: tally, certain: tally }),
});

const progress = fields({
  checks: mapOf(fields({ first: given, last: given, tries: isCount })),
  recall: mapOf(recall),
  places: mapOf(place),
  finished: mapOf(isTime),
  settings: mapOf(isText),
  latest: optional(isId),
  exercise: optional(
    fields({
      ...JOINED,
      began: optional(isTime),
      handedIn: optional(isTime),
      because: optional(isText),
    }),
  ),
  resets: listOf(fields({ id: isId, lesson: optional(isId) })),
});

/** Whether a value read back from a file can be taken for progress. */
export const isProgress = (value: unknown): value is Progress => progress(value);
