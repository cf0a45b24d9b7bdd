import { orderedChoices } from '../../choice-order.js';
import type { Board, Check, Choice } from '../../course/course.js';
import type { CourseMaterial } from '../../course/ledger.js';
import { checksAt, type Stop } from '../../live-room/stop.js';
import { questionLabel, READ_LABEL } from '../../messages/live-room/stop.js';
import { statementOf } from '../asked.js';
import { sentenceParts } from '../in-text.js';
import type { QuestionStop, RowView, TextStop } from './person-view.js';

/** A stop as it is for everyone. */
export type ShownStop = TextStop | ShownQuestion;

export type ShownQuestion = Omit<QuestionStop, 'round' | 'canAnswer' | 'rows'> & {
  readonly rows: readonly StopRow[];
};

export type StopRow = Omit<RowView, 'chosen' | 'firstChosen' | 'verdict'>;

/** @param code decides the order of the choices */
export function shownStops(
  stops: readonly Stop[],
  material: CourseMaterial,
  code: string,
): ShownStop[] {
  const counts = stops.map((stop) => checksAt(stop).length);
  const before = (at: number): number => counts.slice(0, at).reduce((sum, n) => sum + n, 0);
  return stops.map((stop, at) => {
    const label = questionLabel(before(at) + 1, counts[at] ?? 0, before(stops.length));
    return shownStop(stop, { at, label }, material, code);
  });
}

function shownStop(
  { lesson, step, passages }: Stop,
  { at, label }: { readonly at: number; readonly label: string },
  material: CourseMaterial,
  code: string,
): ShownStop {
  const base = { stop: at, lesson, step: step.id, passages };
  if (step.kind === 'reading') {
    const { lookFor } = step;
    return { ...base, kind: 'text', label: READ_LABEL, ...(lookFor !== undefined && { lookFor }) };
  }
  const question = { ...base, label, kind: 'question', stem: step.stem } as const;
  return step.kind === 'board'
    ? { ...question, isBoard: true, rows: boardRows(step) }
    : { ...question, rows: [shownRow(step, passages, material, code)] };
}

const boardRows = ({ headings, rows }: Board): StopRow[] =>
  rows.map((row) => ({
    check: row.id,
    statement: statementOf(row),
    choices: headings.map(({ id, text }) => ({ id, text })),
  }));

function shownRow(
  check: Check,
  passages: readonly string[],
  material: CourseMaterial,
  code: string,
): StopRow {
  const choices = orderedChoices(check, code);
  const sentences = sentencesInSight(check, choices, passages, material);
  return {
    check: check.id,
    choices: choices.map(({ id, text }) => ({ id, text })),
    ...(check.inText === 'words' && { parts: sentenceParts(choices, material) }),
    ...(sentences && { sentences }),
  };
}

/** The sentence of each choice; undefined if the choices are no sentences, or if they are out of sight. */
function sentencesInSight(
  { inText }: Check,
  choices: readonly Choice[],
  passages: readonly string[],
  material: CourseMaterial,
): string[] | undefined {
  if (inText !== 'sentences') return undefined;
  const inSight = material.passages
    .filter(({ id }) => passages.includes(id))
    .flatMap((passage) => passage.sentences.map(({ id }) => id));
  const sentences = choices.flatMap(({ span }) => span?.sentence ?? []);
  return sentences.every((id) => inSight.includes(id)) ? sentences : undefined;
}
