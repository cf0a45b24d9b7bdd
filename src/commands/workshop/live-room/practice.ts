import { createHash } from 'node:crypto';
import type { LiveRoom } from '../../../core/live-room/live-room.js';
import { urlOf } from '../../../net/addresses.js';
import { LOOPBACK } from './computer-addresses.js';
import type { RoomHost } from './room-host.js';
import type { RoomServer } from './serve.js';
import { simulatePeople } from './simulated-people.js';
import { hashOfToken } from './tokens.js';

/** In hexadecimal digits. */
const NONCE_LENGTH = 32;

/**
 * Simulates people in a room. In a room that goes on, they are the same people as before; those who were removed stay away.
 * @returns how to stop
 */
export function practise(count: number, host: RoomHost, { port }: RoomServer): () => void {
  if (count === 0) return () => {};
  const { rules, stops, room } = host;
  const nonces = joinNonces(count, rules).filter((nonce) => !isRemoved(room(), nonce));
  return simulatePeople({
    ...{ nonces, stops, origin: urlOf(LOOPBACK, port), code: rules.room.code },
  });
}

/** The same for the same room: whoever joins again with the same nonce is the same person. */
const joinNonces = (count: number, { room, door }: RoomHost['rules']): string[] =>
  Array.from({ length: count }, (_, i) =>
    createHash('sha256')
      .update(`practice ${room.code} ${door} ${i}`)
      .digest('hex')
      .slice(0, NONCE_LENGTH),
  );

const isRemoved = ({ members }: LiveRoom, nonce: string): boolean => {
  const hash = hashOfToken(nonce);
  return [...members.values()].some((one) => one.joinNonce === hash && one.isRemoved);
};
