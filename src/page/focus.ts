import { type PageState, stopInSight } from './state.js';

/** What has to change for the focus to go to a new heading: a new place, a new question, its verdict. */
const sceneOf = (state: PageState): string => {
  const stop = stopInSight(state);
  const isJudged = stop?.kind === 'question' && stop.rows.some(({ verdict }) => verdict);
  return [state.place, state.view !== undefined, stop?.stop, isJudged].join(' ');
};

/**
 * Puts the focus on the heading of what has just appeared, and scrolls there: with a keyboard or a screen reader, people go
 * on from it. The first page that loads keeps the browser's own focus.
 */
export function focusFollower(): (state: PageState, hasLostFocus: boolean) => void {
  let before: PageState | undefined;
  return (state, hasLostFocus) => {
    const last = before;
    before = state;
    if (!last) return;
    const isSameStop = last.view && stopInSight(last)?.stop === stopInSight(state)?.stop;
    if (state.isHandingIn && !last.isHandingIn) focusOn('start', '#asked');
    else if (sceneOf(state) !== sceneOf(last))
      focusOn('start', isSameStop && stopInSight(state) ? '#stem' : '#label', 'h1');
    else if (hasLostFocus) focusOn('nearest', '#stem', 'h1');
  };
}

/** The first of these that is there. A new question shows its passages first. */
function focusOn(block: 'start' | 'nearest', ...selectors: readonly string[]): void {
  const found = selectors.map((one) => document.querySelector<HTMLElement>(one));
  const heading = found.find((one) => one !== null);
  heading?.focus({ preventScroll: true });
  if (heading?.id === 'label') scrollTo(0, 0);
  else heading?.scrollIntoView({ block });
}
