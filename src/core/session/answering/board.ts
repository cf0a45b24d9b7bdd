import { grade } from '../../grade.js';
import type { NewEntry } from '../../log/entry.js';
import { toGoText, triedAlready } from '../../messages/lesson.js';
import { checkProgress } from '../../progress/checks.js';
import type { OpenBoard } from '../../scene/board.js';
import { highlightOf, scene } from '../../scene/scene.js';
import type { SessionContext } from '../../state/context.js';
import { NOTHING } from '../../state/navigate.js';
import { lookUpsFor, type State } from '../../state/state.js';
import { type Transition, unchanged } from '../../state/transition.js';
import { allowsSecondLook, recordInLesson } from './answer.js';

/** Puts the highlighted statement under a heading, and highlights the next one without a heading. */
export function put(state: State, heading: number): State {
  const now = scene(state);
  if (state.overlay || now.kind !== 'board') return state;
  const at = highlightOf(state, now);
  const row = now.rows[at];
  const to = now.step.headings[heading];
  if (!row || !to || row.isFixed) return state;
  if (to.id === row.missed) return { ...state, notice: triedAlready('heading') };
  const { scroll: _, ...rest } = state;
  const placed = { ...state.placed, [row.check.id]: to.id };
  return { ...rest, placed, highlight: nextEmpty(now, at) };
}

/** Takes a statement from its heading again, and highlights it. Line mode changes a board this way. */
export function takeBack(state: State, at: number): State {
  const now = scene(state);
  const row = now.kind === 'board' ? now.rows[at] : undefined;
  if (state.overlay || !row || row.isFixed) return state;
  const { scroll: _, ...rest } = state;
  const { [row.check.id]: _taken, ...placed } = state.placed ?? {};
  return { ...rest, placed, highlight: at };
}

/** The next statement without a heading after `at`, from the top after the last; `at` if there is no other. */
function nextEmpty({ rows }: OpenBoard, at: number): number {
  const order = [...rows.keys()].map((i) => (at + 1 + i) % rows.length);
  return order.find((i) => i !== at && rows[i]?.placed === undefined) ?? at;
}

/** Hands in the board when every statement has a heading. Before that, says how many have none. */
export function handInBoard(state: State, now: OpenBoard, context: SessionContext): Transition {
  if (now.toGo > 0) return unchanged({ ...state, notice: toGoText(now.toGo) });
  const { placed: _p, scroll: _s, ...rest } = state;
  const entries = now.rows.flatMap((row) => (row.isFixed ? [] : entryOf(state, now, row, context)));
  return recordInLesson({ ...rest, highlight: NOTHING }, entries, context);
}

function entryOf(
  state: State,
  { step, lesson }: OpenBoard,
  { check, placed = '' }: OpenBoard['rows'][number],
  context: SessionContext,
): NewEntry[] {
  const { right } = grade(check, placed);
  const { route } = state;
  if (route.name !== 'lesson') return [];
  return [
    {
      k: 'answer',
      lesson: lesson.id,
      check: check.id,
      choice: placed,
      right,
      try: (checkProgress(state.progress, check.id)?.tries ?? 0) + 1,
      ...(!right && allowsSecondLook(state, route, check.id) && { again: true as const }),
      lookUps: lookUpsFor(state, step.id),
      course: state.course.hash,
      offset: context.offset(),
    },
  ];
}
