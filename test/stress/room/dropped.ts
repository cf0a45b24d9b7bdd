import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { charactersOf } from '../../../src/core/room/codes/base32.js';
import type { ResultAnswer } from '../../../src/core/room-report/result.js';
import { inFolder } from '../folders.js';
import { startPlain } from '../plain-program.js';
import { planned, share } from '../plans.js';
import { flakyNetwork } from './flaky-network.js';
import { freePort } from './free-port.js';
import { type HostProcess, roomFolder, startHost } from './host-process.js';
import { type Respondent, respondent, voteOf } from './respondent.js';
import { until } from './until.js';

const LESSON = 'threatened';
const QUESTIONS = 7;

/** How many of the connections are dropped, and after how many milliseconds at most. */
const DROPPED = 0.3;
const DROPPED_WITHIN = 400;

/** Everyone is back within this many milliseconds after the host. */
const BACK_WITHIN = 5_000;

export type Evening = {
  readonly people: number;
  /** How often the host is killed: at most once in each vote. */
  readonly kills: number;
};

export type EveningResult = {
  readonly faults: readonly string[];
  readonly answers: number;
  /** The longest time until everyone was back after a kill, in milliseconds. */
  readonly slowest: number;
};

/** What one question brings. */
type Turn = {
  /** The positions of the choices that each person makes, in both votes. */
  readonly votes: readonly (readonly number[])[];
  readonly talks: boolean;
};

const turns = (people: number): fc.Arbitrary<readonly Turn[]> =>
  fc.array(
    fc.record({
      votes: fc.array(fc.array(fc.nat(3), { minLength: 1, maxLength: 3 }), {
        minLength: 2 * people,
        maxLength: 2 * people,
      }),
      talks: fc.boolean(),
    }),
    { minLength: QUESTIONS, maxLength: QUESTIONS },
  );

/**
 * A room in which connections are dropped and the host is killed. No answer that it acknowledged may be missing or other
 * than it was, and nobody may count twice.
 */
export const dropped = (evening: Evening, seed: number): Promise<EveningResult> =>
  inFolder(async (folder) => {
    const plan = planned(turns(evening.people), seed);
    const random = randomOf(seed);
    const run = await openRun(folder, evening, random);
    try {
      for (const [n, turn] of plan.entries()) await takeTurn(run, turn, n);
      await reach(run, 'end', 'ended');
      return { ...run.result(), faults: [...run.faults(), ...(await reportFaults(run, folder))] };
    } finally {
      await run.close();
    }
  });

/** Random numbers from 0 to below 1, the same for the same seed. */
function randomOf(seed: number): () => number {
  const numbers = planned(fc.array(share, { minLength: 997, maxLength: 997 }), seed);
  let n = 0;
  return () => Math.min(0.999_999, numbers[n++ % numbers.length] ?? 0);
}

type Run = {
  readonly people: readonly Respondent[];
  readonly say: (command: string) => void;
  /** Kills the host at a random moment, and waits until everyone is back. */
  readonly killSoon: () => Promise<void>;
  readonly mayKill: (turn: number) => boolean;
  readonly faults: () => string[];
  readonly result: () => Omit<EveningResult, 'faults'>;
  readonly close: () => Promise<void>;
};

