import { type CourseFile, type Path, quoted } from '../course-files/course-file.js';
import type { Draft, DraftLesson } from '../course-files/draft.js';
import type { Placed } from '../course-files/listing.js';
import type { ClaimValue } from '../course-files/schema/ledger.js';
import type { CheckValue } from '../course-files/schema/lesson.js';
import type { Finding } from './finding.js';
import { isCheck } from './run-rules.js';

export const USAGE_RULES = [
  'unexercised',
  'exercised',
  'unused-source',
  'unshown-passage',
  'unread-evidence',
  'whole-sentence',
] as const;
type UsageRule = (typeof USAGE_RULES)[number];

/** What each warns of, in one line. */
export const USAGE_ABOUT: Readonly<Record<UsageRule, string>> = {
  unexercised: 'No check asks about a claim, and it does not say `exercise: no`.',
  exercised: 'A claim says `exercise: no`, and a check asks about it.',
  'unused-source': 'Nothing in the ledger or the lessons is by a source.',
  'unshown-passage': 'No reading shows a passage.',
  'unread-evidence': 'A check asks about a sentence that no reading before it shows.',
  'whole-sentence': 'A sentence of a passage does not end like one.',
};

/**
 * What hangs together badly in a course that could be opened all the same: claims that nothing asks about, sources
 * that nobody needs, checks on what was not read. Of a course with errors nothing can be said here.
 */
export function usageFindings(draft: Draft, language: string): Finding[] {
  const lessons = listedLessons(draft);
  const checks = lessons.flatMap((lesson) => lesson.steps.items.filter(isCheck));
  return [
    ...unexercised(draft, checks),
    ...unusedSources(draft, checks),
    ...unshownPassages(draft, lessons),
    ...unreadEvidence(draft, lessons),
    ...brokenSentences(draft, language),
  ];
}

/** In the course's order. */
const listedLessons = ({ listed, lessons }: Draft): DraftLesson[] =>
  listed.items.flatMap(({ at }) => lessons.filter(({ id }) => id === at));

const warning = (file: CourseFile, rule: UsageRule, path: Path, message: string): Finding => ({
  file,
  severity: 'warning',
  rule,
  path,
  message,
});

/** A check on one of several claims that are alike asks about all of them. */
function unexercised({ claims }: Draft, checks: readonly Placed<CheckValue>[]): Finding[] {
  const asked = new Set(checks.flatMap(({ at }) => at.claims));
  const groups = new Set(
    claims.items.flatMap(({ at }) => (asked.has(at.id) && at.alike ? [at.alike] : [])),
  );
  const isAsked = ({ id, alike }: ClaimValue): boolean =>
    asked.has(id) || (alike !== undefined && groups.has(alike));
  return claims.items.flatMap(({ at, path }) => {
    if (at.exercise === 'no')
      return asked.has(at.id)
        ? [
            warning(
              claims.file,
              'exercised',
              [...path, 'exercise'],
              `a check asks about ${quoted(at.id)}: take out 'exercise: no'`,
            ),
          ]
        : [];
    if (isAsked(at)) return [];
    const message = `no check asks about the claim ${quoted(at.id)}: write one, or mark it 'exercise: no' with 'why'`;
    return [warning(claims.file, 'unexercised', [...path, 'id'], message)];
  });
}

function unusedSources(
  { sources, claims }: Draft,
  checks: readonly Placed<CheckValue>[],
): Finding[] {
  const used = new Set([
    ...claims.items.flatMap(({ at }) => [at.source, at.actor, at.target]),
    ...checks.flatMap(({ at }) => at.choices.map(({ names }) => names)),
  ]);
  return sources.items
    .filter(({ at }) => !used.has(at.id))
    .map(({ at, path }) =>
      warning(
        sources.file,
        'unused-source',
        [...path, 'id'],
        `nothing in the ledger or the lessons is by ${quoted(at.id)}: take it out`,
      ),
    );
}

function unshownPassages({ passages }: Draft, lessons: readonly DraftLesson[]): Finding[] {
  const shown = new Set(lessons.flatMap(passagesShown));
  return passages.items
    .filter(({ at }) => !shown.has(at.id))
    .map(({ at, path }) =>
      warning(
        passages.file,
        'unshown-passage',
        [...path, 'id'],
        `no reading shows the passage ${quoted(at.id)}: add it to one`,
      ),
    );
}

const passagesShown = ({ steps }: DraftLesson): string[] =>
  steps.items.flatMap(({ at }) => ('reading' in at ? at.passages : []));

/** In the order of the course: a lesson may ask about what an earlier one has shown. */
function unreadEvidence({ passages }: Draft, lessons: readonly DraftLesson[]): Finding[] {
  const passageOf = new Map(
    passages.items.flatMap(({ at }) => at.sentences.map(({ id }) => [id, at.id] as const)),
  );
  const read = new Set<string | undefined>();
  return lessons.flatMap(({ file, steps }) =>
    steps.items.flatMap((step) => {
      if (isCheck(step))
        return step.at.evidence.flatMap((id, i) =>
          read.has(passageOf.get(id))
            ? []
            : [
                warning(
                  file,
                  'unread-evidence',
                  [...step.path, 'evidence', i],
                  `no reading before this check shows the sentence ${quoted(id)}: put one before it`,
                ),
              ],
        );
      if ('reading' in step.at) for (const id of step.at.passages) read.add(id);
      return [];
    }),
  );
}

/** Written without a mark at the end of a sentence. */
const WITHOUT_MARKS = /^(?:th|lo)(?:-|$)/i;

/** Ends like a sentence, in any script, perhaps within quotation marks or brackets. */
const WHOLE = /\p{Sentence_Terminal}[\p{Pe}\p{Pf}\p{Quotation_Mark}]*$/u;

/** Evidence is whole sentences, so that source, hedge and condition stay inside what is marked. */
const brokenSentences = ({ passages }: Draft, language: string): Finding[] =>
  WITHOUT_MARKS.test(language)
    ? []
    : passages.items.flatMap(({ at, path }) =>
        at.sentences.flatMap((sentence, i) =>
          WHOLE.test(sentence.text) || /…$/.test(sentence.text)
            ? []
            : [
                warning(
                  passages.file,
                  'whole-sentence',
                  [...path, 'sentences', i, 'text'],
                  `${quoted(sentence.id)} does not end like a sentence: evidence is whole sentences, write all of it`,
                ),
              ],
        ),
      );
