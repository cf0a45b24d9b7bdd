import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { AddressLimits } from './address-limits.js';
import type { EventStreams } from './event-streams.js';
import { COMMON_HEADERS } from './headers.js';
import type { PageBytes } from './page-bytes.js';
import { type Reply, type RoomService, refusal } from './room-service.js';

/** What the routes of a server share. */
export type Site = {
  readonly service: RoomService;
  readonly page: PageBytes;
  readonly limits: AddressLimits;
  readonly streams: EventStreams;
};

/** A request, and the way to answer it. */
export type Exchange = Site & {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Of the client. */
  readonly address: string;
};

/** A body that was not read ends the connection, so that a client cannot go on sending it. */
export function reply(
  { request, response }: Exchange,
  { status, body }: Reply,
  headers: OutgoingHttpHeaders = {},
): void {
  if (response.destroyed || response.headersSent) return;
  const text = JSON.stringify(body);
  response.writeHead(status, {
    ...COMMON_HEADERS,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    ...(isUnread(request) && { connection: 'close' }),
    ...headers,
  });
  response.end(text);
}

/** Whether there is a body of which something may still come. */
const isUnread = ({ complete, headers }: IncomingMessage): boolean =>
  !complete && ('transfer-encoding' in headers || Number(headers['content-length']) > 0);

/** Seconds after which a client may try again. */
const WAIT = '5';

export const refuseTooMany = (exchange: Exchange): void =>
  reply(
    exchange,
    refusal(429, 'too-many', 'Too many messages come from this network. Try again in a moment.'),
    { 'retry-after': WAIT },
  );