async function openRun(
  folder: string,
  { people: count, kills }: Evening,
  random: () => number,
): Promise<Run> {
  const first = await startHost({ folder, lesson: LESSON, port: await freePort() });
  let host: HostProcess = first;
  const network = await flakyNetwork({
    to: first.port,
    share: DROPPED,
    within: DROPPED_WITHIN,
    random,
  });
  const people = Array.from({ length: count }, (_, n) =>
    respondent({ id: idOf(n), code: first.door, port: network.port, random }),
  );
  const faults: string[] = [];
  let slowest = 0;
  const killSoon = async (): Promise<void> => {
    await wait(random() * 200);
    await host.kill();
    host = await startHost({ folder, lesson: LESSON, port: first.port });
    const back = performance.now();
    await until(() => people.every((one) => one.link()?.is === 'joined'));
    slowest = Math.max(slowest, performance.now() - back);
  };
  await until(() => people.every((one) => one.view() !== undefined));
  return {
    people,
    say: (command) => host.say(command),
    killSoon,
    mayKill: (turn) => turn < kills,
    faults: () => [
      ...faults,
      ...people.flatMap((one) => one.faults),
      ...(slowest > BACK_WITHIN ? [`back only after ${Math.round(slowest)} ms`] : []),
    ],
    result: () => ({
      answers: people.reduce((sum, one) => sum + one.acknowledged.size, 0),
      slowest,
    }),
    close: async () => {
      for (const one of people) one.close();
      network.close();
      await host.kill();
    },
  };
}

const idOf = (n: number): string =>
  charactersOf(Array.from({ length: 12 }, (_, at) => (at < 2 ? (n >> (5 * at)) % 32 : 7)));

async function takeTurn(run: Run, { votes, talks }: Turn, n: number): Promise<void> {
  const { people } = run;
  await reach(run, n === 0 ? 'begin' : 'next', 'open', n);
  const vote = (round: 0 | 1): Promise<unknown> =>
    Promise.all(people.map((one, i) => one.answer(votes[round * people.length + i] ?? [])));
  const kill = run.mayKill(n) ? run.killSoon() : Promise.resolve();
  await Promise.all([vote(0), kill]);
  await reach(run, 'close', 'closed', n);
  if (talks) {
    await reach(run, 'talk', 'talk', n);
    await reach(run, 'vote', 'open', n);
    await vote(1);
    await reach(run, 'close', 'closed', n);
  }
  await reach(run, 'reveal', 'revealed', n);
}

/** Gives the command, again if the host was killed meanwhile, until everyone sees the phase. */
async function reach({ people, say }: Run, command: string, phase: string, stop?: number) {
  const isThere = ({ view }: Respondent): boolean =>
    view()?.phase === phase && (stop === undefined || view()?.stops[0]?.stop === stop);
  if (!people.every(isThere)) say(command);
  await until(() => people.every(isThere));
}

type Written = {
  readonly person: { readonly id: string };
  readonly answers: readonly ResultAnswer[];
  readonly second?: readonly ResultAnswer[];
};

async function reportFaults({ people }: Run, folder: string): Promise<string[]> {
  const room = roomFolder(folder);
  const { code, out, err } = await startPlain(['workshop', 'report', room, '--json']).ended;
  if (code !== 0) return [`the report ended with code ${code}: ${err.slice(0, 300)}`];
  const report = JSON.parse(out) as { readonly people: number };
  const files = readdirSync(room).filter((name) => name.startsWith('result-'));
  const results = files.map(
    (name) => JSON.parse(readFileSync(path.join(room, name), 'utf8')) as Written,
  );
  return [
    ...(report.people === people.length ? [] : [`${report.people} people, not ${people.length}`]),
    ...(files.length === people.length ? [] : [`${files.length} results, not ${people.length}`]),
    ...people.flatMap((one) =>
      lostBy(
        one,
        results.filter(({ person }) => person.id === one.id),
      ),
    ),
  ];
}

function lostBy({ id, acknowledged }: Respondent, results: readonly Written[]): string[] {
  const kept = results.flatMap(({ answers, second = [] }) => [
    ...answers.map(({ check, choice }) => [voteOf(check, 1), choice] as const),
    ...second.map(({ check, choice }) => [voteOf(check, 2), choice] as const),
  ]);
  const doubled = kept.length - new Map(kept).size;
  const byVote = new Map(kept);
  const lost = [...acknowledged].filter(([vote, choice]) => byVote.get(vote) !== choice);
  return [
    ...(doubled === 0 ? [] : [`${id}: ${doubled} answers are there twice`]),
    ...lost.map(([vote, choice]) => `${id}: ${vote} is ${byVote.get(vote)}, not ${choice}`),
  ];
}
