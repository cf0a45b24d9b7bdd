import type { ServerResponse } from 'node:http';
import { COMMON_HEADERS } from './headers.js';

/** Somebody's open stream. It shows the latest snapshot; those that the client was too slow for are left out. */
export type Watcher = {
  /** @param snapshot JSON in ASCII without line breaks, which needs no conversion before it is sent */
  readonly show: (snapshot: string) => void;
  readonly end: () => void;
};

export type EventStreams = {
  /** Answers a request with a stream. `onClose` runs once. */
  readonly open: (response: ServerResponse, onClose: () => void) => Watcher;
  readonly count: () => number;
  readonly close: () => void;
};

/** How long a client waits before it connects again, in milliseconds. */
const RETRY = 1_000;

const PING = 'event: ping\ndata: 1\n\n';

type Stream = Watcher & { readonly ping: () => void };

/**
 * A client that has not read what it got by the second ping is closed, so little is kept for each.
 * @param pingEvery milliseconds
 */
export function eventStreams(pingEvery: number): EventStreams {
  const streams = new Set<Stream>();
  const timer = setInterval(() => {
    for (const stream of streams) stream.ping();
  }, pingEvery).unref();
  return {
    open: (response, onClose) => {
      const stream = streamTo(response);
      streams.add(stream);
      response.on('close', () => {
        streams.delete(stream);
        onClose();
      });
      return stream;
    },
    count: () => streams.size,
    close: () => {
      clearInterval(timer);
      for (const stream of streams) stream.end();
    },
  };
}

function streamTo(response: ServerResponse): Stream {
  let waiting: string | undefined;
  let isSlow = false;
  const write = (text: string): void => {
    if (!response.destroyed && !response.writableEnded) response.write(text, 'latin1');
  };
  // The connection is this stream's alone, so its end ends the stream. Chunks would make three pieces of each event.
  response.removeHeader('transfer-encoding');
  response.writeHead(200, {
    ...COMMON_HEADERS,
    'content-type': 'text/event-stream',
    connection: 'close',
  });
  write(`retry: ${RETRY}\n\n`);
  response.on('drain', () => {
    const text = waiting;
    [waiting, isSlow] = [undefined, false];
    if (text !== undefined) write(text);
  });
  response.on('error', () => response.destroy());
  return {
    show: (snapshot) => {
      const text = `data: ${snapshot}\n\n`;
      if (response.writableNeedDrain) waiting = text;
      else write(text);
    },
    ping: () => {
      if (!response.writableNeedDrain) write(PING);
      else if (isSlow) response.destroy();
      else isSlow = true;
    },
    end: () => response.end(waiting),
  };
}
