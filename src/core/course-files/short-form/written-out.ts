import type { LocatedList } from '../listing.js';
import type { ClaimValue, WrittenClaim } from '../schema/ledger.js';
import type { StepValue, WrittenCheck, WrittenStep } from '../schema/lesson.js';
import type { PassageValue, WrittenPassage } from '../schema/passages.js';
import type { SourceValue } from '../schema/sources.js';
import { type Ledger, proofOf } from './proof.js';
import { keyOf, withOpenChoices } from './right-choice.js';

/**
 * The short form: authors leave out what follows from other fields. Here it is written out, before anything else sees it.
 * What an author wrote is never changed.
 */

/** A passage without a number has the number after that of the passage before. */
export function passagesWrittenOut(list: LocatedList<WrittenPassage>): LocatedList<PassageValue> {
  let [last, position] = [0, -1];
  return {
    ...list,
    items: list.items.map(({ value, path }) => {
      const index = Number(path.at(-1));
      last = value.paragraph ?? last + index - position;
      position = index;
      return { value: { ...value, paragraph: last }, path };
    }),
  };
}

const NOT_STATED = { basis: 'not-stated' } as const;

/** A claim whose actor is a source is on the side of that source. */
export function claimsWrittenOut(
  list: LocatedList<WrittenClaim>,
  sources: LocatedList<SourceValue>,
): LocatedList<ClaimValue> {
  const sides = new Map(sources.items.map(({ value }) => [value.id, value.side]));
  return {
    ...list,
    items: list.items.map(({ value, path }) => {
      const side = sides.get(value.actor ?? value.source);
      const derived = {
        channel: NOT_STATED,
        when: NOT_STATED,
        ...(side !== undefined && { side }),
      };
      return { value: { ...derived, ...value }, path };
    }),
  };
}

/** What the steps of a course follow from. */
export type Derivation = {
  readonly ledger: Ledger;
  /** A BCP 47 language tag. */
  readonly language: string;
  /** Whether the course has format 1, which knows no short form of a choice. */
  readonly isFormat1: boolean;
};

/** A question has no key, no truth or no evidence, as an empty text or list, if its author must write it. */
export const stepsWrittenOut = (
  list: LocatedList<WrittenStep>,
  derivation: Derivation,
): LocatedList<StepValue> => ({
  ...list,
  items: list.items.map(({ value, path }) => ({ value: stepWrittenOut(value, derivation), path })),
});

function stepWrittenOut(step: WrittenStep, derivation: Derivation): StepValue {
  if ('reading' in step) return step;
  if ('check' in step) return checkWrittenOut(step, derivation);
  const rows = step.rows.map((row) => ({ ...row, ...proofOf(row, derivation.ledger) }));
  return { ...step, rows };
}

function checkWrittenOut(check: WrittenCheck, { ledger, language, isFormat1 }: Derivation) {
  const key = keyOf(check);
  const choices = isFormat1 ? check.choices : withOpenChoices(check.choices, key, language);
  return { ...check, ...proofOf(check, ledger), key, choices };
}
