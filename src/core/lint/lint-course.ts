import type { Problem, Severity } from '../course/problem.js';
import { type CourseFile, problemAt } from '../course-files/course-file.js';
import { type CourseDraft, courseDraftOf, languageOf } from '../course-files/draft.js';
import { anchorProblems } from '../course-files/mistakes/anchors.js';
import { cutTextProblems, wholeTexts } from '../course-files/mistakes/cut-texts.js';
import { folded } from '../course-files/parse-course.js';
import { authorProblems } from '../course-files/todo/author-problems.js';
import { authorFaults, isTodo, TODO } from '../course-files/todo/todo.js';
import { workOrder } from '../course-files/todo/work-order.js';
import { plainText } from '../text/sanitize.js';
import { ITEM_RULES } from './all-rules.js';
import { ARTICLE_RULES, ownWordingFindings } from './article/own-wording.js';
import { articleOf } from './article/shared-runs.js';
import { storyComments } from './article/story-comments.js';
import { type Balance, balances } from './balance.js';
import { balanceFindings, ONE_SOURCE } from './balance-findings.js';
import { COVERAGE_RULES, coverageFindings, textFindings } from './coverage.js';
import type { Finding } from './finding.js';
import { CURLY_MARKS, curlyMarks } from './material/curly-marks.js';
import { lintMaterial, MATERIAL_RULES } from './material/run-material-rules.js';
import { asPlayed, placedChecks } from './placed-checks.js';
import { lintItems } from './run-rules.js';
import { playerFindings } from './test-wise/findings.js';
import { type AskedCheck, PLAYERS, type PlayerResult, playAll } from './test-wise/players.js';
import { tooLongProblems } from './too-long.js';
import { applyWaivers, type Waived } from './waivers.js';
import { wordingFor } from './words.js';

/** A problem that an item allows with a waiver, and why. */
export type WaivedProblem = Problem & { readonly why: string };

/** Everything that a program can find in a course. */
export type LintReport = {
  /** In the order in which an author works on the files, then by place. */
  readonly problems: readonly Problem[];
  readonly waived: readonly WaivedProblem[];
  /** Whether rules that compare all parts of the course were not applied, because it has errors. */
  readonly isWaiting: boolean;
  /** The number of sources, claims, passages, lessons, steps and rows. Each of them could have a waiver. */
  readonly items: number;
  /** Empty if the course has errors. */
  readonly bots: readonly PlayerResult[];
  readonly balances: readonly Balance[];
  /** Rules that were skipped, because they only work in English and the course is in another language. */
  readonly skippedRules: readonly string[];
};

/** The ids of the rules that can be waived. Problems that stop a course from opening cannot. */
const WAIVABLE: readonly string[] = [
  ...ITEM_RULES.map(({ id }) => id),
  ...MATERIAL_RULES.map(({ id }) => id),
  ...COVERAGE_RULES,
  ONE_SOURCE.id,
  ...ARTICLE_RULES,
  CURLY_MARKS.id,
  ...PLAYERS.map(({ name }) => `bot-${name}`),
];

/**
 * Checks the files of a course: first their form, as `parseCourse` does, and the length of each text, then how the items
 * are written.
 * @param files see `parseCourse`
 * @param unread why some files could not be read
 * @param article the text of the article, to find what the course has taken from it
 */
export function lintCourse(
  files: readonly CourseFile[],
  unread: readonly Problem[] = [],
  article?: string,
): LintReport {
  const foldedFiles = files.map((file) =>
    'value' in file ? { ...file, value: folded(wholeTexts(file)) } : file,
  );
  const tooLong = tooLongProblems(foldedFiles);
  const errors = [
    ...authorProblems(files, unread),
    ...cutTextProblems(files),
    ...anchorProblems(files),
    ...tooLong,
  ];
  const draft = courseDraftOf(foldedFiles, authorFaults);
  const language = languageOf(draft.course);
  const wording = wordingFor(language);
  const isWhole = errors.length === 0;
  const mistakes = errors.filter(({ rule }) => rule !== TODO);
  const unsound = new Set(mistakes.map(({ file }) => file));
  const story = article === undefined ? undefined : articleOf(article);
  const bots = isWhole ? playAll(askedChecks(draft), wording) : [];
  const shares = isWhole ? balances(draft, wording) : [];
  const findings = [
    ...(story ? ownWordingFindings(draft, story) : []),
    ...(story && mistakes.length === errors.length ? storyComments(files, story) : []),
    ...lintItems(draft, { language, wording }),
    ...(tooLong.length > 0
      ? []
      : [
          ...lintMaterial(draft, wording, isWhole),
          ...textFindings(draft, language),
          ...foldedFiles.flatMap(curlyMarkFindings),
        ].filter(({ file }) => !unsound.has(plainText(file.name)))),
    ...(isWhole
      ? [
          ...coverageFindings(draft),
          ...playerFindings(draft, bots),
          ...balanceFindings(draft, shares),
        ]
      : []),
  ];
  const isApplied = (rule: string): boolean =>
    isWhole && (article !== undefined || !ARTICLE_RULES.some((id) => id === rule));
  const { kept, waived } = applyWaivers(draft, findings, WAIVABLE, isApplied);
  const order = workOrder(draft, errors);
  return {
    problems: [...errors, ...kept.map(placed)].sort(order),
    waived: waived.map(placedWaiver).sort(order),
    isWaiting: !isWhole,
    items: itemCount(draft),
    bots,
    balances: shares,
    skippedRules:
      wording.isEnglish || isTodo(language)
        ? []
        : [...ITEM_RULES, ...MATERIAL_RULES]
            .filter((rule) => rule.languages !== 'any')
            .map(({ id }) => id),
  };
}

const curlyMarkFindings = (file: CourseFile): Finding[] =>
  curlyMarks(file).map((fault) => ({ ...fault, file, severity: 'warning' }));

const placed = (finding: Finding): Problem => ({
  ...problemAt(finding.file, finding),
  severity: finding.severity,
});

const placedWaiver = ({ finding, why }: Waived): WaivedProblem => ({ ...placed(finding), why });

const askedChecks = (draft: CourseDraft): AskedCheck[] =>
  draft.lessons.flatMap((lesson) =>
    placedChecks(draft, lesson).map((question) => ({
      lesson: lesson.id,
      kind: question.kind,
      item: asPlayed(draft, question),
    })),
  );

function itemCount({ sources, claims, passages, lessons }: CourseDraft): number {
  const lists = [sources, claims, passages, ...lessons.map(({ steps }) => steps)];
  const rows = lessons.flatMap(({ steps }) =>
    steps.items.flatMap(({ value }) => ('sort' in value ? value.rows : [])),
  );
  return lists.reduce((sum, { length }) => sum + length, lessons.length + rows.length);
}

export const countOf = (problems: readonly Problem[], severity: Severity): number =>
  problems.filter((problem) => problem.severity === severity).length;
