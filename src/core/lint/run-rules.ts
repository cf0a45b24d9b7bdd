import type { DraftLesson } from '../course-files/draft.js';
import type { Located } from '../course-files/listing.js';
import type { CheckValue, ReadingValue } from '../course-files/schema/lesson.js';
import { ITEM_RULES } from './all-rules.js';
import type { Finding } from './finding.js';
import type { Around } from './rule.js';
import type { Wording } from './words.js';

type LintedStep = Located<CheckValue | ReadingValue>;
type PlacedCheck = Located<CheckValue>;

export const isCheck = (step: LintedStep): step is PlacedCheck => 'check' in step.value;

/** Applies the rules of item writing to the checks of a lesson. */
export function lintItems(lesson: DraftLesson, language: string, wording: Wording): Finding[] {
  const steps = lesson.steps.items;
  const checks = steps.filter(isCheck);
  return steps.flatMap((step, i) => {
    if (!isCheck(step)) return [];
    const before = steps[i - 1]?.value;
    const lookFor = before && 'reading' in before ? before.lookFor : undefined;
    const others = checks
      .filter((check) => check !== step)
      .map(({ value }) => ({ id: value.check, item: value }));
    const around = { wording, language, others, ...(lookFor !== undefined && { lookFor }) };
    return lintItem(lesson, step, around);
  });
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
