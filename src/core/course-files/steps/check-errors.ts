import type { Problem } from '../../course/problem.js';
import { type CourseFile, type Path, problemAt } from '../course-file.js';
import type { CourseDraft } from '../draft.js';
import { doubles, type Ids, reference } from '../ids.js';
import type { Located } from '../listing.js';
import type { CheckValue } from '../schema/lesson.js';

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

function choiceProblems(file: CourseFile, check: CheckValue, path: Path, sources: Ids): Problem[] {
  const ids = check.choices.map(({ id }, i) => ({
    value: id,
    path: [...path, 'choices', i, 'id'],
  }));
  const choices = { file, ids, known: true };
  const wrong = [
    ...doubles('choice', [choices]),
    ...reference(file, 'choice', check.key, [...path, 'key'], choices),
  ];
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

/** A wrong choice needs `open: true` if its misreading is `overlooked`, and must not have it otherwise. */
function openProblem(
  file: CourseFile,
  { id, open = false, misreading }: CheckValue['choices'][number],
  key: string,
  path: Path,
): Problem[] {
  if (id === key || open === (misreading === 'overlooked')) return [];
  const message = open
    ? "a wrong choice with 'open: true' has one misreading: write 'misreading: overlooked'"
    : "'overlooked' is for the choice that says that the article does not say: add 'open: true', or write another misreading";
  return [problemAt(file, { path, rule: 'misreading', message })];
}
