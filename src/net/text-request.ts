import http from 'node:http';

/** What a server answered: its status, and the beginning of its text if that is too long. */
export type TextAnswer = { readonly status: number; readonly text: string };

/** No answer of a room is longer, in bytes. */
const LARGEST_ANSWER = 1_000_000;

/** How long an answer may take, in milliseconds. */
const LONGEST_WAIT = 8_000;

/**
 * Posts a value as JSON. Follows no redirect. Rejects if there is no complete answer in time, or if it is too long.
 * @param token proves who is speaking
 */
export const postJson = (
  url: string,
  value: unknown,
  { token, signal }: { readonly token?: string | undefined; readonly signal: AbortSignal },
): Promise<TextAnswer> =>
  new Promise((resolve, reject) => {
    const body = Buffer.from(JSON.stringify(value));
    const headers = {
      'content-type': 'application/json',
      'content-length': body.length,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    };
    const request = http.request(url, { method: 'POST', headers, signal }, (response) => {
      const parts: Buffer[] = [];
      let size = 0;
      response.on('data', (part: Buffer) => {
        size += part.length;
        if (size > LARGEST_ANSWER) request.destroy(new Error('the answer is too long'));
        else parts.push(part);
      });
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }),
      );
    });
    // Not the timeout of the socket, which each byte would start again.
    const timer = setTimeout(() => request.destroy(new Error('no answer in time')), LONGEST_WAIT);
    request.on('close', () => {
      clearTimeout(timer);
      reject(new Error('the connection was closed'));
    });
    request.on('error', reject);
    request.end(body);
  });
