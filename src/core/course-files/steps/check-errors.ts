import type { Problem } from '../../course/problem.js';
import { listed } from '../../text/english.js';
import { type CourseFile, type Path, problemAt, quoted } from '../course-file.js';
import type { CourseDraft } from '../draft.js';
import { doubles, type Ids, reference } from '../ids.js';
import type { Located } from '../listing.js';
import type { CheckValue } from '../schema/lesson.js';
import { possibleKeys } from '../short-form/right-choice.js';

/** What a check refers to, and its choices. */
export function checkProblems(
  file: CourseFile,
  { value, path }: Located<CheckValue>,
  lists: CourseDraft,
  sentences: Ids,
): Problem[] {
  return [
    ...claimReferences(file, value, path, lists),
    ...evidenceReferences(file, value.evidence, path, sentences),
    ...proofProblems(file, 'check', { value, path }),
    ...choiceProblems(file, value, path, lists.sources),
  ];
}

export const claimReferences = (
  file: CourseFile,
  { claims }: { readonly claims: readonly string[] },
  path: Path,
  lists: CourseDraft,
): Problem[] =>
  claims.flatMap((id, i) => reference(file, 'claim', id, [...path, 'claims', i], lists.claims));

export const evidenceReferences = (
  file: CourseFile,
  evidence: readonly string[],
  path: Path,
  sentences: Ids,
): Problem[] =>
  evidence.flatMap((id, i) => reference(file, 'sentence', id, [...path, 'evidence', i], sentences));

/** Evidence and truth that the author did not write, and that do not follow from the claims. */
export function proofProblems(
  file: CourseFile,
  noun: 'check' | 'row',
  {
    value: { claims, evidence, truth },
    path,
  }: Located<Pick<CheckValue, 'claims' | 'evidence' | 'truth'>>,
): Problem[] {
  const missing = (field: string, line: string): Problem =>
    problemAt(file, {
      path,
      rule: 'missing-field',
      message: `a ${noun} ${claims.length === 0 ? 'without' : `with ${claims.length}`} claims needs its own '${field}': write '${line}'`,
    });
  return [
    ...(claims.length === 0 && evidence.length === 0
      ? [missing('evidence', 'evidence: [<sentence id>]')]
      : []),
    ...(claims.length !== 1 && truth === '' ? [missing('truth', 'truth: …')] : []),
  ];
}

function choiceProblems(file: CourseFile, check: CheckValue, path: Path, sources: Ids): Problem[] {
  const ids = check.choices.map(({ id }, i) => ({
    value: id,
    path: [...path, 'choices', i, 'id'],
  }));
  const choices = { file, ids, known: true };
  const wrong = [...doubles('choice', [choices]), ...keyProblems(file, check, path, choices)];
  return [
    ...wrong,
    ...check.choices.flatMap((choice, i) => [
      // Without a key, which choices are wrong is not known.
      ...(wrong.length > 0
        ? []
        : misreadingProblem(file, choice, check.key, [...path, 'choices', i])),
      ...(wrong.length > 0 ? [] : openProblem(file, choice, check.key, [...path, 'choices', i])),
      ...(choice.names === undefined
        ? []
        : reference(file, 'source', choice.names, [...path, 'choices', i, 'names'], sources)),
    ]),
  ];
}

/** The key is missing, and does not follow; or no choice has its id. */
function keyProblems(file: CourseFile, check: CheckValue, path: Path, choices: Ids): Problem[] {
  const { key } = check;
  if (key === '')
    return [problemAt(file, { path, rule: 'misreading', message: noKey(check.choices) })];
  return reference(file, 'choice', key, [...path, 'key'], choices);
}

/** Why no choice is the key, where the author did not name it. */
function noKey(choices: CheckValue['choices']): string {
  const possible = possibleKeys(choices);
  if (possible.length === 0)
    return "every choice has a 'misreading', so no choice is right: take the line out of the right choice";
  const ids = listed(possible.map(({ id }) => quoted(id)));
  return possible.every(({ open }) => open)
    ? `${ids} are open and have no 'misreading', so each could be right: keep only one of them`
    : `${ids} have no 'misreading', so each could be right: write one in each wrong choice, such as 'misreading: wrong-source'`;
}

function misreadingProblem(
  file: CourseFile,
  { id, misreading }: CheckValue['choices'][number],
  key: string,
  path: Path,
): Problem[] {
  if ((misreading === undefined) === (id === key)) return [];
  const message =
    id === key
      ? `this choice is the key, so it has no misreading: take the line out, or name another choice in 'key: …'`
      : `this choice is not the key (${key}), so it needs a misreading: write one, such as 'misreading: wrong-source'`;
  return [problemAt(file, { path, rule: 'misreading', message })];
}

/** A wrong choice that is `open` has the misreading `overlooked`. Of the others, only words of the story may have it. */
function openProblem(
  file: CourseFile,
  { id, open = false, misreading, words }: CheckValue['choices'][number],
  key: string,
  path: Path,
): Problem[] {
  if (id === key || open === (misreading === 'overlooked')) return [];
  if (!open && words !== undefined) return [];
  const message = open
    ? "a wrong choice with 'open: true' has one misreading: write 'misreading: overlooked'"
    : "only an open choice, or one with 'words', can have the misreading 'overlooked': add 'open: true' if the choice says that the article gives no answer, or write another misreading";
  return [problemAt(file, { path, rule: 'misreading', message })];
}
