import type { Watcher } from './event-streams.js';

/** An answer to a request, sent as JSON. */
export type Reply = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

/** The room that a server serves. Bodies are whatever a client sent, tokens too. None of these functions throws. */
export type RoomService = {
  /** A reply with the status 403 means a wrong code. */
  readonly join: (body: unknown) => Promise<Reply>;
  readonly answer: (token: string, body: unknown) => Promise<Reply>;
  readonly host: (token: string, body: unknown) => Promise<Reply>;
  /** Whether somebody has this token. */
  readonly knows: (token: string) => boolean;
  /** Shows what the owner of a known token may see, now and after each change. @returns how to stop */
  readonly watch: (token: string, watcher: Watcher) => () => void;
};

export const WRONG_CODE = 403;

/** A request that is refused before it reaches the room. `text` is for the person who sent it. */
export const refusal = (status: number, refused: string, text: string): Reply => ({
  status,
  body: { refused, text },
});
