import type { Path } from '../course-files/course-file.js';
import type { CourseDraft, DraftLesson } from '../course-files/draft.js';
import type { Located } from '../course-files/listing.js';
import type { StepValue } from '../course-files/schema/lesson.js';
import { ITEM_RULES } from './all-rules.js';
import type { Finding } from './finding.js';
import { type PlacedCheck, placedChecksAt } from './placed-checks.js';
import type { Around, Item, ItemFault, ItemKind } from './rule.js';
import { allOfTheAbove } from './rules/all-of-the-above.js';
import { isTooLong } from './too-long.js';
import type { Wording } from './words.js';

/** What the rules judge at once, and where its parts are in the file. */
type Judged = {
  readonly kind: ItemKind;
  readonly item: Item;
  readonly around: Around;
  readonly pathOf: (fault: ItemFault) => Path;
};

type Language = { readonly language: string; readonly wording: Wording };

/** Applies the rules of item writing to the questions of a lesson, except to those with a text that is too long. */
export function lintItems(draft: CourseDraft, lesson: DraftLesson, language: Language): Finding[] {
  const steps = lesson.steps.items.filter(({ value }) => !isTooLong(value));
  const all = steps
    .flatMap((step) => placedChecksAt(draft, step))
    .map(({ value }) => ({ id: value.check, item: value }));
  const judged = steps.flatMap((step) => {
    const lookFor = lookForBefore(lesson.steps.items, step);
    const own = placedChecksAt(draft, step).map((question) =>
      judgedCheck(question, {
        ...language,
        kind: question.kind,
        others: othersFor(question, all),
        ...(lookFor !== undefined && question.kind === 'texts' && { lookFor }),
      }),
    );
    return [...judgedBoard(step, language), ...own];
  });
  return judged.flatMap((one) => faultsOf(lesson, one));
}

/** No question gives away which words of the passage are right, or under which heading a statement belongs. */
const othersFor = ({ kind, value }: PlacedCheck, all: Around['others']): Around['others'] =>
  kind === 'texts' ? all.filter(({ id }) => id !== value.check) : [];

function judgedCheck({ value, path, kind, row }: PlacedCheck, around: Around): Judged {
  const written = row?.board.value.rows[row.index];
  if (!row || !written)
    return { kind, item: value, around, pathOf: (fault) => [...path, ...fault.path] };
  const own = value.choices.map(({ id }) =>
    written.wrong?.heading === id ? ['wrong', 'feedback'] : ['feedback'],
  );
  return {
    kind,
    item: { ...value, stem: written.statement },
    around,
    pathOf: ({ path: [part, i] }) => [
      ...path,
      ...(part === 'choices' ? (own[Number(i)] ?? []) : ['statement']),
    ],
  };
}

/** The stem of a board is judged once, not with each row. */
const judgedBoard = ({ value, path }: Located<StepValue>, language: Language): Judged[] =>
  'sort' in value
    ? [
        {
          kind: 'board',
          item: { stem: value.stem, choices: [], key: '' },
          around: { ...language, kind: 'board', others: [] },
          pathOf: (fault) => [...path, ...fault.path],
        },
      ]
    : [];

/** What the reading just before the question asks to look for. */
function lookForBefore(
  steps: readonly Located<StepValue>[],
  step: Located<StepValue>,
): string | undefined {
  const before = steps[steps.indexOf(step) - 1]?.value;
  return before && 'reading' in before && !isTooLong(before) ? before.lookFor : undefined;
}

/**
 * Several headings of a row share its feedback: a fault in it is one fault. A choice that only sums up the others is often
 * odd in other ways, too, and all are gone with it.
 */
function faultsOf({ file }: DraftLesson, { kind, item, around, pathOf }: Judged): Finding[] {
  const findings = ITEM_RULES.filter(
    ({ judges, languages }) =>
      judges.includes(kind) && (languages === 'any' || around.wording.isEnglish),
  ).flatMap((rule) =>
    rule.faults(item, around).map((fault) => ({
      file,
      severity: 'warning' as const,
      rule: rule.id,
      path: pathOf(fault),
      message: fault.message,
    })),
  );
  const placeOf = ({ path }: Finding): string => JSON.stringify(path);
  const sums = new Set(findings.filter(({ rule }) => rule === allOfTheAbove.id).map(placeOf));
  const seen = new Set<string>();
  return findings.filter((finding) => {
    if (finding.rule !== allOfTheAbove.id && sums.has(placeOf(finding))) return false;
    const key = JSON.stringify([finding.rule, finding.path, finding.message]);
    return seen.size < seen.add(key).size;
  });
}
