import type { IncomingMessage, ServerResponse } from 'node:http';
import { MOST_PEOPLE } from '../core/live-room/person-message.js';
import { type Act, addressLimits } from './address-limits.js';
import { readBody } from './body.js';
import { eventStreams } from './event-streams.js';
import { type Exchange, refuseTooMany, reply, type Site } from './exchange.js';
import { bearerToken, isFromElsewhere } from './headers.js';
import { pageBytes } from './page-bytes.js';
import { type Reply, type RoomService, refusal, WRONG_CODE } from './room-service.js';

type HttpRoute = {
  readonly method: 'GET' | 'POST';
  readonly act: Act;
  readonly run: (exchange: Exchange) => void;
};

export type Routes = {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** Ends all streams. */
  readonly close: () => void;
};

/** @param pingEvery milliseconds between two signs of life in a stream */
export function roomRoutes(service: RoomService, html: Uint8Array, pingEvery: number): Routes {
  const limits = addressLimits(() => performance.now());
  const streams = eventStreams(pingEvery);
  const site: Site = { service, page: pageBytes(html), limits, streams };
  return {
    handle: (request, response) => {
      response.on('error', () => response.destroy());
      handle({ ...site, request, response, address: request.socket.remoteAddress ?? '' });
    },
    close: streams.close,
  };
}

const PAGE: HttpRoute = { method: 'GET', act: 'request', run: sendPage };

/** By their paths. */
const ROUTES: ReadonlyMap<string, HttpRoute> = new Map<string, HttpRoute>([
  ['/join', { method: 'POST', act: 'join', run: (exchange) => void answered(exchange, joined) }],
  [
    '/answer',
    { method: 'POST', act: 'message', run: (exchange) => void answered(exchange, asPerson) },
  ],
  ['/host', { method: 'POST', act: 'message', run: (exchange) => void answered(exchange, asHost) }],
  ['/events', { method: 'GET', act: 'request', run: openStream }],
]);

/** Any end of an address gets the page. Joining says whether it is the right one, and counts how often it is not. */
const PAGE_PATH = /^\/[\da-z]{0,32}$/i;

function handle(exchange: Exchange): void {
  const path = exchange.request.url?.split('?', 1)[0] ?? '';
  const route = ROUTES.get(path) ?? (PAGE_PATH.test(path) ? PAGE : undefined);
  if (!route) reply(exchange, NOT_FOUND);
  else handleBy(route, exchange);
}

function handleBy(route: HttpRoute, exchange: Exchange): void {
  const { request, limits, address } = exchange;
  if (request.method !== route.method) reply(exchange, wrongMethod(route), { allow: route.method });
  else if (isFromElsewhere(request)) reply(exchange, FROM_ELSEWHERE);
  else if (!limits.take(address, route.act)) refuseTooMany(exchange);
  else route.run(exchange);
}

const NOT_FOUND = refusal(404, 'not-found', 'There is nothing at this address.');

const FROM_ELSEWHERE = refusal(
  403,
  'from-elsewhere',
  'Another site sent this. Open the address that is on the screen.',
);

const wrongMethod = ({ method }: HttpRoute): Reply =>
  refusal(405, 'wrong-method', `This address takes only ${method}.`);

const TOO_LARGE = refusal(413, 'too-large', 'This message is too long.');
const NO_JSON = refusal(400, 'not-understood', "The room couldn't read what you sent.");

async function answered(
  exchange: Exchange,
  answer: (exchange: Exchange, body: unknown) => Promise<Reply>,
): Promise<void> {
  const body = await readBody(exchange.request);
  if (body === 'too-large') reply(exchange, TOO_LARGE);
  else if (body !== 'cut-off')
    reply(exchange, body.json === undefined ? NO_JSON : await answer(exchange, body.json));
}

const TOO_MANY_CODES = refusal(
  429,
  'too-many',
  'Too many wrong codes came from this network. Try again in a moment.',
);

async function joined({ service, limits, address }: Exchange, body: unknown): Promise<Reply> {
  if (!limits.allows(address, 'wrong-code')) return TOO_MANY_CODES;
  const answer = await service.join(body);
  if (answer.status === WRONG_CODE) limits.take(address, 'wrong-code');
  return answer;
}

const asPerson = ({ service, request }: Exchange, body: unknown): Promise<Reply> =>
  service.answer(bearerToken(request), body);

const asHost = ({ service, request }: Exchange, body: unknown): Promise<Reply> =>
  service.host(bearerToken(request), body);

/** All people with three tabs each. */
const MOST_STREAMS = 3 * MOST_PEOPLE;

const UNKNOWN = refusal(401, 'unknown-person', "You're not in this room. Join again.");

function openStream(exchange: Exchange): void {
  const { request, service, streams } = exchange;
  const token = /[?&]token=([\da-f]{1,64})(?:&|$)/i.exec(request.url ?? '')?.[1] ?? '';
  if (streams.count() >= MOST_STREAMS) refuseTooMany(exchange);
  else if (service.knows(token)) startStream(exchange, token);
  else reply(exchange, UNKNOWN);
}

function startStream({ response, service, streams }: Exchange, token: string): void {
  let stop = (): void => {};
  const watcher = streams.open(response, () => stop());
  stop = service.watch(token, watcher);
}

function sendPage({ request, response, page }: Exchange): void {
  const { headers, bytes } = page.for(request);
  response.writeHead(200, headers);
  response.end(bytes);
}
