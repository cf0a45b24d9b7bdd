import type { Board, Check, Choice, Lesson } from '../course/course.js';
import { grade, type Verdict } from '../grade.js';
import { isAnswered, latestAnswer } from '../progress/attempt.js';
import { hidesVerdicts } from '../progress/exercise.js';
import type { LessonAttempt } from '../progress/progress.js';
import type { State } from '../state/state.js';
import { looksAgain, triedChoice } from './looks-again.js';

type BoardBase = { readonly lesson: Lesson; readonly step: Board };

/** A statement that the learner is putting under a heading. Headings are given by their ids. */
export type OpenRow = {
  readonly check: Check;
  /** Where it is now. */
  readonly placed?: string;
  /** Whether it was answered before, and is not asked again. */
  readonly isFixed: boolean;
  /** Whether the answer of a fixed row was right when it was given. The key may have changed since. */
  readonly right?: boolean;
  /** The wrong heading of the first try. */
  readonly missed?: string;
};

export type JudgedRow = {
  readonly check: Check;
  readonly verdict: Verdict;
  /** Whether the right heading has changed since the answer. The recorded verdict still counts. */
  readonly corrected: boolean;
  /** Whether the first answer was wrong and the second right. */
  readonly mended: boolean;
  /** The wrong first heading of two, if the course still has it. */
  readonly tried?: Choice;
  /** Whether the exercise was handed in without an answer to this row. */
  readonly isOpen: boolean;
};

export type BoardScene =
  | (BoardBase & {
      readonly kind: 'board';
      readonly rows: readonly OpenRow[];
      /** How many statements still need a heading. */
      readonly toGo: number;
      /** Whether this is the second try. */
      readonly again: boolean;
    })
  | (BoardBase & { readonly kind: 'board-verdict'; readonly rows: readonly JudgedRow[] })
  /** Handed in, in an exercise that shows verdicts only at its end. */
  | (BoardBase & {
      readonly kind: 'board-pending';
      readonly rows: readonly { readonly check: Check; readonly chosen?: string }[];
    });

/** A board that the learner is sorting. */
export type OpenBoard = Extract<BoardScene, { kind: 'board' }>;

/** The row that is highlighted first: the first to sort, or of a verdict the first that went wrong. */
export function rowToBegin(now: BoardScene): number {
  if (now.kind === 'board') {
    const empty = now.rows.findIndex(({ placed }) => placed === undefined);
    return empty >= 0
      ? empty
      : Math.max(
          0,
          now.rows.findIndex(({ isFixed }) => !isFixed),
        );
  }
  if (now.kind === 'board-pending') return 0;
  return Math.max(
    0,
    now.rows.findIndex(({ verdict }) => !verdict.right),
  );
}

/** The first row after the highlighted one, or from the top, that went wrong and whose reason was not shown yet. */
export function nextWrongRow(
  { rows }: Extract<BoardScene, { kind: 'board-verdict' }>,
  highlight: number,
  explained: readonly number[] = [],
): number | undefined {
  const order = [...rows.keys()].map((i) => (highlight + 1 + i) % rows.length).slice(0, -1);
  return order.find((i) => {
    const row = rows[i];
    return row && !row.isOpen && !row.verdict.right && !explained.includes(i);
  });
}

export function boardScene(
  state: State,
  lesson: Lesson,
  attempt: LessonAttempt,
  step: Board,
): BoardScene {
  const { exercise } = state.progress;
  const isOver = exercise?.handedIn !== undefined;
  const base = { lesson, step };
  const isOpen = (row: Check): boolean => !isAnswered(attempt, row.id) || looksAgain(attempt, row);
  if (!isOver && step.rows.some(isOpen)) return openBoard(state, base, attempt);
  if (exercise && hidesVerdicts(exercise))
    return {
      kind: 'board-pending',
      ...base,
      rows: step.rows.map((check) => {
        const chosen = latestAnswer(attempt, check.id)?.choice;
        return { check, ...(chosen !== undefined && { chosen }) };
      }),
    };
  return { kind: 'board-verdict', ...base, rows: step.rows.map((row) => judgedRow(row, attempt)) };
}

function openBoard(state: State, base: BoardBase, attempt: LessonAttempt): BoardScene {
  const rows = base.step.rows.map((check) => openRow(check, state, attempt));
  const toGo = rows.filter(({ placed }) => placed === undefined).length;
  const again = rows.some(({ missed }) => missed !== undefined);
  return { kind: 'board', ...base, rows, toGo, again };
}

function openRow(check: Check, { placed = {} }: State, attempt: LessonAttempt): OpenRow {
  const answer = latestAnswer(attempt, check.id);
  const isMissed = looksAgain(attempt, check);
  const isFixed = answer !== undefined && !isMissed;
  const heading = isFixed ? answer.choice : headingOf(check, placed);
  return {
    check,
    isFixed,
    ...(heading !== undefined && { placed: heading }),
    ...(answer && (isMissed ? { missed: answer.choice } : { right: answer.right })),
  };
}

/** Where a statement is. A heading that an author has just taken out of the course is forgotten. */
function headingOf(
  { id, choices }: Check,
  placed: Readonly<Record<string, string>>,
): string | undefined {
  const heading = Object.hasOwn(placed, id) ? placed[id] : undefined;
  return choices.some((choice) => choice.id === heading) ? heading : undefined;
}

function judgedRow(check: Check, attempt: LessonAttempt): JudgedRow {
  const answer = latestAnswer(attempt, check.id);
  const verdict = grade(check, answer?.choice ?? '');
  return {
    check,
    verdict: { ...verdict, right: answer?.right ?? false },
    corrected: answer !== undefined && answer.right !== verdict.right,
    mended: answer?.right === true && attempt.answers[check.id]?.right === false,
    ...triedChoice(attempt, check),
    isOpen: answer === undefined,
  };
}
