import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RoomService } from './room-service.js';
import { type Routes, roomRoutes } from './routes.js';

/** In milliseconds. */
export type Patience = {
  /** Between two signs of life in a stream. */
  readonly ping: number;
  /** Until the headers of a request are complete, from the connection on. */
  readonly headers: number;
  /** Until a request is complete. */
  readonly request: number;
  /** Between two requests of one connection. */
  readonly idle: number;
  /** Without any byte, in whatever state. Longer than `ping`. */
  readonly silence: number;
};

const PATIENCE: Patience = {
  ping: 15_000,
  headers: 10_000,
  request: 15_000,
  idle: 20_000,
  silence: 60_000,
};

/** Serves one room, at one or more addresses of this computer. */
export type HttpServer = {
  /** Serves at this address, too. Rejects with the system's error. @returns the port, which the system chooses for 0 */
  readonly listen: (address: string, port: number) => Promise<number>;
  /** Takes no more connections at this address. */
  readonly stopListening: (address: string) => void;
  /** Ends all streams and connections. */
  readonly close: () => Promise<void>;
};

/**
 * @param html the page that a browser gets, in UTF-8
 * @param patience how long slow clients may take
 */
export function httpServer(
  service: RoomService,
  html: Uint8Array,
  patience: Partial<Patience> = {},
): HttpServer {
  const times = { ...PATIENCE, ...patience };
  const routes = roomRoutes(service, html, times.ping);
  const servers = new Map<string, Server>();
  const all = new Set<Server>();
  return {
    listen: async (address, port) => {
      const server = patientServer(routes, times);
      const at = await listening(server, address, port);
      servers.set(address, server);
      all.add(server);
      return at;
    },
    stopListening: (address) => {
      servers.get(address)?.close();
      servers.delete(address);
    },
    close: async () => {
      routes.close();
      await Promise.all([...all].map(closed));
    },
  };
}

/** Streams of a full room, and as many connections that send something. */
const MOST_CONNECTIONS = 8_000;

const LARGEST_HEADERS = 8 * 1024;
const MOST_HEADERS = 64;

function patientServer({ handle }: Routes, { headers, request, idle, silence }: Patience): Server {
  const server = createServer(
    {
      headersTimeout: headers,
      requestTimeout: request,
      keepAliveTimeout: idle,
      connectionsCheckingInterval: Math.min(1_000, headers),
      maxHeaderSize: LARGEST_HEADERS,
    },
    handle,
  );
  server.maxConnections = MOST_CONNECTIONS;
  server.maxHeadersCount = MOST_HEADERS;
  return server.setTimeout(silence);
}

const listening = (server: Server, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, backlog: 2_048 }, () => {
      server.off('error', reject);
      // Such as too many open files: the connection is lost, and the others go on.
      server.on('error', () => {});
      resolve((server.address() as AddressInfo).port);
    });
  });

/** How long replies that are under way may take to arrive, in milliseconds. */
const GRACE = 500;

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), GRACE).unref();
  });
