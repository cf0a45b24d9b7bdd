import { firstOf } from '../../../core/first-of.js';
import type { ChosenAt } from '../../../core/live-room/event.js';
import { checksAt, stopsOf } from '../../../core/live-room/stop.js';
import type { NewEntry } from '../../../core/log/entry.js';
import { OTHER_QUESTIONS } from '../../../core/messages/live-room/join.js';
import { firstChoices } from '../../../core/progress/exercise.js';
import type { Exercise, Progress } from '../../../core/progress/progress.js';
import type { SessionStore } from '../../../core/session/session-store.js';
import type { Draft } from '../../../core/state/live.js';
import type { PersonView } from '../../../core/views/live-room/person-view.js';
import type { OpenCourse } from '../../../io/course/open-course.js';
import type { RoomAddress } from '../../../net/room-address.js';
import { type Link, roomClient } from '../../../net/room-client.js';
import { checksKnown, newsOf } from './room-news.js';
import { readToken, writeToken } from './token-file.js';
import { inMessages } from './unsent.js';

/** The attempt at a room's exercise, as far as the room is about it. */
export type AttemptInRoom = {
  readonly folder: string;
  readonly exercise: () => Exercise;
  readonly progress: () => Progress;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

/** Keeps a session and its live room together. */
export type Follower = {
  /** Tells the room what the session has recorded. */
  readonly recorded: (events: readonly NewEntry[]) => void;
  /** Waits a moment for what is under way, and leaves the room. */
  readonly close: () => Promise<void>;
};

/** How long a learner waits for a room that cannot be reached, in milliseconds. */
const PATIENCE = 10_000;

/** How long leaving waits for the last answer, in milliseconds. */
const LAST_WAIT = 2_000;

export function followRoom(
  session: SessionStore,
  course: OpenCourse,
  attempt: AttemptInRoom,
  address: RoomAddress,
): Follower {
  const { room, person } = attempt.exercise();
  const stops = stopsOf(room.lessons.map(course.lesson));
  const sent = new Set<string>();
  const underWay = new Set<Promise<unknown>>();
  let isHandedIn = false;
  let view: PersonView | undefined;
  const change = session.dispatch;

  const follow = <T>(sending: Promise<T>, then: (outcome: T) => void): void => {
    const done = sending.then(then);
    underWay.add(done);
    void done.finally(() => {
      underWay.delete(done);
      closeIfOver();
    });
  };

  /** Once the room has ended and has everything, it may stop: nobody needs to know. */
  const closeIfOver = (): void => {
    const isOver = view?.phase === 'ended' || view?.phase === 'handed-in';
    if (isOver && underWay.size === 0) client.close();
  };

  /** Answers in the log that the room may not have. */
  const sendMissing = (): void => {
    const missing = [...firstChoices(attempt.progress())].filter(([check]) => !sent.has(check));
    for (const [check] of missing) sent.add(check);
    for (const choices of inMessages(missing)) follow(client.alone(choices), () => {});
  };

  const sendHandIn = (): void => {
    const isOwn = view?.phase === 'own';
    if (!isOwn || isHandedIn || attempt.exercise().handedIn === undefined) return;
    isHandedIn = true;
    follow(client.handIn(), () => {});
  };

  const onView = (fresh: PersonView): void => {
    view = fresh;
    waiting.stop();
    if (!fresh.stops.every(({ stop, step }) => stops[stop]?.step.id === step)) {
      change({ type: 'live', change: { link: 'refused', refusal: OTHER_QUESTIONS } });
      client.close();
      return;
    }
    for (const check of checksKnown(fresh)) sent.add(check);
    change({ type: 'live', change: { news: newsOf(fresh, attempt.now()) } });
    sendMissing();
    sendHandIn();
    closeIfOver();
  };

  const onLink = (link: Link): void => {
    if (link.is === 'joined') return;
    const isFirst = view === undefined && link.is === 'lost' && link.text === undefined;
    const text = 'text' in link ? link.text : undefined;
    const is = isFirst ? 'joining' : link.is;
    change({ type: 'live', change: { link: is, refusal: text } });
    if (link.is === 'lost') waiting.start();
  };

  const waiting = patience(() => change({ type: 'go-alone' }));
  waiting.start();
  const client = roomClient({
    address,
    who: {
      code: room.code,
      name: person.named ? person.name : '',
      wayIn: 'terminal',
      id: person.id,
    },
    token: readToken(attempt.folder),
    onToken: (token) => writeToken(attempt.folder, token),
    onView,
    onLink,
  });

  let latest: Draft | undefined;
  const unsubscribe = session.subscribe(() => {
    const draft = session.state().live?.draft;
    if (!draft || draft.isSaved || draft === latest) return;
    latest = draft;
    const { at: stop, round, choices } = draft;
    follow(client.answer({ stop, round, choices }), (outcome) => {
      if (outcome === 'saved') for (const [check] of choices) sent.add(check);
      if (outcome === 'saved' || outcome === 'refused')
        change({ type: 'live', change: { [outcome]: draft } as { saved: Draft } });
    });
  });

  return {
    recorded: (events) => {
      if (view?.phase !== 'own') return;
      for (const [stop, choices] of byStop(events, stops)) {
        for (const [check] of choices) sent.add(check);
        follow(client.answer({ stop, round: 1, choices }), (outcome) => {
          // It may be from before the end of the time, if the room could not be reached meanwhile.
          if (outcome === 'refused') follow(client.alone(choices), () => {});
        });
      }
      sendHandIn();
    },
    close: async () => {
      unsubscribe();
      waiting.stop();
      if (underWay.size > 0) await firstOf([Promise.all(underWay), after(LAST_WAIT)]);
      client.close();
    },
  };
}

/** The answers among these events, by the index of their stop. */
function byStop(
  events: readonly NewEntry[],
  stops: ReturnType<typeof stopsOf>,
): Map<number, ChosenAt[]> {
  const found = new Map<number, ChosenAt[]>();
  for (const event of events) {
    if (event.k !== 'answer') continue;
    const at = stops.findIndex((stop) => checksAt(stop).some(({ id }) => id === event.check));
    if (at >= 0) found.set(at, [...(found.get(at) ?? []), [event.check, event.choice]]);
  }
  return found;
}

/** Calls `end` once, when the time is over. */
function patience(end: () => void): { readonly start: () => void; readonly stop: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const start = (): void => {
    timer ??= setTimeout(end, PATIENCE);
  };
  return { start, stop };
}

const after = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
