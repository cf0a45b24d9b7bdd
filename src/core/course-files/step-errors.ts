import type { Problem } from '../course/problem.js';
import { type CourseFile, type Path, problemAt } from './course-file.js';
import type { CourseDraft } from './draft.js';
import { doubles, type Ids, reference } from './ids.js';
import type { Located } from './listing.js';
import type { CheckValue, ReadingValue } from './schema/lesson.js';

export function stepProblems(
  file: CourseFile,
  { value, path }: Located<CheckValue | ReadingValue>,
  lists: CourseDraft,
  sentences: Ids,
): Problem[] {
  if ('reading' in value)
    return value.passages.flatMap((id, i) =>
      reference(file, 'passage', id, [...path, 'passages', i], lists.passages),
    );
  return [
    ...value.claims.flatMap((id, i) =>
      reference(file, 'claim', id, [...path, 'claims', i], lists.claims),
    ),
    ...value.evidence.flatMap((id, i) =>
      reference(file, 'sentence', id, [...path, 'evidence', i], sentences),
    ),
    ...choiceProblems(file, value, path, lists.sources),
  ];
}

function choiceProblems(file: CourseFile, check: CheckValue, path: Path, sources: Ids): Problem[] {
  const ids = check.choices.map(({ id }, i) => ({
    value: id,
    path: [...path, 'choices', i, 'id'],
  }));
  const choices = { file, ids, known: true };
  return [
    ...doubles('choice', [choices]),
    ...reference(file, 'choice', check.key, [...path, 'key'], choices),
    ...check.choices.flatMap((choice, i) => [
      ...misreadingProblem(file, choice, check.key, [...path, 'choices', i]),
      ...openProblem(file, choice, check.key, [...path, 'choices', i]),
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
      ? 'the right choice stands for no misreading: take it out'
      : "a wrong choice needs a 'misreading': the error of one who picks it";
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
    ? "a wrong choice with 'open: true' stands for the misreading overlooked: name that one"
    : "only a choice which says that the article does not tell is overlooked: add 'open: true', or name another misreading";
  return [problemAt(file, { path, rule: 'misreading', message })];
}
