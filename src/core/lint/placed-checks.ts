import type { CourseDraft, DraftLesson } from '../course-files/draft.js';
import { sentencesOf } from '../course-files/ids.js';
import type { Located } from '../course-files/listing.js';
import type { CheckValue, StepValue } from '../course-files/schema/lesson.js';
import type { SortValue } from '../course-files/schema/sort.js';
import { boardOf } from '../course-files/steps/build-board.js';
import { inTextOrder, spanOf } from '../course-files/steps/in-text.js';
import { memoize } from '../memoize.js';
import type { TextCheck } from './rule.js';

/** How a question is answered: with a text, in the text itself, or with a heading for the row of a sort board. */
export type CheckKind = 'texts' | 'in-text' | 'row';

/** A question of a lesson: a check, or a row of a sort board. The stem of a row is the board's stem with the statement. */
export type PlacedCheck = Located<TextCheck> & {
  readonly kind: CheckKind;
  readonly row?: RowOfBoard;
};

export type RowOfBoard = {
  readonly board: Located<SortValue>;
  /** The position among the rows of the board, from 0. */
  readonly index: number;
};

/** All questions of a lesson, in order. Leaves out checks with mixed kinds of choices, which are errors. */
export const placedChecks = (draft: CourseDraft, { steps }: DraftLesson): PlacedCheck[] =>
  steps.items.flatMap((step) => placedChecksAt(draft, step));

export function placedChecksAt(
  draft: CourseDraft,
  { value, path }: Located<StepValue>,
): PlacedCheck[] {
  if ('sort' in value) return rowsOf({ value, path });
  return 'check' in value ? checkAt(draft, { value, path }) : [];
}

const sentenceTexts = memoize(
  (draft: CourseDraft): ReadonlyMap<string, string> => sentencesOf(draft).texts,
);

function checkAt(draft: CourseDraft, { value, path }: Located<CheckValue>): PlacedCheck[] {
  const texts = sentenceTexts(draft);
  const inText = value.choices.every((choice) => choice.text === undefined);
  const choices = value.choices.flatMap((choice) => {
    const text = choice.text ?? choice.words ?? texts.get(choice.sentence ?? '');
    return text === undefined ? [] : [{ ...choice, text }];
  });
  if (choices.length < value.choices.length) return [];
  if (!inText && value.choices.some(({ text }) => text === undefined)) return [];
  return [{ value: { ...value, choices }, path, kind: inText ? 'in-text' : 'texts' }];
}

function rowsOf(board: Located<SortValue>): PlacedCheck[] {
  return boardOf(board.value).rows.map(
    ({ id, stem, skill, truth, key, claims, evidence, choices }, index) => ({
      value: {
        check: id,
        stem,
        skill,
        truth,
        key,
        claims: [...claims],
        evidence: [...evidence],
        choices: [...choices],
      },
      path: [...board.path, 'rows', index],
      kind: 'row',
      row: { board, index },
    }),
  );
}

/** The question with its choices in the order in which an author or the text puts them. */
export function asPlayed(draft: CourseDraft, { value, kind }: PlacedCheck): TextCheck {
  if (kind !== 'in-text') return value;
  const texts = sentenceTexts(draft);
  const compare = inTextOrder(texts);
  const placed = value.choices.map((choice) => ({
    choice,
    span: spanOf(choice, value.evidence, texts),
  }));
  placed.sort((a, b) => (a.span && b.span ? compare(a.span, b.span) : 0));
  return { ...value, choices: placed.map(({ choice }) => choice) };
}
