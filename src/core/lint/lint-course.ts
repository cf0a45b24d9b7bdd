import type { Problem, Severity } from '../course/problem.js';
import { type CourseFile, problemAt } from '../course-files/course-file.js';
import { type CourseDraft, courseDraftOf } from '../course-files/draft.js';
import { folded, inOrder, parseCourse } from '../course-files/parse-course.js';
import { isRecord } from '../json-shape.js';
import { ITEM_RULES } from './all-rules.js';
import { type Balance, balances } from './balance.js';
import { balanceFindings, ONE_SOURCE } from './balance-findings.js';
import { COVERAGE_RULES, coverageFindings } from './coverage.js';
import type { Finding } from './finding.js';
import { isCheck, lintItems } from './run-rules.js';
import { playerFindings } from './test-wise/findings.js';
import { PLAYERS, type PlayerResult, playAll } from './test-wise/players.js';
import { applyWaivers, type Waived } from './waivers.js';
import { wordingFor } from './words.js';

/** A broken rule that an item allows, with its place. */
export type WaivedProblem = Problem & { readonly why: string };

/** Everything that can be said of a course without reading the article it is made from. */
export type LintReport = {
  /** In the order of the files. */
  readonly problems: readonly Problem[];
  readonly waived: readonly WaivedProblem[];
  /** How many sources, claims, passages, lessons and steps there are: what could have a waiver. */
  readonly items: number;
  /** None while the course has errors. */
  readonly bots: readonly PlayerResult[];
  readonly balances: readonly Balance[];
  /** The rules that were not applied, since they are made for English and the course is in another language. */
  readonly skippedRules: readonly string[];
};

/** The ids of the rules that an item can allow to break. What keeps a course from opening cannot be allowed. */
const WAIVABLE: readonly string[] = [
  ...ITEM_RULES.map(({ id }) => id),
  ...COVERAGE_RULES,
  ONE_SOURCE.id,
  ...PLAYERS.map(({ name }) => `bot-${name}`),
];

/**
 * Checks the files of a course: its form as the learner's own loader does, then how its items are written.
 * @param files as for parseCourse
 * @param unread why some of them could not be read
 */
export function lintCourse(
  files: readonly CourseFile[],
  unread: readonly Problem[] = [],
): LintReport {
  const parsed = parseCourse(files, unread);
  const errors = 'problems' in parsed ? parsed.problems : [];
  const draft = courseDraftOf(
    files.map((file) => ('value' in file ? { ...file, value: folded(file.value) } : file)),
  );
  const language = languageOf(draft.course);
  const wording = wordingFor(language);
  const asked = draft.lessons.flatMap((lesson) =>
    lesson.steps.items.filter(isCheck).map(({ value }) => ({ lesson: lesson.id, item: value })),
  );
  const whole = errors.length === 0;
  const bots = whole ? playAll(asked, wording) : [];
  const shares = whole ? balances(draft, wording) : [];
  const found = [
    ...draft.lessons.flatMap((lesson) => lintItems(lesson, language, wording)),
    ...(whole
      ? [
          ...coverageFindings(draft, language),
          ...playerFindings(draft, bots),
          ...balanceFindings(draft, shares),
        ]
      : []),
  ];
  const { kept, waived } = applyWaivers(draft, found, WAIVABLE, whole);
  return {
    problems: [...errors, ...kept.map(placed)].sort(inOrder),
    waived: waived.map(placedWaiver).sort(inOrder),
    items: itemCount(draft),
    bots,
    balances: shares,
    skippedRules: wording.isEnglish
      ? []
      : ITEM_RULES.filter((rule) => rule.languages !== 'any').map(({ id }) => id),
  };
}

const placed = (finding: Finding): Problem => ({
  ...problemAt(finding.file, finding),
  severity: finding.severity,
});

const placedWaiver = ({ finding, why }: Waived): WaivedProblem => ({ ...placed(finding), why });

/** Of a course that does not say its language nothing English is assumed. */
function languageOf({ value }: CourseFile): string {
  const tag = isRecord(value) ? value.language : undefined;
  return typeof tag === 'string' ? tag : 'und';
}

const itemCount = ({ sources, claims, passages, lessons }: CourseDraft): number =>
  [sources, claims, passages, ...lessons.map(({ steps }) => steps)].reduce(
    (sum, { length }) => sum + length,
    lessons.length,
  );

export const countOf = (problems: readonly Problem[], severity: Severity): number =>
  problems.filter((one) => one.severity === severity).length;
