import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { COMMON_HEADERS, pagePolicy } from './headers.js';

/** The page in the encodings that browsers ask for, made once. */
export type PageBytes = {
  readonly for: (request: IncomingMessage) => {
    readonly headers: OutgoingHttpHeaders;
    readonly bytes: Uint8Array;
  };
};

/** @param html the page in UTF-8 */
export function pageBytes(html: Uint8Array): PageBytes {
  const encoded: readonly [encoding: string, bytes: Uint8Array][] = [
    ['br', brotliCompressSync(html)],
    ['gzip', gzipSync(html)],
  ];
  const common = {
    ...COMMON_HEADERS,
    'content-security-policy': pagePolicy(Buffer.from(html).toString()),
    'content-type': 'text/html; charset=utf-8',
    vary: 'accept-encoding',
  };
  return {
    for: ({ headers }) => {
      const accepted = String(headers['accept-encoding'] ?? '').split(/[,;\s]+/);
      const [encoding, bytes] = encoded.find(([name]) => accepted.includes(name)) ?? ['', html];
      return {
        bytes,
        headers: {
          ...common,
          'content-length': bytes.length,
          ...(encoding !== '' && { 'content-encoding': encoding }),
        },
      };
    },
  };
}
