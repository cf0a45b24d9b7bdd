import type { Check } from '../../../core/course/course.js';
import type { ChosenAt } from '../../../core/live-room/event.js';
import { checksAt, type Stop } from '../../../core/live-room/stop.js';
import type { PersonView, QuestionStop } from '../../../core/views/live-room/person-view.js';
import { type RoomClient, roomClient } from '../../../net/room-client.js';
import { difficulties, type Random, type SimulatedMind, simulatedMind } from './simulated-mind.js';

type Practice = {
  /** One for each person, with which they join. */
  readonly nonces: readonly string[];
  /** Where the room is: `http://127.0.0.1:4321`. */
  readonly origin: string;
  readonly code: string;
  readonly stops: readonly Stop[];
  readonly random?: Random;
};

/** All have joined after this time, in milliseconds. */
const LONGEST_JOINING = 6_000;

/**
 * People for practice: they join over this computer's own network as browsers do, and answer after a while.
 * @returns how to stop
 */
export function simulatePeople(practice: Practice): () => void {
  const { nonces, stops, random = Math.random } = practice;
  const checks = new Map(stops.flatMap(checksAt).map((check) => [check.id, check]));
  const difficulty = difficulties(random);
  const later = timers();
  const clients: RoomClient[] = [];
  for (const nonce of nonces)
    later.after(LONGEST_JOINING * random(), () =>
      clients.push(joined(practice, nonce, checks, simulatedMind(difficulty, random), later)),
    );
  return () => {
    later.stop();
    for (const client of clients) client.close();
  };
}

type ChecksById = ReadonlyMap<string, Check>;

function joined(
  { origin, code }: Practice,
  nonce: string,
  checks: ChecksById,
  mind: SimulatedMind,
  later: Timers,
): RoomClient {
  const begun = new Set<string>();
  const client = roomClient({
    address: { origin },
    who: { code, name: '', wayIn: 'browser', nonce },
    onView: (view) => {
      const next = nextThing(view, begun);
      if (next === undefined) return;
      begun.add(next.key);
      later.after(mind.thinkingTime(), () => void next.work(client, mind, checks, later));
    },
    onLink: () => {},
  });
  return client;
}

/** What somebody does once, after thinking. */
type NextWork = {
  readonly key: string;
  readonly work: (
    client: RoomClient,
    mind: SimulatedMind,
    checks: ChecksById,
    later: Timers,
  ) => Promise<unknown>;
};

/** The first question that is not answered; after the last one at the own pace, the hand-in. */
function nextThing(view: PersonView, begun: ReadonlySet<string>): NextWork | undefined {
  const questions = view.stops.filter((stop) => stop.kind === 'question');
  const open = questions.find((stop) => stop.canAnswer && !isAnswered(stop));
  if (open) return unlessBegun({ key: `${open.stop}/${open.round}`, work: answering(open) }, begun);
  if (view.phase !== 'own') return undefined;
  return unlessBegun({ key: 'hand-in', work: (client) => client.handIn() }, begun);
}

const unlessBegun = (next: NextWork, begun: ReadonlySet<string>): NextWork | undefined =>
  begun.has(next.key) ? undefined : next;

const isAnswered = ({ rows }: QuestionStop): boolean =>
  rows.every(({ chosen }) => chosen !== undefined);

const answering =
  ({ stop, round, rows }: QuestionStop): NextWork['work'] =>
  async (client, mind, checks, later) => {
    const send = (): Promise<unknown> =>
      client.answer({ stop, round, choices: choicesFor(rows, round, mind, checks) });
    await send();
    if (mind.thinksAgain()) later.after(mind.thinkingTime(), () => void send());
  };

const choicesFor = (
  rows: QuestionStop['rows'],
  round: 1 | 2,
  mind: SimulatedMind,
  checks: ChecksById,
): ChosenAt[] =>
  rows.flatMap((row): ChosenAt[] => {
    const check = checks.get(row.check);
    return check ? [[check.id, mind.choose(check, round)]] : [];
  });

type Timers = {
  readonly after: (milliseconds: number, work: () => void) => void;
  readonly stop: () => void;
};

/** Timers that end together. None of them keeps the program running. */
function timers(): Timers {
  const running = new Set<NodeJS.Timeout>();
  return {
    after: (milliseconds, work) => {
      const timer = setTimeout(() => {
        running.delete(timer);
        work();
      }, milliseconds).unref();
      running.add(timer);
    },
    stop: () => {
      for (const timer of running) clearTimeout(timer);
      running.clear();
    },
  };
}
