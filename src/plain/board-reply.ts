import { fixedText } from '../core/messages/lesson.js';
import type { OpenBoard } from '../core/scene/board.js';
import { highlightOf, scene } from '../core/scene/scene.js';
import type { Action } from '../core/state/action.js';
import { ledBy } from '../core/state/live.js';
import { openBoardView } from '../core/views/board.js';
import type { Block } from './block.js';
import type { PlainContext } from './context.js';
import { statementBlocks } from './pages/board.js';
import { pageBlocks } from './pages/page.js';

/**
 * A typed line on a sort board. A number puts the statement under that heading; in the list of all, it changes that
 * statement. Enter answers with the list. Back goes to the statement before.
 * @param number of a heading or a statement, from 1; 0 if no number was typed
 * @returns undefined if the line is not about the board
 */
export function replyOnBoard(
  typed: string,
  number: number,
  now: OpenBoard,
  context: PlainContext,
): Block[] | undefined {
  const isListed = now.toGo === 0;
  // In a live room, a board may be answered in part.
  if (typed === '' && (isListed || ledBy(context.store.state())))
    return act({ type: 'enter' }, context);
  if (number > 0 && number <= (isListed ? now.rows : now.step.headings).length)
    return isListed
      ? change(number - 1, now, context)
      : act({ type: 'put', at: number - 1 }, context);
  if (typed !== 'b' && typed !== 'back') return undefined;
  const before = now.rows.findLastIndex(
    ({ placed, isFixed }, i) =>
      placed !== undefined && !isFixed && (isListed || i < highlightOf(context.store.state(), now)),
  );
  return before < 0 ? undefined : act({ type: 'take-back', at: before }, context);
}

/** Asks a statement again, or says why its heading stays. */
function change(at: number, now: OpenBoard, context: PlainContext): Block[] {
  const row = openBoardView(now).rows[at];
  const blocks = act({ type: 'take-back', at }, context);
  return row?.isFixed ? [[fixedText(row.mark === 'right')], ...blocks] : blocks;
}

/** Prints only the statement as long as the board is the same, and otherwise the complete page. */
function act(action: Action, context: PlainContext): Block[] {
  const handsIn = action.type === 'enter';
  context.store.dispatch(action);
  const state = context.store.state();
  const now = scene(state);
  return now.kind === 'board' && !handsIn ? statementBlocks(state, now) : pageBlocks(context);
}
