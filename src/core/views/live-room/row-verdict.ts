import type { Check } from '../../course/course.js';
import type { CourseMaterial } from '../../course/ledger.js';
import { grade, type Verdict } from '../../grade.js';
import { memoize, memoizeByText } from '../../memoize.js';
import {
  NOT_ANSWERED,
  VERDICT_MENDED,
  VERDICT_RIGHT,
  VERDICT_WRONG,
} from '../../messages/verdict.js';
import { explanationOf } from '../verdict.js';
import type { RowVerdict } from './person-view.js';

/** The ids of the choices of one person: the latest, and that of the first vote if there was a second. */
export type RowChoices = {
  readonly chosen?: string | undefined;
  readonly first?: string | undefined;
};

/** Verdicts on choices. Many people ask for the same verdict at once, so each is made once. */
export function rowVerdicts(
  material: CourseMaterial,
): (check: Check, choices: RowChoices) => RowVerdict {
  const byChoices = memoize((check: Check) =>
    memoizeByText((ids) => {
      const [chosen, first] = JSON.parse(ids) as [string | null, string | null];
      return rowVerdict(
        check,
        { chosen: chosen ?? undefined, first: first ?? undefined },
        material,
      );
    }),
  );
  return (check, { chosen, first }) => byChoices(check)(JSON.stringify([chosen, first]));
}

function rowVerdict(
  check: Check,
  { chosen, first }: RowChoices,
  material: CourseMaterial,
): RowVerdict {
  const verdict = grade(check, chosen ?? '');
  const tried = check.choices.find(({ id }) => id === first && id !== chosen);
  const { reasons, trap, proofs } = explanationOf(check, verdict, material, tried);
  return {
    ...outcomeOf(verdict, chosen, first),
    key: check.key,
    reasons,
    ...(trap !== undefined && { trap }),
    proofs,
  };
}

function outcomeOf(
  { right }: Verdict,
  chosen: string | undefined,
  first: string | undefined,
): Pick<RowVerdict, 'outcome' | 'headline'> {
  if (chosen === undefined) return { outcome: 'unanswered', headline: NOT_ANSWERED };
  if (!right) return { outcome: 'wrong', headline: VERDICT_WRONG };
  const isMended = first !== undefined && first !== chosen;
  return { outcome: 'right', headline: isMended ? VERDICT_MENDED : VERDICT_RIGHT };
}
