import { networkInterfaces } from 'node:os';
import { isIP } from 'node:net';
import { addressText, type NetworkAddress } from '../../../core/messages/live-room/network.js';
import { listed } from '../../../core/text/english.js';
import { plainText } from '../../../core/text/sanitize.js';
import { UsageError } from '../../errors.js';

export const LOOPBACK = '127.0.0.1';

/** An IPv6 address that only its own cable or wifi knows. */
const LINK_LOCAL = /^fe80:/i;

/** The addresses of this computer in networks: IPv4, which phones can open, before IPv6. */
export function computerAddresses(interfaces = networkInterfaces()): NetworkAddress[] {
  const all = Object.entries(interfaces).flatMap(([name, ofCard = []]) =>
    ofCard
      .filter(({ internal, address }) => !internal && !LINK_LOCAL.test(address))
      .map(({ address }) => ({ address, name: plainText(name) })),
  );
  return [...all.filter(isIPv4), ...all.filter((one) => !isIPv4(one))];
}

const isIPv4 = ({ address }: NetworkAddress): boolean => isIP(address) === 4;

/** The address of --address. Throws a UsageError if this computer does not have it. */
export function ownAddress(typed: string, all = computerAddresses()): string {
  const known = [...all.map(({ address }) => address), LOOPBACK, '::1'];
  if (known.includes(typed)) return typed;
  const has =
    all.length === 0
      ? `it is on no network, and has only ${LOOPBACK}`
      : `it has ${listed(all.map(addressText))}`;
  throw new UsageError(
    `this computer does not have the address '${plainText(typed).slice(0, 60)}': ${has}`,
  );
}
