import type { ChosenAt } from '../../live-room/event.js';
import { CHOOSE_FIRST } from '../../messages/lesson.js';
import { ROOM_LEADS } from '../../messages/live-room/join.js';
import { scene } from '../../scene/scene.js';
import type { Action } from '../../state/action.js';
import { ledBy } from '../../state/live.js';
import type { State } from '../../state/state.js';

/** Actions that would leave the step at which the room holds everyone. */
const MOVES: readonly Action['type'][] = ['next', 'back', 'close', 'rate', 'show-answer'];

/** What an action does while the room leads. @returns undefined if it does what it does elsewhere */
export function whileLed(state: State, { type }: Action): State | undefined {
  if (!ledBy(state) || state.overlay) return undefined;
  if (type === 'enter') return answerInVote(state);
  return MOVES.includes(type) ? { ...state, notice: ROOM_LEADS } : undefined;
}

/** The answer goes to the room. The log gets it when the vote is closed, because it can change until then. */
function answerInVote(state: State): State {
  const now = scene(state);
  if (now.kind === 'check') {
    const choice = now.choices[state.highlight];
    return choice
      ? withDraft(state, [[now.step.id, choice.id]])
      : { ...state, notice: CHOOSE_FIRST };
  }
  if (now.kind !== 'board') return { ...state, notice: ROOM_LEADS };
  const choices = now.rows.flatMap(({ check, placed }) =>
    placed === undefined ? [] : [[check.id, placed] as const],
  );
  return choices.length > 0 ? withDraft(state, choices) : { ...state, notice: CHOOSE_FIRST };
}

function withDraft(state: State, choices: readonly ChosenAt[]): State {
  const { live } = state;
  const led = ledBy(state);
  if (!live || !led) return state;
  const { at, round } = led.stop;
  return { ...state, live: { ...live, draft: { at, round, choices, isSaved: false } } };
}
