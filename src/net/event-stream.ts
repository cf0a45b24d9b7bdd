import http from 'node:http';
import { StringDecoder } from 'node:string_decoder';
import { eventReader } from './event-lines.js';

/** No view of a room is longer, in characters. */
const LARGEST_EVENT = 1_000_000;

/** How long a server may take to begin, in milliseconds. */
const LONGEST_START = 4_000;

/** How long a stream may be silent, in milliseconds. A room sends a ping every 15 seconds. */
const LONGEST_SILENCE = 35_000;

/**
 * Follows the events of a room, and calls `take` with the data of each.
 * @returns the status with which the server refused, or 200 once the stream has ended. Rejects if it broke.
 */
export const followEvents = (
  url: string,
  take: (data: string) => void,
  signal: AbortSignal,
): Promise<number> =>
  new Promise((resolve, reject) => {
    const headers = { accept: 'text/event-stream' };
    // No pooled connection: a stream keeps its own until it ends.
    const request = http.get(url, { headers, signal, agent: false }, (response) => {
      const { statusCode = 0 } = response;
      if (
        statusCode !== 200 ||
        !/^text\/event-stream/i.test(response.headers['content-type'] ?? '')
      ) {
        resolve(statusCode === 200 ? 0 : statusCode);
        request.destroy();
        return;
      }
      const decoder = new StringDecoder('utf8');
      const read = eventReader(LARGEST_EVENT, ({ name, data }) => {
        if (name === 'message') take(data);
      });
      response.on('data', (part: Buffer) => {
        expectWithin(LONGEST_SILENCE);
        try {
          read(decoder.write(part));
        } catch (error) {
          request.destroy(error instanceof Error ? error : undefined);
        }
      });
      response.on('error', reject);
      response.on('end', () => resolve(200));
    });
    let timer: NodeJS.Timeout | undefined;
    function expectWithin(milliseconds: number): void {
      clearTimeout(timer);
      timer = setTimeout(() => request.destroy(new Error('the room is silent')), milliseconds);
    }
    expectWithin(LONGEST_START);
    request.on('close', () => {
      clearTimeout(timer);
      reject(new Error('the connection was closed'));
    });
    request.on('error', reject);
  });
