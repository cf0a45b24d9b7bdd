import type { Path } from '../course-files/course-file.js';
import type { CourseDraft, DraftLesson } from '../course-files/draft.js';
import type { Located } from '../course-files/listing.js';
import type { StepValue } from '../course-files/schema/lesson.js';
import { ITEM_RULES } from './all-rules.js';
import type { Finding } from './finding.js';
import { type PlacedCheck, placedChecksAt } from './placed-checks.js';
import {
  type Around,
  type Item,
  type ItemFault,
  type ItemKind,
  type ItemLedger,
  keyOf,
  type OtherItem,
} from './rule.js';
import { allOfTheAbove } from './rules/all-of-the-above.js';
import { lessonsInOrder, shownBefore } from './shown/shown-before.js';
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

/** What the questions of a course share. */
type Shared = Language & { readonly ledger: ItemLedger };

/** Applies the rules of item writing to the questions of a course, except to those with a text that is too long. */
export function lintItems(draft: CourseDraft, language: Language): Finding[] {
  const lessons = lessonsInOrder(draft);
  const asked = askedBefore(draft, language.wording);
  const shared = { ...language, ledger: ledgerOf(draft) };
  return lessons.flatMap((lesson, i) =>
    judgedIn(draft, lesson, lessons.slice(0, i), shared, asked).flatMap((judged) =>
      faultsOf(lesson, judged),
    ),
  );
}

const ledgerOf = ({ claims, sources, sentences }: CourseDraft): ItemLedger => ({
  claims: claims.items.map(({ value }) => value),
  sources: sources.items.map(({ value }) => value),
  sentences: new Set(sentences.flatMap(({ ids }) => ids.map(({ value }) => value))),
});

function judgedIn(
  draft: CourseDraft,
  lesson: DraftLesson,
  before: readonly DraftLesson[],
  shared: Shared,
  asked: (question: PlacedCheck, lesson: string) => Around['earlier'],
): Judged[] {
  const steps = lesson.steps.items.filter(({ value }) => !isTooLong(value));
  const shown = shownBefore(draft, lesson, before);
  const all = steps
    .flatMap((step) => placedChecksAt(draft, step))
    .map(({ value }) => ({ id: value.check, item: value }));
  return steps.flatMap((step) => [
    ...judgedBoard(step, shared),
    ...placedChecksAt(draft, step).map((question) =>
      judgedCheck(question, {
        ...shared,
        kind: question.kind,
        others: othersFor(question, all),
        earlier: asked(question, lesson.id),
        shown: shown(step),
      }),
    ),
  ]);
}

/**
 * Remembers the questions that it is asked about, and returns those before with the same right choice. Nobody is asked
 * the questions of a lesson that the course does not list.
 */
function askedBefore({ listed }: CourseDraft, wording: Wording) {
  const byKey = new Map<string, OtherItem[]>();
  return ({ value }: PlacedCheck, lesson: string): Around['earlier'] => {
    if (!listed.items.some((item) => item.value === lesson)) return () => [];
    const key = wording.content(keyOf(value)?.text ?? '').join(' ');
    const asked = byKey.get(key) ?? [];
    const before = asked.length;
    asked.push({ id: `${lesson}/${value.check}`, item: value });
    byKey.set(key, asked);
    return () => asked.slice(0, before);
  };
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
    pathOf: ({ path: [part = '', i] }) => {
      if (part === 'choices') return [...path, ...(own[Number(i)] ?? [])];
      return [...path, part === 'evidence' || part === 'claims' ? part : 'statement'];
    },
  };
}

/** The stem of a board is judged once, not with each row. */
const judgedBoard = ({ value, path }: Located<StepValue>, shared: Shared): Judged[] =>
  'sort' in value
    ? [
        {
          kind: 'board',
          item: { stem: value.stem, choices: [], key: '', claims: [], evidence: [] },
          around: { ...shared, kind: 'board', others: [], earlier: () => [], shown: () => [] },
          pathOf: (fault) => [...path, ...fault.path],
        },
      ]
    : [];

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
