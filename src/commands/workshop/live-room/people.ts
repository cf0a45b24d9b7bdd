import type { Happening } from '../../../core/live-room/event.js';
import type { LiveRoom } from '../../../core/live-room/live-room.js';
import type { JoinMessage, PersonMessage } from '../../../core/live-room/message.js';
import { afterJoin, afterMessage } from '../../../core/live-room/person-message.js';
import { type Refused, refused } from '../../../core/live-room/refusal.js';
import type { Stop } from '../../../core/live-room/stop.js';
import { shortIdOf } from '../../../core/room/person.js';
import type { PersonView } from '../../../core/views/live-room/person-view.js';
import type { Watcher } from '../../../net/event-streams.js';
import { newPersonId } from '../../progress/people-here.js';
import type { Recorder } from './recorder.js';
import { hashOfToken, newToken, type Tokens } from './tokens.js';
import type { Watchers } from './watchers.js';

/** What the people in a room do, and what they see. */
export type People = {
  /** Resolves once the person is in the journal. */
  readonly join: (message: JoinMessage) => Promise<NewMember | Refused>;
  /** Resolves once the message is in the journal; with why, if it was refused. */
  readonly send: (id: string, message: PersonMessage) => Promise<Refused | undefined>;
  readonly view: (id: string) => PersonView;
  /** The id of the person with this token; undefined if nobody has it. */
  readonly idOf: (token: string) => string | undefined;
  readonly isHost: (token: string) => boolean;
  /** Shows what this person may see, now and after each change. @returns how to stop */
  readonly watch: (id: string, watcher: Watcher) => () => void;
  /** Shows everybody at once what they still have to see. */
  readonly finish: () => void;
};

export type NewMember = { readonly id: string; readonly token: string; readonly view: PersonView };

type PeopleOptions = {
  readonly recording: Recorder;
  readonly stops: readonly Stop[];
  readonly tokens: Tokens;
  readonly watching: Watchers;
  readonly viewOf: (id: string) => PersonView;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

export function peopleOf(options: PeopleOptions): People {
  const { recording, stops, tokens, watching, viewOf, now } = options;
  const newId = freeIds(recording.current());
  const recorded = async (
    decided: readonly Happening[] | Refused,
  ): Promise<Refused | undefined> => {
    if ('refused' in decided) return decided;
    return (await recording.record(decided)) ? undefined : refused('not-saved');
  };
  return {
    join: async ({ nonce, ...message }) => {
      const hashed = nonce === undefined ? undefined : hashOfToken(nonce);
      const token = newToken();
      const event = afterJoin(
        recording.current(),
        { ...message, ...(hashed !== undefined && { nonce: hashed }) },
        { id: newId(), token: hashOfToken(token) },
      );
      if ('refused' in event) return event;
      const { id } = event.person;
      return (await recorded([event])) ?? { id, token, view: viewOf(id) };
    },
    // A repeated message waits, too: the first one may not be on the disk yet.
    send: (id, message) => recorded(afterMessage(recording.current(), id, message, stops, now())),
    view: viewOf,
    idOf: tokens.person,
    isHost: tokens.isHost,
    watch: watching.add,
    finish: watching.finish,
  };
}

/** File names and hand-in codes have only the first characters of an id, so no two people share them. */
function freeIds({ members }: LiveRoom): () => string {
  const taken = new Set([...members.keys()].map((id) => shortIdOf({ id })));
  return () => {
    for (;;) {
      const id = newPersonId();
      if (taken.has(shortIdOf({ id }))) continue;
      taken.add(shortIdOf({ id }));
      return id;
    }
  };
}
