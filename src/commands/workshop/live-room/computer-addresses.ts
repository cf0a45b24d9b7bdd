import { networkInterfaces } from 'node:os';
import { addressText } from '../../../core/messages/live-room/network.js';
import { listed } from '../../../core/text/english.js';
import { plainText } from '../../../core/text/sanitize.js';
import { type NetworkAddress, networkAddresses } from '../../../net/addresses.js';
import { UsageError } from '../../errors.js';

export const LOOPBACK = '127.0.0.1';

/** The address of --address. Throws a UsageError if this computer does not have it. */
export function ownAddress(
  typed: string,
  all: readonly NetworkAddress[] = networkAddresses(networkInterfaces()),
): string {
  const known = [...all.map(({ address }) => address), LOOPBACK];
  if (known.includes(typed)) return typed;
  const has =
    all.length === 0
      ? `it is on no network, and has only ${LOOPBACK}`
      : `it has ${listed(all.map(addressText))}`;
  throw new UsageError(
    `this computer does not have the address '${plainText(typed).slice(0, 60)}': ${has}`,
  );
}
