import type { Problem } from '../../course/problem.js';
import { type CourseFile, type Path, problemAt, quoted } from '../course-file.js';
import { doubles, reference } from '../ids.js';
import type { Located } from '../listing.js';
import type { RowValue, SortValue } from '../schema/sort.js';
import { headingOf, misreadingBetween } from './build-board.js';
import { claimReferences, evidenceReferences } from './check-errors.js';
import type { Surroundings } from './surroundings.js';

type LocatedBoard = Located<SortValue>;

/** Problems of a sort board: headings that occur twice or stay empty, rows that refer to what there is not. */
export function boardProblems(
  file: CourseFile,
  board: LocatedBoard,
  around: Surroundings,
): Problem[] {
  const { value, path } = board;
  const ids = value.headings.map((heading, i) => ({
    value: headingOf(heading).id,
    path: [...path, 'headings', i],
  }));
  const headings = { file, ids, known: true };
  return [
    ...doubles('heading', [headings]),
    ...ids.flatMap(({ value: id, path: at }) => emptyHeading(file, id, value, at)),
    ...value.headings.flatMap((heading, i) =>
      namesProblem(file, heading, [...path, 'headings', i], around),
    ),
    ...value.rows.flatMap((row, i) => {
      const at = [...path, 'rows', i];
      return [
        ...reference(file, 'heading', row.heading, [...at, 'heading'], headings),
        ...(row.wrong
          ? reference(file, 'heading', row.wrong.heading, [...at, 'wrong', 'heading'], headings)
          : []),
        ...rowProblems(file, { value: row, path: at }, value, around),
      ];
    }),
  ];
}

function emptyHeading(file: CourseFile, id: string, { rows }: SortValue, path: Path): Problem[] {
  if (rows.some(({ heading }) => heading === id)) return [];
  const message = `no row belongs under ${quoted(id)}: take the heading out, or write 'heading: ${id}' in a row`;
  return [problemAt(file, { path, rule: 'empty-heading', message })];
}

function namesProblem(
  file: CourseFile,
  heading: SortValue['headings'][number],
  path: Path,
  { lists }: Surroundings,
): Problem[] {
  const { names } = headingOf(heading);
  return names === undefined
    ? []
    : reference(file, 'source', names, [...path, 'names'], lists.sources);
}

function rowProblems(
  file: CourseFile,
  { value, path }: Located<RowValue>,
  board: SortValue,
  { lists, sentences }: Surroundings,
): Problem[] {
  return [
    ...claimReferences(file, value, path, lists),
    ...evidenceReferences(file, value.evidence ?? [], path, sentences),
    ...derivedProblems(file, value, path),
    ...misreadingProblems(file, value, board, path),
  ];
}

/** Without claims there is no evidence, and without exactly one claim there is no truth to derive. */
function derivedProblems(
  file: CourseFile,
  { claims, evidence, truth }: RowValue,
  path: Path,
): Problem[] {
  const missing = (field: string, line: string): Problem =>
    problemAt(file, {
      path,
      rule: 'missing-field',
      message: `'${field}' is missing here: add '${line}'`,
    });
  return [
    ...(claims.length === 0 && !evidence ? [missing('evidence', 'evidence: [<sentence>]')] : []),
    ...(claims.length !== 1 && truth === undefined ? [missing('truth', 'truth: <sentence>')] : []),
  ];
}

/** A wrong heading needs a misreading: from the two headings, from the row, or from the board. */
function misreadingProblems(
  file: CourseFile,
  row: RowValue,
  board: SortValue,
  path: Path,
): Problem[] {
  const without = board.headings
    .map((heading) => headingOf(heading).id)
    .filter((id) => id !== row.heading)
    .filter((id) => !(row.wrong?.heading === id && row.wrong.misreading))
    .filter((id) => misreadingBetween(row.heading, id) === undefined && !board.misreading);
  if (without.length === 0) return [];
  const message = `those who choose ${without.map(quoted).join(' or ')} here need a misreading: write 'misreading: wrong-source', or another one, above the rows`;
  return [problemAt(file, { path, rule: 'misreading', message })];
}
