import fc from 'fast-check';

/** Bytes that a hostile client sends, in pieces, and what it does then. */
export type Attack = {
  readonly kind: string;
  readonly pieces: readonly string[];
  /** Whether it waits for an answer. Else it goes at once. */
  readonly waits: boolean;
  /** Whether an answer of 200 would be a fault. */
  readonly mustFail: boolean;
};

/** What a hostile client knows of the room. */
export type Target = {
  readonly door: string;
  /** A token that the client got by joining. */
  readonly token: string;
  /** Ids of checks and choices of the exercise. */
  readonly checks: readonly { readonly id: string; readonly choices: readonly string[] }[];
};

const NAMES = [
  '\u001b[2J\u001b]0;owned\u0007',
  '\u202Eevil\u2066',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '=HYPERLINK("http://192.0.2.1","x")',
  '@SUM(1+1)*cmd|calc',
  'a'.repeat(200),
  '\u0000\u200b',
  'Z\u0301'.repeat(80),
  '../../etc/passwd',
  '__proto__',
] as const;

const PATHS = [
  '/../../../../etc/passwd',
  '/%2e%2e/%2e%2e/room.jsonl',
  '//room.jsonl',
  '/room.jsonl',
  '/.',
  '/\u0000',
  '/events',
  '/events?token=',
  '/events?token=../room',
  '/events?token[]=1',
  `/${'a'.repeat(7_000)}`,
  'http://192.0.2.1/',
  '*',
] as const;

const HEADERS = [
  'Origin: http://192.0.2.1',
  'Transfer-Encoding: chunked',
  'Content-Length: 5',
  'Content-Length: -1',
  'Content-Length: 99999999999999999999',
  `X: ${'y'.repeat(9_000)}`,
  'X : y',
  'Connection: Upgrade\r\nUpgrade: websocket',
  'Expect: 100-continue',
  'Authorization: Basic YTpi',
  'Authorization: Bearer __proto__',
  'Host: 192.0.2.1',
  Array.from({ length: 90 }, (_, n) => `X-${n}: y`).join('\r\n'),
] as const;

/** @param more further headers, complete lines */
function post(path: string, body: string, token = '', more: readonly string[] = []): string {
  const headers = [
    `POST ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Content-Type: application/json',
    'Connection: close',
    ...(token === '' ? [] : [`Authorization: Bearer ${token}`]),
    ...more,
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  return `${headers.join('\r\n')}\r\n\r\n${body}`;
}

const get = (path: string, more: readonly string[] = []): string =>
  [`GET ${path} HTTP/1.1`, 'Host: 127.0.0.1', 'Connection: close', ...more, '', ''].join('\r\n');

const nonce = fc.string({ minLength: 1, maxLength: 80 });

const hex = fc.array(fc.constantFrom(...'0123456789abcdef'), { minLength: 32, maxLength: 32 });

const wrongToken = fc.oneof(
  hex.map((digits) => digits.join('')),
  fc.constantFrom('', '0', 'undefined', '__proto__', 'constructor', 'f'.repeat(5_000)),
);

/** Ways to be hostile, the same ones for the same seed. */
export function attacks({ door, token, checks }: Target): fc.Arbitrary<Attack> {
  const ids = [...checks.map(({ id }) => id), '__proto__', 'nobody'];
  const choiceIds = [...checks.flatMap(({ choices }) => choices), 'constructor', ''];
  const pairs = fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...choiceIds)), {
    maxLength: 6,
  });
  const answer = fc.record({
    do: fc.constantFrom('answer', 'alone', 'hand-in', 'end', '__proto__'),
    stop: fc.constantFrom(-1, 1, 2, 6, 7, 99, 0.5, 2 ** 60, null),
    round: fc.constantFrom(0, 1, 2, 3, '1'),
    choices: fc.oneof(pairs, fc.constantFrom(null, {}, 'x')),
    nonce,
  });
  const command = fc.constantFrom('begin', 'close', 'reveal', 'next', 'end', 'lock', 'remove');
  const refusedAnswer = (kind: string, pieces: string): Attack => ({
    kind,
    pieces: [pieces],
    waits: true,
    mustFail: true,
  });
  return fc.oneof(
    answer.map((body) =>
      refusedAnswer('wrong order, other questions', post('/answer', JSON.stringify(body), token)),
    ),
    fc
      .tuple(answer, wrongToken)
      .map(([body, other]) =>
        refusedAnswer("others' tokens", post('/answer', JSON.stringify(body), other)),
      ),
    fc
      .tuple(command, fc.oneof(wrongToken, fc.constant(token)))
      .map(([name, other]) =>
        refusedAnswer("the host's commands", post('/host', JSON.stringify({ do: name }), other)),
      ),
    fc
      .constantFrom('/join', '/answer', '/host')
      .map((path) => refusedAnswer('50 kB', post(path, `{"x":"${'x'.repeat(50_000)}"}`, token))),
    fc
      .json({ maxDepth: 20 })
      .map((body) => refusedAnswer('any JSON', post('/answer', body.slice(0, 1_900), token))),
    fc.tuple(fc.constantFrom(...PATHS), fc.constantFrom(...HEADERS)).map(([path, header]) => ({
      kind: 'paths and headers',
      pieces: [get(path, [header])],
      waits: true,
      mustFail: false,
    })),
    fc.tuple(answer, fc.constantFrom(...HEADERS)).map(([body, header]) => ({
      kind: 'headers of a message',
      pieces: [post('/answer', JSON.stringify(body), token, [header])],
      waits: true,
      mustFail: true,
    })),
    fc.constantFrom(...NAMES).map((name) => ({
      kind: 'names',
      pieces: [post('/join', JSON.stringify({ code: door, name, wayIn: 'browser' }))],
      waits: true,
      mustFail: false,
    })),
    nonce.map((code) =>
      refusedAnswer('codes', post('/join', JSON.stringify({ code, name: '', wayIn: 'browser' }))),
    ),
    fc.tuple(fc.nat(120), fc.boolean()).map(([length, waits]) => ({
      kind: 'half requests',
      pieces: [post('/answer', '{"do":"answer"}', token).slice(0, length)],
      waits: false,
      mustFail: waits,
    })),
    fc.nat(3).map((every) => ({
      kind: 'slow requests',
      pieces: [...get('/events?token=0')].map((letter, n) => (n % 4 <= every ? letter : '')),
      waits: false,
      mustFail: false,
    })),
    fc.uint8Array({ minLength: 1, maxLength: 400 }).map((bytes) => ({
      kind: 'any bytes',
      pieces: [Buffer.from(bytes).toString('latin1')],
      waits: true,
      mustFail: false,
    })),
  );
}
