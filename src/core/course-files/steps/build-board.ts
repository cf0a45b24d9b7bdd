import type { Board, Check, Choice, Heading } from '../../course/course.js';
import { BUILT_IN_HEADINGS, type Misreading } from '../../course/vocabulary.js';
import type { HeadingValue, RowValue, SortValue } from '../schema/sort.js';

/** The board of a step without problems. Its rows are checks, and their choices are the headings. */
export function boardOf(value: SortValue): Board {
  const { sort: id, stem, rows, headings, allow } = value;
  const built = rows.map((row) => rowCheck(row, value));
  return {
    kind: 'board',
    id,
    stem,
    headings: headings.map(headingOf),
    rows: built,
    ...(allow && { allow }),
  };
}

/** The text of a built-in heading is its id. */
export const headingOf = (value: HeadingValue): Heading & { readonly names?: string } =>
  typeof value === 'string' ? { id: value, text: value } : value;

function rowCheck(row: RowValue, board: SortValue): Check {
  const { id, statement, skill, claims, evidence, truth, allow } = row;
  return {
    kind: 'check',
    id,
    stem: `${board.stem} ${statement}`,
    skill,
    claims,
    evidence,
    truth,
    key: row.heading,
    row: { board: board.sort, stem: board.stem, statement },
    ordered: true,
    choices: board.headings.map((heading) => choiceOf(headingOf(heading), row, board)),
    ...(allow && { allow }),
  };
}

function choiceOf(heading: ReturnType<typeof headingOf>, row: RowValue, board: SortValue): Choice {
  if (heading.id === row.heading) return { ...heading, feedback: row.feedback };
  const wrong = row.wrong?.heading === heading.id ? row.wrong : undefined;
  const misreading =
    wrong?.misreading ?? board.misreading ?? misreadingBetween(row.heading, heading.id);
  return {
    ...heading,
    feedback: wrong?.feedback ?? row.feedback,
    ...(misreading && { misreading }),
  };
}

const NOT_DONE_YET: readonly string[] = ['threatened', 'demanded', 'offered'];

/** The misreading of those who put a statement under the second built-in heading instead of the first. */
export function misreadingBetween(right: string, chosen: string): Misreading | undefined {
  const known: readonly string[] = BUILT_IN_HEADINGS;
  if (!known.includes(right) || !known.includes(chosen)) return undefined;
  return chosen === 'done' && NOT_DONE_YET.includes(right) ? 'threatened-as-done' : 'wrong-measure';
}
