import { isIPv6 } from 'node:net';
import type { NetworkInterfaceInfo } from 'node:os';

/** An address of this computer that others can reach. */
export type NetworkAddress = {
  readonly address: string;
  /** What the system calls the connection, such as `en0`. */
  readonly name: string;
};

/**
 * The addresses at which others can reach this computer, private networks first. Leaves out IPv6 addresses that work
 * only with the name of a connection, because browsers take none.
 * @param interfaces as `os.networkInterfaces()` gives them
 */
export function networkAddresses(
  interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>,
): NetworkAddress[] {
  const all = Object.entries(interfaces).flatMap(([name, infos = []]) =>
    infos
      .filter(({ internal, address }) => !internal && !/^(fe80:|169\.254\.)/i.test(address))
      .map(({ address }) => ({ address, name })),
  );
  return all.sort((a, b) => rankOf(a) - rankOf(b));
}

const PRIVATE = /^(192\.168\.|10\.|172\.(1[6-9]|2\d|3[01])\.)/;

/** Names of connections between programs on this computer. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|wg|tailscale|zt)/i;

function rankOf({ address, name }: NetworkAddress): number {
  if (VIRTUAL.test(name)) return 3;
  if (isIPv6(address)) return 2;
  return PRIVATE.test(address) ? 0 : 1;
}

/** `http://192.0.2.7:4321`. */
export const urlOf = (address: string, port: number): string =>
  `http://${isIPv6(address) ? `[${address}]` : address}:${port}`;
