import type { IncomingMessage } from 'node:http';
import { parseJson } from '../core/json-shape.js';

/** In bytes. */
const LARGEST_BODY = 2_048;

export type Body = { readonly json: unknown } | 'too-large' | 'cut-off';

/**
 * Reads a request's body as JSON, and keeps no more of it than the limit.
 * @returns `json` is undefined if the text is not JSON; `cut-off` if the connection ended first
 */
export function readBody(request: IncomingMessage): Promise<Body> {
  if (Number(request.headers['content-length']) > LARGEST_BODY) return Promise.resolve('too-large');
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let size = 0;
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size > LARGEST_BODY) resolve('too-large');
      else parts.push(part);
    });
    request.on('end', () => resolve({ json: parseJson(Buffer.concat(parts).toString()) }));
    request.on('error', () => resolve('cut-off'));
    request.on('close', () => resolve('cut-off'));
  });
}
