import type { Check } from '../../../src/core/course/course.js';
import type { Certainty } from '../../../src/core/memory/certainty.js';
import { highlightOf, type Scene } from '../../../src/core/scene/scene.js';
import type { State } from '../../../src/core/state/state.js';
import { newBoard, pressOnBoard, type SortBoard } from './board-model.js';
import type { Press } from './ink-in-memory.js';
import { press, type Question, type Shown } from './question-model.js';

/** The model of what a page asks: a question, or a sort board. */
export type Asked = { readonly question: Question } | { readonly board: SortBoard };

/** An answer that a key gives. */
export type GivenAnswer = {
  readonly check: Check;
  readonly choice: string;
  readonly certainty?: Certainty;
};

/** The model of the page: the one before, or a new one if another page is shown; undefined if nothing is asked. */
export function asked(before: Asked | undefined, now: Scene): Asked | undefined {
  if (now.kind === 'board') {
    const known = before && 'board' in before ? before.board : undefined;
    const isSame = known?.board === now.step.id && known.isAgain === now.again;
    return { board: isSame && known ? known : boardOf(now) };
  }
  if (now.kind !== 'check' && now.kind !== 'certainty') return undefined;
  const known = before && 'question' in before ? before.question : undefined;
  const isAgain = isSecondTry(now);
  if (known?.check === now.step.id && known.isAgain === isAgain) return { question: known };
  const { choices } = now;
  const missed = now.kind === 'check' ? now.missed?.id : undefined;
  const place = { highlight: -1, pending: undefined };
  return { question: { check: now.step.id, isAgain, missed, choices, ...place } };
}

const boardOf = ({ step, again, rows }: Extract<Scene, { kind: 'board' }>): SortBoard =>
  newBoard({
    board: step.id,
    isAgain: again,
    headings: step.headings.map(({ id }) => id),
    rows: rows.map(({ check, isFixed, placed, missed }) => ({
      check: check.id,
      isFixed,
      missed,
      // What was put before the learner looked elsewhere is still there.
      under: placed,
    })),
  });

const isSecondTry = (now: Scene): boolean =>
  now.kind === 'board' ? now.again : now.kind === 'check' && now.missed !== undefined;

/** @returns the model after a key, and what the key answers */
export function pressOn(
  before: Asked,
  now: Scene,
  pressed: Press,
  shown: Shown,
): { readonly after: Asked; readonly given: readonly GivenAnswer[] } {
  if ('board' in before) {
    const { after, handedIn = [] } = pressOnBoard(before.board, pressed, shown.showsHighlight);
    const checks = now.kind === 'board' ? now.rows.map(({ check }) => check) : [];
    const given = handedIn.map(({ check, under = '' }) => ({
      check: checks.find(({ id }) => id === check) as Check,
      choice: under,
    }));
    return { after: { board: after }, given };
  }
  const { after, given } = press(before.question, pressed, shown);
  const check = 'step' in now ? (now.step as Check) : undefined;
  return { after: { question: after }, given: given && check ? [{ check, ...given }] : [] };
}

/** What answers must add to the log. Only a first miss in a lesson may be put right. */
export const entriesOf = (now: Scene, given: readonly GivenAnswer[]): readonly object[] =>
  given.map(({ check, ...answer }) => {
    const lesson = 'lesson' in now ? now.lesson : undefined;
    const again = answer.choice !== check.key && !isSecondTry(now);
    if (lesson)
      return {
        ...{ k: 'answer', lesson: lesson.id, check: check.id, ...answer },
        ...(again && { again: true }),
      };
    const quiz = 'quiz' in now ? now.quiz : undefined;
    const from = quiz?.question?.from;
    if (from?.kind === 'drill') {
      const { claim, asks, of } = from;
      return { k: 'drill', claim, asks, round: quiz?.seed, of, ...answer };
    }
    return { k: 'review', check: from?.check, ...(from?.mirror && { mirror: true }), ...answer };
  });

/** Whether a key asks to see the answer, after a first miss. */
export function asksForAnswer({ input, key }: Press, now: Scene): boolean {
  if (input !== 's' || key.ctrl || key.meta) return false;
  return now.kind === 'second-look' || isSecondTry(now);
}

/** The page that must follow an answer, or a look at the answer; undefined if there was neither. */
export function pageAfter(
  now: Scene,
  given: readonly GivenAnswer[],
  isShown: boolean,
): Scene['kind'] | undefined {
  if (given.length === 0 && !isShown) return undefined;
  const isBoard = now.kind === 'board';
  const isInLesson = 'lesson' in now && now.lesson !== undefined;
  const isMissed = given.some(({ check, choice }) => choice !== check.key);
  if (isShown || !isInLesson || !isMissed || isSecondTry(now))
    return isBoard ? 'board-verdict' : 'verdict';
  return isBoard ? 'board' : 'second-look';
}

/** What is highlighted and chosen, as the program has it. */
export function placeOnPage(state: State, now: Scene): string {
  const at = highlightOf(state, now);
  if (now.kind === 'board')
    return placeText(now.rows.map(({ placed }) => placed).join(' '), at, now.step.id);
  const pending = now.kind === 'certainty' ? now.chosen.id : undefined;
  return placeText(pending, at, 'step' in now ? now.step.id : '');
}

export function placeInModel(asked: Asked): string {
  if ('board' in asked) {
    const { board, rows, highlight } = asked.board;
    return placeText(rows.map(({ under }) => under).join(' '), highlight, board);
  }
  const { check, pending, highlight } = asked.question;
  return placeText(pending, highlight, check);
}

const placeText = (made: string | undefined, highlight: number, where: string): string =>
  `${made ?? 'nothing'} made, ${highlight} highlighted (${where})`;
