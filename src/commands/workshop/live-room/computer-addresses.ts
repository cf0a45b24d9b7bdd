import { networkInterfaces } from 'node:os';
import { addressText } from '../../../core/messages/live-room/network.js';
import { listed } from '../../../core/text/english.js';
import { plainText } from '../../../core/text/sanitize.js';
import { type NetworkAddress, networkAddresses } from '../../../net/addresses.js';
import { UsageError } from '../../errors.js';

export const LOOPBACK = '127.0.0.1';

type Addresses = readonly NetworkAddress[];

const addressesNow = (): Addresses => networkAddresses(networkInterfaces());

/** Whether this computer has the address. */
export const isOwn = (address: string, all: Addresses = addressesNow()): boolean =>
  address === LOOPBACK || all.some((one) => one.address === address);

/** The address of --address. Throws a UsageError if this computer does not have it. */
export function ownAddress(typed: string, all: Addresses = addressesNow()): string {
  if (isOwn(typed, all)) return typed;
  const has =
    all.length === 0
      ? `it is on no network, and has only ${LOOPBACK}`
      : `it has ${listed(all.map(addressText))}`;
  throw new UsageError(
    `this computer does not have the address '${plainText(typed).slice(0, 60)}': ${has}`,
  );
}
