import { orderedChoices } from '../choice-order.js';
import type { Board, Check, Lesson, Step } from '../course/course.js';
import { grade } from '../grade.js';
import { isAnswered } from '../progress/attempt.js';
import type { LessonAttempt } from '../progress/progress.js';
import { choiceIn, type Led, ledBy, ownValue } from '../state/live.js';
import type { State } from '../state/state.js';
import type { BoardScene, JudgedRow, OpenRow } from './board.js';
import type { CheckScene } from './question.js';

/** A question or board while the room leads: open for answers, closed, or with its verdict. */
export function ledScene(
  state: State,
  lesson: Lesson,
  attempt: LessonAttempt,
  step: Step,
): CheckScene | BoardScene | undefined {
  const led = ledBy(state);
  if (led?.stop.step !== step.id) return undefined;
  if (step.kind === 'board') return ledBoard(state, led, { lesson, step }, attempt);
  return step.kind === 'check' ? ledQuestion(state, led, { lesson, step }, attempt) : undefined;
}

/**
 * Whether an answer can be given or changed now. What somebody answered without the room is in their log and counts, so
 * the first vote does not ask for it again.
 */
const isOpenVote = ({ stop, phase }: Led, checks: readonly Check[], attempt: LessonAttempt) =>
  phase === 'open' &&
  stop.canAnswer &&
  !(stop.round === 1 && checks.every(({ id }) => isAnswered(attempt, id)));

function ledQuestion(
  state: State,
  led: Led,
  { lesson, step }: { readonly lesson: Lesson; readonly step: Check },
  attempt: LessonAttempt,
): CheckScene {
  const base = { lesson, step, choices: orderedChoices(step, attempt.seed) };
  if (isOpenVote(led, [step], attempt)) return { kind: 'check', ...base };
  if (led.phase === 'revealed') {
    const { check: _, ...judged } = judgedNow(led, step);
    return { kind: 'verdict', ...base, ...judged, surelyMissed: false };
  }
  return { kind: 'answer-pending', ...base, chosen: choiceIn(state, led, step.id) ?? '' };
}

/** The verdict on the last vote. The first vote's choice is shown beside it, as the first of two tries. */
function judgedNow({ stop }: Led, check: Check): JudgedRow {
  const first = ownValue(stop.first, check.id);
  const last = ownValue(stop.chosen, check.id) ?? first;
  const verdict = grade(check, last ?? '');
  const wasWrong = first !== undefined && first !== last && !grade(check, first).right;
  const tried = wasWrong ? check.choices.find(({ id }) => id === first) : undefined;
  return {
    check,
    verdict,
    corrected: false,
    mended: wasWrong && verdict.right,
    ...(tried && { tried }),
    isOpen: last === undefined,
  };
}

function ledBoard(
  state: State,
  led: Led,
  base: { readonly lesson: Lesson; readonly step: Board },
  attempt: LessonAttempt,
): BoardScene {
  const { step } = base;
  if (isOpenVote(led, step.rows, attempt)) {
    const rows = step.rows.map((check) => openRow(state, check));
    const toGo = rows.filter(({ placed }) => placed === undefined).length;
    return { kind: 'board', ...base, rows, toGo, again: false };
  }
  if (led.phase === 'revealed')
    return { kind: 'board-verdict', ...base, rows: step.rows.map((row) => judgedNow(led, row)) };
  return {
    kind: 'board-pending',
    ...base,
    rows: step.rows.map((check) => {
      const chosen = choiceIn(state, led, check.id);
      return { check, ...(chosen !== undefined && { chosen }) };
    }),
  };
}

function openRow({ placed = {} }: State, check: Check): OpenRow {
  const heading = ownValue(placed, check.id);
  return { check, isFixed: false, ...(heading !== undefined && { placed: heading }) };
}
