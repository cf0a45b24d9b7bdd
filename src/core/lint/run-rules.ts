import type { DraftLesson } from '../course-files/draft.js';
import type { Located } from '../course-files/listing.js';
import type { StepValue } from '../course-files/schema/lesson.js';
import { ITEM_RULES } from './all-rules.js';
import type { Finding } from './finding.js';
import type { Around, TextCheck } from './rule.js';
import { isTooLong } from './too-long.js';
import type { Wording } from './words.js';

type LintedStep = Located<StepValue>;
type PlacedCheck = Located<TextCheck>;

/** Whether a step is a check whose choices are texts. */
export const isCheck = (step: LintedStep): step is PlacedCheck =>
  'check' in step.value && step.value.choices.every(({ text }) => text !== undefined);

/** Applies the rules of item writing to the checks of a lesson, except to those with a text that is too long. */
export function lintItems(lesson: DraftLesson, language: string, wording: Wording): Finding[] {
  const steps = lesson.steps.items;
  const judged = steps.filter(isCheck).filter(({ value }) => !isTooLong(value));
  const checks = judged.map(({ value }) => ({ id: value.check, item: value }));
  return judged.flatMap((step) => {
    const lookFor = lookForBefore(steps, step);
    const others = checks.filter(({ item }) => item !== step.value);
    const around = { wording, language, others, ...(lookFor !== undefined && { lookFor }) };
    return lintItem(lesson, step, around);
  });
}

/** What the reading just before the check asks to look for. */
function lookForBefore(steps: readonly LintedStep[], check: PlacedCheck): string | undefined {
  const before = steps[steps.indexOf(check) - 1]?.value;
  return before && 'reading' in before && !isTooLong(before) ? before.lookFor : undefined;
}

const lintItem = ({ file }: DraftLesson, { value, path }: PlacedCheck, around: Around): Finding[] =>
  ITEM_RULES.filter((rule) => rule.languages === 'any' || around.wording.isEnglish).flatMap(
    (rule) =>
      rule.faults(value, around).map((fault) => ({
        file,
        severity: 'warning',
        rule: rule.id,
        path: [...path, ...fault.path],
        message: fault.message,
      })),
  );
