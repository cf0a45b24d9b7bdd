import { createHash } from 'node:crypto';
import type { RoomEvent } from '../../../core/live-room/event.js';
import { randomHex } from '../../random.js';

const TOKEN_BYTES = 16;

export const newToken = (): string => randomHex(TOKEN_BYTES);

/** @returns 64 hexadecimal digits */
export const hashOfToken = (token: string): string =>
  createHash('sha256').update(token).digest('hex');

/** Whose tokens they are. Only hashes are kept and compared, so the time that this takes says nothing about a token. */
export type Tokens = {
  readonly add: (event: RoomEvent) => void;
  /** The id of a person. */
  readonly person: (token: string) => string | undefined;
  readonly isHost: (token: string) => boolean;
};

/** @param host the hash of the host's token */
export function roomTokens(host: string): Tokens {
  const people = new Map<string, string>();
  const hosts = new Set([host]);
  return {
    add: (event) => {
      if (event.k === 'join') people.set(event.token, event.person.id);
      if (event.k === 'room') hosts.add(event.host);
    },
    person: (token) => people.get(hashOfToken(token)),
    isHost: (token) => hosts.has(hashOfToken(token)),
  };
}
