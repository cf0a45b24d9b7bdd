import type { PageState } from './state.js';

/** Until this person's time is over, never negative; undefined without a limit. */
export function millisecondsLeft({ view, host, ahead }: PageState): number | undefined {
  const clock = (host ?? view)?.clock;
  return clock && Math.max(0, clock.end - Date.now() - ahead);
}

/** "4:05" */
export function minutesText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
