import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * What Node runs before the program: whatever would reach out, or look up a name, is written down and fails. A pipe and
 * a terminal are sockets, too: what counts is whether one is told to connect or to listen. All that a module gives by
 * such a name is taken, so that one that a later Node adds is, too.
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
const told = (what) =>
  function () {
    appendFileSync(TOLD, what + '\\n');
    throw new Error('no network');
  };
const guard = (holder, name, names) => {
  for (const one of Object.getOwnPropertyNames(holder))
    if (names.test(one) && typeof holder[one] === 'function') holder[one] = told(name + '.' + one);
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
for (const name of ['fetch', 'WebSocket', 'EventSource']) globalThis[name] = told(name);
syncBuiltinESMExports();
`;

/** @returns arguments for Node, before the program's, and what was told so far, a line each */
export function networkGuardIn(folder: string): {
  readonly args: readonly string[];
  readonly told: () => string;
} {
  const told = path.join(folder, 'network.txt');
  const guard = path.join(folder, 'network-guard.mjs');
  writeFileSync(told, '');
  writeFileSync(guard, GUARD.replaceAll('TOLD', JSON.stringify(told)));
  return {
    args: ['--import', pathToFileURL(guard).href],
    told: () => readFileSync(told, 'utf8'),
  };
}
