import { type CourseFile, type Path, quoted } from '../course-files/course-file.js';
import type { CourseDraft, DraftLesson } from '../course-files/draft.js';
import { valueAt } from '../course-files/listing.js';
import type { ClaimValue } from '../course-files/schema/ledger.js';
import type { Finding } from './finding.js';
import { type PlacedCheck, placedChecks, placedChecksAt } from './placed-checks.js';

export const COVERAGE_RULES = [
  'unexercised',
  'exercised',
  'unused-source',
  'unshown-passage',
  'unread-evidence',
  'whole-sentence',
  'long-so-far',
  'older-program',
] as const;
type CoverageRule = (typeof COVERAGE_RULES)[number];

/** What each rule warns about, in one line. */
export const COVERAGE_ABOUT: Readonly<Record<CoverageRule, string>> = {
  unexercised: 'A claim does not say `exercise: no`, and no check or row asks about it.',
  exercised: 'A claim says `exercise: no`, and a check or row asks about it.',
  'unused-source': 'A source is in no claim, choice or heading of the course.',
  'unshown-passage': 'A passage is in no reading.',
  'unread-evidence': 'A check or row asks about a sentence that no reading before it shows.',
  'whole-sentence': 'A text of a passage does not end like a sentence.',
  'older-program':
    'A source is a document, and `needs` is not 0.3.0 or later. Older programs do not know documents.',
  'long-so-far': 'The `soFar` of a lesson has more than three sentences.',
};

/**
 * Warns about parts that do not fit together: claims without checks, sources without use, checks on unread passages.
 * The course must be free of errors.
 */
export function coverageFindings(draft: CourseDraft): Finding[] {
  const lessons = listedLessons(draft);
  const checks = lessons.flatMap((lesson) => placedChecks(draft, lesson));
  return [
    ...unexercised(draft, checks),
    ...unusedSources(draft, checks),
    ...unshownPassages(draft, lessons),
    ...unreadEvidence(draft, lessons),
    ...olderPrograms(draft),
  ];
}

/** Warns about single texts. What else is still to do does not matter. */
export const textFindings = (draft: CourseDraft, language: string): Finding[] => [
  ...brokenSentences(draft, language),
  ...longSummaries(listedLessons(draft)),
];

/** The lessons of the course, in its order. */
const listedLessons = ({ listed, lessons }: CourseDraft): DraftLesson[] =>
  listed.items.flatMap(({ value }) => lessons.filter(({ id }) => id === value));

const warning = (file: CourseFile, rule: CoverageRule, path: Path, message: string): Finding => ({
  file,
  severity: 'warning',
  rule,
  path,
  message,
});

/** A check on one claim also counts for the claims that are `alike`. */
function unexercised({ claims }: CourseDraft, checks: readonly PlacedCheck[]): Finding[] {
  const askedIds = new Set(checks.flatMap(({ value }) => value.claims));
  const groups = new Set(
    claims.items.flatMap(({ value }) =>
      askedIds.has(value.id) && value.alike ? [value.alike] : [],
    ),
  );
  const isAsked = ({ id, alike }: ClaimValue): boolean =>
    askedIds.has(id) || (alike !== undefined && groups.has(alike));
  return claims.items.flatMap(({ value, path }) => {
    if (value.exercise === 'no')
      return askedIds.has(value.id)
        ? [
            warning(
              claims.file,
              'exercised',
              [...path, 'exercise'],
              `a check asks about ${quoted(value.id)}: take out 'exercise: no'`,
            ),
          ]
        : [];
    if (isAsked(value)) return [];
    const message = `no check asks about the claim ${quoted(value.id)}: write one, or mark the claim 'exercise: no' with 'why'`;
    return [warning(claims.file, 'unexercised', [...path, 'id'], message)];
  });
}

function unusedSources(
  { sources, claims }: CourseDraft,
  checks: readonly PlacedCheck[],
): Finding[] {
  const used = new Set([
    ...claims.items.flatMap(({ value }) => [value.source, value.actor, value.target]),
    ...checks.flatMap(({ value }) => value.choices.map(({ names }) => names)),
  ]);
  return sources.items
    .filter(({ value }) => !used.has(value.id))
    .map(({ value, path }) =>
      warning(
        sources.file,
        'unused-source',
        [...path, 'id'],
        `no claim, choice or heading names the source ${quoted(value.id)}: take the source out`,
      ),
    );
}

