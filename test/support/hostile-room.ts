import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that answers each path as a test tells it to. */
export type HostileRoom = {
  readonly url: string;
  /** Resolves once somebody has asked for all paths. */
  readonly visited: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type Replies = Readonly<Record<string, (response: ServerResponse) => void>>;

/** @param replies by the path, without what follows `?` */
export const hostileRoom = (replies: Replies): Promise<HostileRoom> =>
  new Promise((resolve) => {
    const asked = new Set<string>();
    let tell = (): void => {};
    const all = new Promise<void>((done) => {
      tell = done;
    });
    const server = createServer((request, response) => {
      const path = (request.url ?? '').split('?')[0] ?? '';
      request.resume();
      asked.add(path);
      if (Object.keys(replies).every((one) => asked.has(one))) tell();
      (replies[path] ?? (() => response.end('nothing here')))(response);
    });
    server.listen(0, '127.0.0.1', () => {
      resolve({
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        visited: () => all,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
