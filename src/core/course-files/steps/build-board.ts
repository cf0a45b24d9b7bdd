import type { Board, Check, Choice, Heading } from '../../course/course.js';
import type { Claim } from '../../course/ledger.js';
import { BUILT_IN_HEADINGS, type Misreading } from '../../course/vocabulary.js';
import type { HeadingValue, RowValue, SortValue } from '../schema/sort.js';

/** What the evidence and the truth of a row follow from. */
type Claims = { readonly claims: readonly Pick<Claim, 'id' | 'sentence' | 'content'>[] };

/** The board of a step without problems. Its rows are checks, and their choices are the headings. */
export function boardOf(value: SortValue, material: Claims): Board {
  const { sort: id, stem, rows, headings, allow } = value;
  const built = rows.map((row) => rowCheck(row, value, material));
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

/** The evidence of a row: what its author wrote, or else the sentences of its claims. */
function rowEvidence({ evidence, claims }: RowValue, material: Claims): string[] {
  if (evidence) return [...evidence];
  const of = material.claims.filter(({ id }) => claims.includes(id));
  return [...new Set(of.map(({ sentence }) => sentence))];
}

function rowCheck(row: RowValue, board: SortValue, material: Claims): Check {
  const { id, statement, skill, claims, allow } = row;
  const content = material.claims.find((claim) => claim.id === claims[0])?.content;
  return {
    kind: 'check',
    id,
    stem: `${board.stem} ${statement}`,
    skill,
    claims,
    evidence: rowEvidence(row, material),
    truth: row.truth ?? content ?? statement,
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
