import { roomTexts } from '../core/messages/live-room/join.js';
import type { SessionStore } from '../core/session/session-store.js';
import { ledBy } from '../core/state/live.js';
import type { State } from '../core/state/state.js';
import type { Block } from './block.js';

/** What a live room changes while nobody types. */
export type RoomFeed = {
  /** Resolves when something is to be printed. */
  readonly changed: () => Promise<'room'>;
  /** What to print now. @param page prints the page, if the room has changed it */
  readonly newBlocks: (page: () => Block[]) => Block[];
  /** The page is printed. */
  readonly pagePrinted: () => void;
};

/** Follows the live room of a session. In a session without one, nothing ever changes. */
export function roomFeed(store: SessionStore): RoomFeed {
  let page = pageKey(store.state());
  let texts: readonly string[] = [];
  let leave = (): void => {};
  const freshTexts = (): string[] =>
    roomTexts(store.state()).filter((text) => !texts.includes(text));
  const isFresh = (): boolean => pageKey(store.state()) !== page || freshTexts().length > 0;
  const pagePrinted = (): void => {
    page = pageKey(store.state());
  };
  return {
    changed: () => {
      leave();
      if (isFresh()) return Promise.resolve('room');
      return new Promise((resolve) => {
        leave = store.subscribe(() => {
          // A text that has gone can come back, and is news then.
          texts = roomTexts(store.state()).filter((text) => texts.includes(text));
          if (!isFresh()) return;
          leave();
          resolve('room');
        });
      });
    },
    newBlocks: (print) => {
      const blocks = pageKey(store.state()) === page ? [] : print();
      const lines = freshTexts().map((text): Block => [text]);
      pagePrinted();
      texts = roomTexts(store.state());
      return [...blocks, ...lines];
    },
    pagePrinted,
  };
}

/** Changes when the room changes what the page shows. */
function pageKey(state: State): string {
  const { live, progress } = state;
  if (!live) return '';
  const led = ledBy(state);
  const place = led && [led.stop.at, led.stop.round, led.stop.canAnswer];
  const { began, handedIn } = progress.exercise ?? {};
  return JSON.stringify([place, live.isAlone, live.news?.phase, began, handedIn]);
}
