import type { Board, Lesson } from '../course/course.js';
import { HABITS, TRAPS } from '../course/habits.js';
import type { CourseMaterial } from '../course/ledger.js';
import {
  boardLabel,
  boardMissedText,
  boardScoreText,
  notUnder,
  PUT_AGAIN,
  trapsText,
} from '../messages/lesson.js';
import {
  askText,
  CORRECTED,
  NOT_ANSWERED,
  questionId,
  VERDICT_MENDED,
} from '../messages/verdict.js';
import type { BoardScene, JudgedRow, OpenBoard, OpenRow } from '../scene/board.js';
import { highlightOf } from '../scene/scene.js';
import { hintsFor, type State } from '../state/state.js';
import { statementOf } from './asked.js';
import { hintTexts, mostCommon } from './hints.js';
import { trapToName } from './second-look.js';
import { type Explanation, explanationOf, type MoreOfVerdict, otherReasons } from './verdict.js';

/** A heading with the digit that puts a statement under it. */
export type NumberedHeading = { readonly number: number; readonly text: string };

export type RowMark = 'right' | 'wrong' | 'none';

export type OpenRowView = {
  readonly id: string;
  readonly statement: string;
  /** Only at the second try. */
  readonly mark: RowMark;
  /** Whether it is right already and cannot be changed. */
  readonly isFixed: boolean;
  readonly placed?: NumberedHeading;
  /** "not 2 threatened": the heading of the first try. */
  readonly missed?: string;
};

/** A board that is being sorted. */
export type OpenBoardView = {
  readonly stem: string;
  readonly headings: readonly NumberedHeading[];
  readonly rows: readonly OpenRowView[];
  /** What Enter does. */
  readonly handIn: string;
  /** At the second try: how many are right, which traps it was, the habit unless a hint names it, and what to do. */
  readonly again?: {
    /** The score and the traps. */
    readonly headline: string;
    readonly score: string;
    readonly traps?: string;
    readonly habit?: string;
    readonly next: string;
  };
};

/** @param hints on the same page */
export function openBoardView(now: OpenBoard, hints: readonly string[] = []): OpenBoardView {
  const { step, rows, toGo, again } = now;
  return {
    stem: step.stem,
    headings: numberedHeadings(step),
    rows: rows.map((row) => openRowView(row, step, again)),
    handIn: boardLabel(toGo),
    ...(again && { again: missedView(rows, hints) }),
  };
}

export const headingText = ({ number, text }: NumberedHeading): string => `${number} ${text}`;

const numberedHeadings = ({ headings }: Board): NumberedHeading[] =>
  headings.map(({ text }, i) => ({ number: i + 1, text }));

/** Undefined if the course no longer has the heading. */
function headingOf({ headings }: Board, id: string | undefined): NumberedHeading | undefined {
  const at = headings.findIndex((heading) => heading.id === id);
  const heading = headings[at];
  return heading && { number: at + 1, text: heading.text };
}

function openRowView(row: OpenRow, board: Board, again: boolean): OpenRowView {
  const { check, isFixed } = row;
  const placed = headingOf(board, row.placed);
  const missed = headingOf(board, row.missed);
  return {
    id: check.id,
    statement: statementOf(check),
    mark: again ? markOf(row) : 'none',
    isFixed,
    ...(placed && { placed }),
    ...(missed && { missed: notUnder(headingText(missed)) }),
  };
}

function markOf({ isFixed, right, missed }: OpenRow): RowMark {
  if (isFixed) return right ? 'right' : 'wrong';
  return missed === undefined ? 'none' : 'wrong';
}

function missedView(
  rows: readonly OpenRow[],
  hints: readonly string[],
): NonNullable<OpenBoardView['again']> {
  const misses = rows.flatMap(({ check, missed }) =>
    check.choices.filter(({ id }) => id === missed).map((choice) => ({ check, choice })),
  );
  const misreadings = misses.flatMap(({ choice }) => choice.misreading ?? []);
  const [habit] = mostCommon(misreadings.map((misreading) => TRAPS[misreading].habit));
  const named = misses.flatMap(({ check, choice }) => trapToName(check, choice) ?? []);
  const traps = [...new Set(named.map((misreading) => TRAPS[misreading].name))];
  // After a kill in the middle of a hand-in, the log may lack the last rows.
  const marks = rows.map(markOf).filter((mark) => mark !== 'none');
  const right = marks.filter((mark) => mark === 'right').length;
  const score = boardMissedText(right, marks.length);
  const trapText = traps.length > 0 ? trapsText(traps) : undefined;
  return {
    headline: trapText === undefined ? score : `${score} ${trapText}`,
    score,
    ...(trapText !== undefined && { traps: trapText }),
    ...(habit && !hints.includes(askText(habit)) && { habit: HABITS[habit] }),
    next: PUT_AGAIN,
  };
}

