import type { Problem } from '../../course/problem.js';
import { nearest } from '../../text/nearest-word.js';
import { foldedText } from '../../text/sanitize.js';
import { type CourseFile, type Path, problemAt, quoted } from '../course-file.js';
import { reference } from '../ids.js';
import type { Located } from '../listing.js';
import type { RowValue, SortValue } from '../schema/sort.js';
import { headingOf, misreadingBetween } from './build-board.js';
import { claimReferences, evidenceReferences, proofProblems } from './check-errors.js';
import type { StepSurroundings } from './surroundings.js';

/** Problems of a sort board: headings that occur twice or stay empty, rows that refer to what there is not. */
export function boardProblems(
  file: CourseFile,
  board: Located<SortValue>,
  around: StepSurroundings,
): Problem[] {
  const { value, path } = board;
  const at = (i: number): Path => [...path, 'headings', i];
  return [
    ...value.headings.flatMap((heading, i) => [
      ...doubleHeading(file, value, i, at(i)),
      ...emptyHeading(file, headingOf(heading).id, value, at(i)),
      ...namesProblem(file, headingOf(heading).names, at(i), around),
    ]),
    ...misreadingProblem(file, board),
    ...value.rows.flatMap((row, i) =>
      rowProblems(file, { value: row, path: [...path, 'rows', i] }, value, around),
    ),
  ];
}

/** Two headings with one id, or with one text, are one heading. */
function doubleHeading(
  file: CourseFile,
  { headings }: SortValue,
  i: number,
  path: Path,
): Problem[] {
  const all = headings.map(headingOf);
  const { id = '', text = '' } = all[i] ?? {};
  const same = all.slice(0, i).find((other) => other.id === id || sameText(other.text, text));
  if (!same) return [];
  const name = same.id === id ? id : text;
  const message = `the heading ${quoted(name)} occurs twice: take this one out`;
  return [problemAt(file, { path, rule: 'double-heading', message })];
}

const sameText = (a: string, b: string): boolean =>
  foldedText(a).toLowerCase() === foldedText(b).toLowerCase();

/** No problem if the heading of a row is unknown: it may stand for this one. */
function emptyHeading(
  file: CourseFile,
  id: string,
  { headings, rows }: SortValue,
  path: Path,
): Problem[] {
  const ids = headings.map((heading) => headingOf(heading).id);
  if (rows.some(({ heading }) => heading === id || !ids.includes(heading))) return [];
  const message = `no row belongs under ${quoted(id)}: write 'heading: ${id}' in a row, or take the heading out`;
  return [problemAt(file, { path, rule: 'empty-heading', message })];
}

const namesProblem = (
  file: CourseFile,
  names: string | undefined,
  path: Path,
  { lists }: StepSurroundings,
): Problem[] =>
  names === undefined ? [] : reference(file, 'source', names, [...path, 'names'], lists.sources);

function rowProblems(
  file: CourseFile,
  { value, path }: Located<RowValue>,
  { headings }: SortValue,
  { lists, sentences }: StepSurroundings,
): Problem[] {
  const ids = headings.map((heading) => headingOf(heading).id);
  return [
    ...headingProblem(file, value.heading, [...path, 'heading'], ids),
    ...wrongHeadingProblem(file, value, path, ids),
    ...claimReferences(file, value, path, lists),
    ...evidenceReferences(file, value.evidence, path, sentences),
    ...proofProblems(file, 'row', { value, path }),
  ];
}

function headingProblem(
  file: CourseFile,
  id: string,
  path: Path,
  ids: readonly string[],
): Problem[] {
  if (ids.includes(id)) return [];
  const suggestion = nearest(id, ids);
  const help = suggestion ? `did you mean ${quoted(suggestion)}?` : `write ${eitherOf(ids)}`;
  const message = `the board has no heading ${quoted(id)}: ${help}`;
  return [problemAt(file, { path, rule: 'unknown-reference', message })];
}

/** "'done'", "'done' or 'denied'", "'done', 'offered' or 'denied'". */
const eitherOf = (ids: readonly string[]): string =>
  [...new Set(ids)]
    .map(quoted)
    .join(', ')
    .replace(/, (?=[^,]*$)/, ' or ');

function wrongHeadingProblem(
  file: CourseFile,
  { heading, wrong }: RowValue,
  path: Path,
  ids: readonly string[],
): Problem[] {
  if (!wrong) return [];
  const at = [...path, 'wrong', 'heading'];
  if (wrong.heading !== heading) return headingProblem(file, wrong.heading, at, ids);
  const others = eitherOf(ids.filter((id) => id !== heading));
  const message = `${quoted(heading)} is the right heading of this row: write a wrong heading here, ${others}`;
  return [problemAt(file, { path: at, rule: 'unknown-reference', message })];
}

/** A wrong heading needs a misreading: from the two headings, from the row, or from the board. */
function misreadingProblem(file: CourseFile, { value, path }: Located<SortValue>): Problem[] {
  if (value.misreading) return [];
  const ids = value.headings.map((heading) => headingOf(heading).id);
  const without = (row: RowValue): string[] =>
    ids.filter(
      (id) =>
        ids.includes(row.heading) &&
        id !== row.heading &&
        !(row.wrong?.heading === id && row.wrong.misreading) &&
        misreadingBetween(row.heading, id) === undefined,
    );
  if (value.rows.every((row) => without(row).length === 0)) return [];
  const message =
    "headings of your own need a misreading, the error of those who choose a wrong heading: write 'misreading: wrong-source', or another misreading, above the headings";
  return [problemAt(file, { path, rule: 'misreading', message })];
}
