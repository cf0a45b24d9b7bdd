import { randomBytes } from 'node:crypto';
import { isRecord, parseJson } from '../core/json-shape.js';
import type { ChosenAt } from '../core/live-room/event.js';
import type { JoinMessage, PersonMessage } from '../core/live-room/message.js';
import { plainText } from '../core/text/sanitize.js';
import type { PersonView } from '../core/views/live-room/person-view.js';
import { readPersonView } from '../core/views/live-room/read-person-view.js';
import { waitAfter } from '../core/wait-after.js';
import { followEvents } from './event-stream.js';
import { outbox, type SendOutcome, type Tried } from './outbox.js';
import { pause } from './pause.js';
import type { RoomAddress } from './room-address.js';
import { postJson, type TextAnswer } from './text-request.js';

/** How a client and its room are connected. */
export type Link =
  | { readonly is: 'joined' }
  /** The client keeps trying. `text` is what the room says about it, as one line that is safe for a terminal. */
  | { readonly is: 'lost'; readonly text?: string }
  /** The room does not take this person, and the client has stopped. */
  | { readonly is: 'refused'; readonly text: string };

export type RoomClientOptions = {
  readonly address: RoomAddress;
  /** Without a nonce, a random one. */
  readonly who: JoinMessage;
  /** The token of an earlier join. */
  readonly token?: string | undefined;
  /** Called with a new token, before anything is sent with it. */
  readonly onToken?: (token: string) => void;
  readonly onView: (view: PersonView) => void;
  readonly onLink: (link: Link) => void;
  /** Random numbers from 0 to below 1. */
  readonly random?: () => number;
};

export type RoomAnswer = {
  /** The index of the stop. */
  readonly stop: number;
  readonly round: number;
  readonly choices: readonly ChosenAt[];
};

/** A person in a live room. The client joins, follows and comes back by itself until it is closed. */
export type RoomClient = {
  /** Resolves once the room has the answer on its disk, or will not take it. */
  readonly answer: (answer: RoomAnswer) => Promise<SendOutcome>;
  readonly handIn: () => Promise<SendOutcome>;
  /** Sends answers that were given while the room could not be reached. */
  readonly alone: (choices: readonly ChosenAt[]) => Promise<SendOutcome>;
  readonly close: () => void;
};

const TOKEN = /^[0-9a-f]{32}$/;

/** The longest text of a refusal, in UTF-16 code units. */
const LONGEST_REFUSAL = 200;

export function roomClient(options: RoomClientOptions): RoomClient {
  const { address, who, onView, onLink, random = Math.random } = options;
  const closing = new AbortController();
  const { signal } = closing;
  const nonce = who.nonce ?? newNonce();
  let { token } = options;
  let isKnown = false;
  const post = (path: string, body: unknown): Promise<TextAnswer> =>
    postJson(`${address.origin}${path}`, body, { token, signal });

  const join = async (): Promise<'joined' | 'stopped' | 'later'> => {
    const { status, text } = await post('/join', { ...who, nonce });
    const value = parseJson(text);
    if (status === 200 && isRecord(value) && TOKEN.test(String(value.token))) {
      token = String(value.token);
      options.onToken?.(token);
      return 'joined';
    }
    if (!isRefusal(value)) throw new Error('not a room');
    const isFinal = FINAL.has(String(value.refused));
    onLink({ is: isFinal ? 'refused' : 'lost', text: refusalText(value.text) });
    return isFinal ? 'stopped' : 'later';
  };

  const follow = (): Promise<number> =>
    followEvents(
      `${address.origin}/events?token=${token}`,
      (data) => {
        const view = readPersonView(data);
        if (!view || signal.aborted) return;
        failures = 0;
        isKnown = true;
        onLink({ is: 'joined' });
        onView(view);
        box.wake();
      },
      signal,
    );

  let failures = 0;
  /** @returns whether to go on */
  const visit = async (): Promise<boolean> => {
    if (token === undefined) {
      const joined = await join();
      if (joined !== 'joined') return joined === 'later';
    }
    const status = await follow();
    if (status !== UNKNOWN) return true;
    token = undefined;
    if (isKnown) onLink({ is: 'refused', text: NOT_KNOWN });
    return !isKnown;
  };

  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      const before = token;
      const goesOn = await visit().catch(() => true);
      if (!goesOn || signal.aborted) return;
      const isFresh = before !== undefined && token === undefined;
      if (isFresh) continue; // the room does not know an earlier token: join at once
      onLink({ is: 'lost' });
      await pause(waitAfter(failures++, random()), signal).done;
    }
  };

  const send = async (message: PersonMessage): Promise<Tried> => {
    if (token === undefined) return 'later';
    try {
      const { status, text } = await post('/answer', message);
      const value = parseJson(text);
      if (status === 200 && isRecord(value) && value.saved === true) {
        const view =
          value.view === undefined ? undefined : readPersonView(JSON.stringify(value.view));
        if (view) onView(view);
        return 'saved';
      }
      return isRefusal(value) && status !== UNKNOWN && !PASSING.has(status) ? 'refused' : 'later';
    } catch {
      return 'later';
    }
  };
  const box = outbox(send, random, signal);

  void run();
  return {
    answer: ({ stop, round, choices }) =>
      box.send({ do: 'answer', stop, round, choices, nonce: newNonce() }),
    handIn: () => box.send({ do: 'hand-in' }),
    alone: (choices) => box.send({ do: 'alone', choices }),
    close: () => closing.abort(),
  };
}

/** The room does not know the token. */
const UNKNOWN = 401;

/** Refusals that pass: the client is too slow or too quick. */
const PASSING: ReadonlySet<number> = new Set([408, 429, 503]);

/** Refusals of a join that stay. */
const FINAL: ReadonlySet<string> = new Set(['wrong-code', 'not-now', 'not-understood']);

const NOT_KNOWN = "You're no longer in the room.";

const isRefusal = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isRecord(value) && typeof value.refused === 'string';

const refusalText = (text: unknown): string =>
  typeof text === 'string' && text.trim() !== ''
    ? plainText(text.slice(0, LONGEST_REFUSAL)).trim()
    : 'The room does not let you in.';

/** 96 random bits: no two answers of a person have the same. */
const newNonce = (): string => randomBytes(16).toString('hex');