function unshownPassages({ passages }: CourseDraft, lessons: readonly DraftLesson[]): Finding[] {
  const shown = new Set(lessons.flatMap(passagesShown));
  return passages.items
    .filter(({ value }) => !shown.has(value.id))
    .map(({ value, path }) =>
      warning(
        passages.file,
        'unshown-passage',
        [...path, 'id'],
        `no reading shows the passage ${quoted(value.id)}: add the passage to a reading`,
      ),
    );
}

const passagesShown = ({ steps }: DraftLesson): string[] =>
  steps.items.flatMap(({ value }) => ('reading' in value ? value.passages : []));

/** Goes through the course in order: a lesson may ask about passages of earlier lessons. */
function unreadEvidence(draft: CourseDraft, lessons: readonly DraftLesson[]): Finding[] {
  const passageOf = new Map(
    draft.passages.items.flatMap(({ value }) =>
      value.sentences.map(({ id }) => [id, value.id] as const),
    ),
  );
  const read = new Set<string | undefined>();
  return lessons.flatMap(({ file, steps }) =>
    steps.items.flatMap((step) => {
      if ('reading' in step.value) for (const id of step.value.passages) read.add(id);
      return placedChecksAt(draft, step).flatMap((question) =>
        question.value.evidence.flatMap((id, i) => {
          if (read.has(passageOf.get(id))) return [];
          const message = `no reading before this check shows the sentence ${quoted(id)}: put such a reading before the check`;
          return [warning(file, 'unread-evidence', evidencePath(file, question, i), message)];
        }),
      );
    }),
  );
}

/** Evidence that the author did not write follows from the claims. */
const evidencePath = ({ value }: CourseFile, { path }: PlacedCheck, i: number): Path =>
  valueAt(value, [...path, 'evidence']) === undefined
    ? [...path, 'claims']
    : [...path, 'evidence', i];

/** Languages that end sentences without a mark: Thai and Lao. */
const WITHOUT_MARKS = /^(?:th|lo)(?:-|$)/i;

/** The end of a sentence in any script, with optional closing quotation marks or brackets. */
const WHOLE = /\p{Sentence_Terminal}[\p{Pe}\p{Pf}\p{Quotation_Mark}]*$/u;

/** Evidence must be complete sentences, so that a marked sentence contains its source, hedge and condition. */
const brokenSentences = ({ sentences }: CourseDraft, language: string): Finding[] =>
  WITHOUT_MARKS.test(language)
    ? []
    : sentences.flatMap(({ file, items }) =>
        items.flatMap(({ value: { id, text }, path }) => {
          if (WHOLE.test(text) || /…$/.test(text)) return [];
          const message = `${quoted(id)} does not end like a sentence: evidence must be complete sentences, so write the complete sentence`;
          return [warning(file, 'whole-sentence', [...path, 'text'], message)];
        }),
      );

const ENDS = /\p{Sentence_Terminal}[\p{Pe}\p{Pf}\p{Quotation_Mark}]*(?=\s|$)/gu;

const MOST_SENTENCES = 3;

const longSummaries = (lessons: readonly DraftLesson[]): Finding[] =>
  lessons.flatMap(({ file, value: { soFar } }) => {
    const sentences = typeof soFar === 'string' ? (soFar.match(ENDS)?.length ?? 0) : 0;
    if (sentences <= MOST_SENTENCES) return [];
    const message = `'soFar' has ${sentences} sentences: shorten it to three, for those who begin here`;
    return [warning(file, 'long-so-far', ['soFar'], message)];
  });

/** The version of the program that first knew documents. */
const KNOWS_DOCUMENTS = '0.3.0';

function olderPrograms({ course, sources }: CourseDraft): Finding[] {
  const document = sources.items.find(({ value }) => value.type === 'document');
  const { needs = '0.0.0' } = course.value as { readonly needs?: string };
  const isStated = needs.localeCompare(KNOWS_DOCUMENTS, 'en', { numeric: true }) >= 0;
  if (!document || isStated) return [];
  const message = `programs before ${KNOWS_DOCUMENTS} do not know 'type: document': write 'needs: ${KNOWS_DOCUMENTS}' in course.yaml`;
  return [warning(sources.file, 'older-program', [...document.path, 'type'], message)];
}
