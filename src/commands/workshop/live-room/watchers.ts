import type { RoomEvent } from '../../../core/live-room/event.js';
import type { Watcher } from '../../../net/event-streams.js';

/** Everybody who is connected, by the ids of the people. */
export type Watchers = {
  /** @returns how to stop */
  readonly add: (id: string, watcher: Watcher) => () => void;
  /** The ids of people with at least one connection: the same set until somebody comes or goes. */
  readonly connected: () => ReadonlySet<string>;
  /** Shows people their snapshots after events that were saved: everybody or those that the events are about. */
  readonly tell: (events: readonly RoomEvent[]) => void;
  /** Shows everybody a snapshot. */
  readonly tellAll: () => void;
  /** Shows at once what people still have to see: their streams are about to end. */
  readonly finish: () => void;
};

/** Tabs of one person. The oldest ends when there are more. */
const MOST_TABS = 5;

/** People in a row, before requests have their turn. */
const SLICE = 25;

/**
 * @param snapshotOf the JSON of what a person may see now
 * @param onChange is called when somebody connects or has no connection left
 */
export function watchers(snapshotOf: (id: string) => string, onChange: () => void): Watchers {
  const people = new Map<string, Set<Watcher>>();
  const connected = new Set<string>();
  let shown: ReadonlySet<string> | undefined;
  const due = new Set<string>();
  let turn: NodeJS.Immediate | undefined;

  const showTo = (id: string): void => {
    const tabs = people.get(id);
    if (!tabs || tabs.size === 0) return;
    const snapshot = snapshotOf(id);
    for (const tab of tabs) tab.show(snapshot);
  };
  const showSome = (most = SLICE): void => {
    turn = undefined;
    for (const id of [...due].slice(0, most)) {
      due.delete(id);
      showTo(id);
    }
    if (due.size > 0) soon();
  };
  const soon = (): void => {
    turn ??= setImmediate(() => showSome());
  };
  const cameOrWent = (): void => {
    shown = undefined;
    onChange();
  };
  const remove = (id: string, watcher: Watcher): void => {
    const tabs = people.get(id);
    if (!tabs?.delete(watcher) || tabs.size > 0) return;
    people.delete(id);
    connected.delete(id);
    cameOrWent();
  };
  return {
    add: (id, watcher) => {
      const tabs = people.get(id) ?? new Set();
      people.set(id, tabs.add(watcher));
      if (tabs.size > MOST_TABS) [...tabs][0]?.end();
      if (tabs.size === 1) {
        connected.add(id);
        cameOrWent();
      }
      watcher.show(snapshotOf(id));
      return () => remove(id, watcher);
    },
    connected: () => {
      shown ??= new Set(connected);
      return shown;
    },
    tell: (events) => {
      for (const event of events)
        for (const id of isAboutAll(event) ? connected : idsIn(event)) {
          const tabs = people.get(id)?.size ?? 0;
          // With a single tab, the person sees the own answer already.
          if (tabs > (isOwnMessage(event) ? 1 : 0)) due.add(id);
        }
      if (due.size > 0) soon();
    },
    tellAll: () => {
      for (const id of connected) due.add(id);
      if (due.size > 0) soon();
    },
    finish: () => {
      clearImmediate(turn);
      showSome(due.size);
    },
  };
}

const isAboutAll = (event: RoomEvent): boolean =>
  ['begin', 'go', 'close', 'talk', 'open', 'reveal', 'end'].includes(event.k) ||
  (event.k === 'lengthen' && event.id === undefined);

const isOwnMessage = (event: RoomEvent): boolean =>
  ['answer', 'alone'].includes(event.k) || (event.k === 'hand-in' && event.because === 'chosen');

const idsIn = (event: RoomEvent): readonly string[] =>
  'id' in event && event.id !== undefined ? [event.id] : [];
