import { connect, createServer, type Server, type Socket } from 'node:net';

/** A connection to a port of this computer that a test can cut and mend. */
export type CutLine = {
  /** Leads to the other port. It stays the same. */
  readonly port: number;
  /** Breaks all connections and takes no new ones. */
  readonly cut: () => Promise<void>;
  readonly mend: () => Promise<void>;
};

export async function lineTo(target: number): Promise<CutLine> {
  const sockets = new Set<Socket>();
  let server: Server;
  let port = 0;
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
  };
  const mend = (): Promise<void> =>
    new Promise((resolve, reject) => {
      server = createServer((near) => {
        const far = keep(connect(target, '127.0.0.1'));
        keep(near).pipe(far).pipe(near);
        near.on('close', () => far.destroy());
        far.on('close', () => near.destroy());
      });
      server.once('error', reject).listen(port, '127.0.0.1', () => {
        const address = server.address();
        port = typeof address === 'object' && address ? address.port : 0;
        resolve();
      });
    });
  await mend();
  return {
    port,
    mend,
    cut: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