/** The hints that the learner has asked for, about the highlighted row: where to look, then the habit. */
export function boardHints(state: State, now: OpenBoard, material: CourseMaterial): string[] {
  const check = now.rows[highlightOf(state, now)]?.check;
  return check ? hintTexts(check, material).slice(0, hintsFor(state, now.step.id)) : [];
}

export type JudgedRowView = {
  readonly id: string;
  readonly statement: string;
  readonly mark: RowMark;
  /** Whether the exercise was handed in without an answer. Then there is no mark. */
  readonly isOpen: boolean;
  /** Absent without an answer, and if the course no longer has the heading. */
  readonly chosen?: NumberedHeading;
  /** The right heading, unless it was chosen. */
  readonly key?: NumberedHeading;
  readonly explanation: RowExplanation;
};

/** Why a heading is right, or wrong. */
export type RowExplanation = Explanation & {
  readonly notes: readonly string[];
  readonly more: MoreOfRow;
};

/** What `more` adds: why the other headings are wrong, then the id of the question. */
export type MoreOfRow = Pick<MoreOfVerdict, 'others' | 'id'>;

export type BoardVerdictView = {
  readonly headline: string;
  readonly isRight: boolean;
  readonly stem: string;
  readonly rows: readonly JudgedRowView[];
};

export function boardVerdictView(
  { step, lesson, rows }: Extract<BoardScene, { kind: 'board-verdict' }>,
  material: CourseMaterial,
): BoardVerdictView {
  const right = rows.filter(({ verdict }) => verdict.right);
  const mended = right.filter((row) => row.mended).length;
  const counts = { firstRight: right.length - mended, mended, of: rows.length };
  return {
    headline: boardScoreText(counts),
    isRight: right.length === rows.length,
    stem: step.stem,
    rows: rows.map((row) => ({
      ...judgedRowView(row, step),
      explanation: rowExplanation(row, lesson, material),
    })),
  };
}

function rowExplanation(row: JudgedRow, lesson: Lesson, material: CourseMaterial): RowExplanation {
  const { check, verdict, tried } = row;
  const explanation = explanationOf(check, verdict, material, tried);
  const others = otherReasons({ choices: check.choices, verdict }, explanation.reasons);
  return {
    notes: notesOn(row),
    ...explanation,
    more: { others, id: questionId({ lesson, step: check }) },
  };
}

function judgedRowView({ check, verdict, isOpen }: JudgedRow, board: Board) {
  const { key, chosen, right } = verdict;
  const under = headingOf(board, chosen?.id);
  const rightHeading = chosen?.id === key.id ? undefined : headingOf(board, key.id);
  const mark: RowMark = isOpen ? 'none' : right ? 'right' : 'wrong';
  return {
    id: check.id,
    statement: statementOf(check),
    mark,
    isOpen,
    ...(under && { chosen: under }),
    ...(rightHeading && { key: rightHeading }),
  };
}

const notesOn = ({ corrected, mended, isOpen }: JudgedRow): string[] => [
  ...(isOpen ? [NOT_ANSWERED] : []),
  ...(corrected ? [CORRECTED] : []),
  ...(mended ? [VERDICT_MENDED] : []),
];

/** A board of an exercise that hides verdicts until the hand-in. */
export const pendingRows = ({
  step,
  rows,
}: Extract<BoardScene, { kind: 'board-pending' }>): readonly {
  readonly statement: string;
  readonly chosen: NumberedHeading | undefined;
}[] =>
  rows.map(({ check, chosen }) => ({
    statement: statementOf(check),
    chosen: headingOf(step, chosen),
  }));
