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
export function focusFollower(): (state: PageState) => void {
  let before: PageState | undefined;
  return (state) => {
    const last = before;
    before = state;
    if (!last) return;
    if (state.isHandingIn && !last.isHandingIn) return toHeading('#asked');
    if (sceneOf(state) === sceneOf(last)) return;
    const isSameStop = stopInSight(last)?.stop === stopInSight(state)?.stop && last.view;
    toHeading(isSameStop && stopInSight(state) ? '#stem' : '#label, h1');
  };
}

function toHeading(selector: string): void {
  const all = [...document.querySelectorAll<HTMLElement>(selector)];
  const heading = all.find((one) => one.id !== '') ?? all[0];
  heading?.focus({ preventScroll: true });
  if (heading?.id === 'label') scrollTo(0, 0);
  else heading?.scrollIntoView({ block: 'start' });
}
