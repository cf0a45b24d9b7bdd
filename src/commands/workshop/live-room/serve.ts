import { networkInterfaces } from 'node:os';
import { type NetworkAddress, networkAddresses, urlOf } from '../../../net/addresses.js';
import { httpServer, type Patience } from '../../../net/room-server.js';
import type { RoomHost } from './room-host.js';
import { roomService } from './room-service.js';

/** A room that browsers and terminals can reach. */
export type RoomServer = {
  /** The address to type, with the end that lets people in. It is the latest that `listenOn` was given. */
  readonly url: string;
  /** The port, which is the same at every address. */
  readonly port: number;
  /** The addresses that this computer has now, those that people most likely reach first. */
  readonly addresses: readonly NetworkAddress[];
  /** Serves at this address of the computer, and no longer at the one before. Rejects with the system's error. */
  readonly listenOn: (address: string) => Promise<void>;
  /** Ends all streams and connections. Leaves the room open. */
  readonly close: () => Promise<void>;
};

type ServeOptions = {
  /** 0 for one that is free. */
  readonly port: number;
  /** If absent, only programs on this computer can reach the room. */
  readonly address?: string;
  /** What a browser gets, in UTF-8. */
  readonly page: Uint8Array;
  readonly patience?: Partial<Patience>;
};

const LOOPBACK = '127.0.0.1';

/** Stands for all addresses of the computer. */
const ALL = ['0.0.0.0', '::'];

/** Rejects with the system's error, such as EADDRINUSE. */
export async function serve(
  room: RoomHost,
  { port: wanted, address, page, patience }: ServeOptions,
): Promise<RoomServer> {
  const server = httpServer(roomService(room), page, patience);
  const port = await server.listen(LOOPBACK, wanted);
  let shown = LOOPBACK;
  const listenOn = async (next: string): Promise<void> => {
    if (next === shown) return;
    if (ALL.includes(next)) server.stopListening(LOOPBACK); // included in all addresses
    if (next !== LOOPBACK) await server.listen(next, port);
    if (shown !== LOOPBACK) server.stopListening(shown);
    shown = next;
  };
  const addresses = (): NetworkAddress[] => networkAddresses(networkInterfaces());
  const served: RoomServer = {
    get url() {
      const reached = ALL.includes(shown) ? (addresses()[0]?.address ?? LOOPBACK) : shown;
      return `${urlOf(reached, port)}/${room.rules.door}`;
    },
    port,
    get addresses() {
      return addresses();
    },
    listenOn,
    close: () => {
      room.people.finish();
      return server.close();
    },
  };
  if (address !== undefined) await openOrClose(served, address);
  return served;
}

/** A server that cannot be reached as asked is no server. */
async function openOrClose(server: RoomServer, address: string): Promise<void> {
  try {
    await server.listenOn(address);
  } catch (error) {
    await server.close();
    throw error;
  }
}
