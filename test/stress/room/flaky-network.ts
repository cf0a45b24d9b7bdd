import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net';

/** Passes bytes between clients and a host, and drops some of the connections. */
export type FlakyNetwork = {
  readonly port: number;
  readonly close: () => void;
};

type Flakiness = {
  /** The port of the host. */
  readonly to: number;
  /** How many of the connections are dropped, from 0 to 1. */
  readonly share: number;
  /** The longest time until one is dropped, in milliseconds. */
  readonly within: number;
  /** From 0 to below 1. */
  readonly random: () => number;
};

export async function flakyNetwork(flakiness: Flakiness): Promise<FlakyNetwork> {
  const open = new Set<Socket>();
  const server = createServer((client) => pass(client, flakiness, open));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

function pass(client: Socket, { to, share, within, random }: Flakiness, open: Set<Socket>): void {
  const host = createConnection({ port: to, host: '127.0.0.1' });
  const both = [client, host];
  const drop = (): void => {
    for (const socket of both) {
      socket.destroy();
      open.delete(socket);
    }
  };
  for (const socket of both) {
    open.add(socket);
    socket.on('error', drop).on('close', drop);
  }
  client.pipe(host);
  host.pipe(client);
  if (random() < share) setTimeout(drop, random() * within).unref();
}
