import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';

/** What every answer says: nothing is stored, framed, guessed or passed on. */
export const COMMON_HEADERS: OutgoingHttpHeaders = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/** Allows the page its own scripts and styles by their hashes, and connections to where it came from. */
export function pagePolicy(html: string): string {
  const hashes = (tag: string): string =>
    [...html.matchAll(new RegExp(`<${tag}\\b[^>]*>(.*?)</${tag}>`, 'gs'))]
      .map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
      .join(' ');
  const own = (tag: string): string => hashes(tag) || "'none'";
  return [
    "default-src 'none'",
    `script-src ${own('script')}`,
    `style-src ${own('style')}`,
    "connect-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Whether a browser sends this for a page from elsewhere. Programs other than browsers send no origin. */
export const isFromElsewhere = ({ headers: { origin, host } }: IncomingMessage): boolean =>
  origin !== undefined && origin !== `http://${host}`;

/** The token in `Authorization: Bearer TOKEN`; empty without one. */
export const bearerToken = ({ headers }: IncomingMessage): string =>
  /^Bearer ([\da-f]{1,64})$/i.exec(headers.authorization ?? '')?.[1] ?? '';
