import { createConnection } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { checksOf } from '../../../src/core/course/lesson.js';
import { hash32 } from '../../../src/core/hash.js';
import { isRecord, parseJson } from '../../../src/core/json-shape.js';
import { inFolder, inParallel } from '../folders.js';
import { startPlain } from '../plain-program.js';
import { lessons } from '../shipped-course.js';
import { type Attack, attacks } from './attack.js';
import { freePort } from './free-port.js';
import { type HostProcess, roomFolder, startHost } from './host-process.js';
import { type Respondent, respondent } from './respondent.js';
import { until } from './until.js';

const LESSON = 'threatened';

/** Clients that are connected at the same time. */
const AT_ONCE = 32;

/** How long a client waits for an answer, in milliseconds. */
const PATIENCE = 2_000;

/** In megabytes. */
const MOST_MEMORY = 200;

/** Someone who only joins, from one address: more than a class, and fewer than a room can have. */
const JOINS = 1_000;

export type HostileResult = { readonly faults: readonly string[]; readonly memory: number };

/**
 * Hostile clients in a room with three honest people. The host goes on, nobody else's answer changes, nothing of a key is
 * sent before the reveal, and the memory has a bound.
 */
export const hostile = (clients: number, seed: number): Promise<HostileResult> =>
  inFolder(async (folder) => {
    const host = await startHost({ folder, lesson: LESSON, port: await freePort() });
    const honest = [1, 2, 3].map((n) => honestPerson(n, host));
    try {
      await until(() => honest.every((one) => one.view()?.phase === 'lobby'));
      host.say('begin');
      await until(() => honest.every((one) => one.view()?.phase === 'open'));
      await Promise.all(honest.map((one, n) => one.answer([n])));
      const faults = await attacked(host, clients, seed);
      const joined = await joinOften(host, Math.min(JOINS, clients));
      host.say('close');
      host.say('reveal');
      await until(() => honest.every((one) => one.view()?.phase === 'revealed'));
      const after = [...faults, ...joined, ...honest.flatMap(changedFor), ...spoiled(host.said())];
      host.say('end');
      await until(() => honest.every((one) => one.view()?.phase === 'ended'));
      const memory = host.memory() ?? 0;
      return {
        memory,
        faults: [
          ...after,
          ...(memory > MOST_MEMORY ? [`${Math.round(memory)} MB of memory`] : []),
          ...(await spoiledReport(folder)),
        ],
      };
    } finally {
      for (const one of honest) one.close();
      await host.kill();
    }
  });

const honestPerson = (n: number, { door, port }: HostProcess): Respondent =>
  respondent({ id: `${n}HNEST777777`.slice(0, 12), code: door, port, random: () => 0.5 });

async function attacked(host: HostProcess, clients: number, seed: number): Promise<string[]> {
  const token = await tokenOf(host);
  const arbitrary = attacks({ door: host.door, token, checks: CHECKS });
  const plan = fc.sample(arbitrary, { seed: hash32(`${seed}`), numRuns: clients });
  const faults: string[] = [];
  await inParallel(
    clients,
    async (n) => {
      const attack = plan[n];
      if (!attack || !host.isRunning()) return;
      const answer = await sent(attack, host.port, addressOf(n));
      faults.push(...faultsIn(answer, attack).map((fault) => `client ${n}: ${fault}`));
    },
    AT_ONCE,
  );
  return host.isRunning() ? faults : [...faults, `the host ended: ${host.said().slice(-300)}`];
}

const lesson = lessons.find(({ id }) => id === LESSON);

const CHECKS = lesson
  ? checksOf(lesson).map(({ id, choices }) => ({ id, choices: choices.map((one) => one.id) }))
  : [];

/** Every text that would give a key away. */
const SECRETS = lesson
  ? checksOf(lesson).flatMap(({ truth, choices }) => [
      truth,
      ...choices.map(({ feedback }) => feedback),
    ])
  : [];

const WORDS_OF_A_KEY = /"verdict"|"outcome"|"key":/;

/** Hostile clients come from many addresses of this computer, where the system has more than one. */
const addressOf = (n: number): string =>
  process.platform === 'linux' ? `127.0.1.${1 + (n % 250)}` : '127.0.0.1';

function faultsIn(answer: string, { kind, mustFail }: Attack): string[] {
  const isTaken = mustFail && /^HTTP\/1\.1 200/m.test(answer);
  const isTold = SECRETS.some((text) => answer.includes(text)) || WORDS_OF_A_KEY.test(answer);
  const isTrace = /^\s+at .*:\d+:\d+/m.test(answer) || answer.startsWith('HTTP/1.1 500');
  return [
    ...(isTaken ? [`${kind}: taken: ${answer.slice(-200)}`] : []),
    ...(isTold ? [`${kind}: the key is in the answer`] : []),
    ...(isTrace ? [`${kind}: a fault of the host: ${answer.slice(0, 200)}`] : []),
  ];
}

/** @returns all that came back before the connection ended, or within the client's patience */
function sent({ pieces, waits }: Attack, port: number, localAddress: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1', localAddress });
    let answer = '';
    const leave = (): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setEncoding('utf8').setTimeout(PATIENCE, leave);
    socket.on('data', (text) => {
      answer += text;
    });
    socket.on('error', leave).on('close', leave);
    socket.on('connect', async () => {
      for (const piece of pieces) {
        socket.write(piece, 'latin1');
        if (pieces.length > 1) await wait(1);
      }
      if (!waits) leave();
    });
  });
}

const joinMessage = (door: string, name: string): string =>
  JSON.stringify({ code: door, name, wayIn: 'browser' });

function joinOnce({ port, door }: HostProcess, name: string): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(`http://127.0.0.1:${port}/join`, {
    method: 'POST',
    headers,
    body: joinMessage(door, name),
  });
}

async function tokenOf(host: HostProcess): Promise<string> {
  const body = parseJson(await (await joinOnce(host, 'Mallory')).text());
  return isRecord(body) ? String(body.token) : '';
}

/** A thousand joins from one address: each is taken or refused with a reason. */
async function joinOften(host: HostProcess, joins: number): Promise<string[]> {
  const faults: string[] = [];
  await inParallel(
    joins,
    async (n) => {
      const { status } = await joinOnce(host, `Somebody ${n}`);
      if (![200, 403, 409, 429, 503].includes(status)) faults.push(`join ${n}: ${status}`);
    },
    AT_ONCE,
  );
  return faults;
}

/** What an honest person sees must be what they chose. */
function changedFor({ id, view, acknowledged }: Respondent): string[] {
  const [stop] = view()?.stops ?? [];
  if (stop?.kind !== 'question') return [`${id}: no question to be seen`];
  return stop.rows.flatMap(({ check, chosen }) =>
    acknowledged.get(`${check}/1`) === chosen ? [] : [`${id}: ${check} has become ${chosen}`],
  );
}

/** Escape codes and direction controls. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

const spoiled = (text: string): string[] => {
  const at = text.search(UNSAFE);
  return at < 0
    ? []
    : [`unsafe text: ${JSON.stringify(text.slice(Math.max(0, at - 40), at + 40))}`];
};

async function spoiledReport(folder: string): Promise<string[]> {
  const { code, out, err } = await startPlain(['workshop', 'report', roomFolder(folder), '--all'])
    .ended;
  return [...(code === 0 ? [] : [`the report ended with code ${code}: ${err}`]), ...spoiled(out)];
}
