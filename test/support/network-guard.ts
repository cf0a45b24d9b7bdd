import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * A script that Node runs before the program. It logs every call that opens a connection or looks up a name, and makes
 * the call fail. Pipes and terminals are sockets, too, so it guards only connect and listen. The names are patterns, to
 * include functions of later Node versions.
 */
const GUARD = `import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import dgram from 'node:dgram';
import dns from 'node:dns';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import net from 'node:net';
import tls from 'node:tls';
const forbidden = (what) =>
  function () {
    appendFileSync(LOG, what + '\\n');
    throw new Error('no network');
  };
const before = [];
const forbid = (holder, one, name) => {
  before.push([holder, one, Object.getOwnPropertyDescriptor(holder, one)]);
  holder[one] = forbidden(name);
};
const guard = (holder, name, names) => {
  for (const one of Object.getOwnPropertyNames(holder))
    if (names.test(one) && typeof holder[one] === 'function') forbid(holder, one, name + '.' + one);
};
const LOOKS_UP = /^(lookup|lookupService|resolve.*|reverse)$/;
guard(dns, 'dns', LOOKS_UP);
guard(dns.promises, 'dns.promises', LOOKS_UP);
for (const { Resolver } of [dns, dns.promises]) {
  for (let one = Resolver.prototype; one !== Object.prototype; one = Object.getPrototypeOf(one))
    guard(one, 'dns.Resolver', LOOKS_UP);
}
guard(net.Socket.prototype, 'net.Socket', /^connect$/);
guard(net.Server.prototype, 'net.Server', /^listen$/);
guard(dgram.Socket.prototype, 'dgram.Socket', /^(bind|connect|send)$/);
guard(net, 'net', /^(connect|createConnection)$/);
guard(dgram, 'dgram', /^createSocket$/);
guard(tls, 'tls', /^connect$/);
guard(http, 'http', /^(get|request|createServer)$/);
guard(https, 'https', /^(get|request|createServer)$/);
guard(http2, 'http2', /^(connect|create(Secure)?Server)$/);
for (const name of ['fetch', 'WebSocket', 'EventSource']) forbid(globalThis, name, name);
syncBuiltinESMExports();
export const lift = () => {
  for (const [holder, one, descriptor] of before) {
    if (descriptor) Object.defineProperty(holder, one, descriptor);
    else delete holder[one];
  }
  syncBuiltinESMExports();
};
`;

/** Guards started programs by Node's arguments or the environment. Calls are one per line. */
export function networkGuardIn(folder: string): {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Guards this process. @returns ends that */
  readonly here: () => Promise<() => void>;
  readonly calls: () => string;
} {
  const log = path.join(folder, 'network.txt');
  const guard = path.join(folder, 'network-guard.mjs');
  writeFileSync(log, '');
  writeFileSync(guard, GUARD.replaceAll('LOG', JSON.stringify(log)));
  const { href } = pathToFileURL(guard);
  return {
    args: ['--import', href],
    env: { NODE_OPTIONS: `--import ${href}` },
    here: async () => ((await import(href)) as { readonly lift: () => void }).lift,
    calls: () => readFileSync(log, 'utf8'),
  };
}
