import fc from 'fast-check';
import type { ChosenAt } from '../../src/core/live-room/event.js';
import type { HostCommand } from '../../src/core/live-room/host-command.js';
import type { PersonMessage } from '../../src/core/live-room/message.js';
import type { Refusal } from '../../src/core/live-room/refusal.js';
import { checksAt } from '../../src/core/live-room/stop.js';
import { hostileText } from './any-json.js';
import { type LiveGame, stops } from './live-room.js';

/** Something that anybody does in a live room, allowed or not. */
export type LiveStep =
  | { readonly does: 'host'; readonly command: HostCommand }
  | {
      readonly does: 'join';
      readonly code: string;
      readonly name: string;
      readonly isTerminal: boolean;
    }
  | { readonly does: 'send'; readonly who: string; readonly message: PersonMessage }
  /** An answer to the vote that is open, if one is. */
  | {
      readonly does: 'answer';
      readonly who: string;
      readonly choices: readonly ChosenAt[];
      readonly nonce: string;
    }
  | { readonly does: 'wait'; readonly ms: number };

/** The ids that people get in the order in which they join. The last one never joins. */
export const IDS = ['p0', 'p1', 'p2', 'p3', 'p4', 'nobody'] as const;

const checks = stops.flatMap((stop) => [...checksAt(stop)]);

const who = fc.constantFrom(...IDS);

const chosenAt = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.constantFrom(
      ...checks.flatMap(({ id, choices }) => choices.map((one): ChosenAt => [id, one.id])),
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom<ChosenAt>(['who', 'gone'], ['gone', 'spokesman']) },
);

const nonce = fc.integer({ min: 0, max: 30 }).map(String);

const stopIndex = fc.integer({ min: -1, max: stops.length });

const message: fc.Arbitrary<PersonMessage> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      stop: stopIndex,
      round: fc.integer({ min: 0, max: 3 }),
      choices: fc.array(chosenAt, { maxLength: 3 }),
      nonce,
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'hand-in' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('alone' as const),
      choices: fc.array(chosenAt, { maxLength: 4 }),
    }),
  },
);

const anyName = fc.oneof(fc.constantFrom('Ada', 'ADA', '', '   '), hostileText);

const command: fc.Arbitrary<HostCommand> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .constantFrom(
        'begin',
        'close',
        'talk',
        'vote',
        'reveal',
        'next',
        'next',
        'back',
        'lock',
        'unlock',
      )
      .map((one) => ({ do: one }) as HostCommand),
  },
  { weight: 1, arbitrary: fc.constant<HostCommand>({ do: 'minute' }) },
  { weight: 1, arbitrary: who.map((id): HostCommand => ({ do: 'minute', id })) },
  { weight: 1, arbitrary: who.map((id): HostCommand => ({ do: 'remove', id })) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('rename' as const), id: who, name: anyName }),
  },
);

/** The choices of an answer are made for the stop that everyone is at, see `play`. */
const liveStep: fc.Arbitrary<LiveStep> = fc.oneof(
  { weight: 4, arbitrary: command.map((one): LiveStep => ({ does: 'host', command: one })) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('join' as const),
      code: fc.constantFrom('TUESDAY', 'tues-day', '7k2m', 'MONDAY'),
      name: anyName,
      isTerminal: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('send' as const), who, message }) },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('answer' as const),
      who,
      choices: fc.array(chosenAt, { minLength: 40, maxLength: 40 }),
      nonce,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 0, max: 90_000 }).map((ms): LiveStep => ({ does: 'wait', ms })),
  },
);

/** Two people, mostly the beginning, then anything, and sometimes the end. */
export const livePlay: fc.Arbitrary<readonly LiveStep[]> = fc
  .tuple(
    fc.array(liveStep, { maxLength: 40, size: 'max' }),
    fc.constantFrom(true, true, true, false),
    fc.boolean(),
  )
  .map(([steps, begins, ends]) => [
    { does: 'join', code: 'TUESDAY', name: 'Ada', isTerminal: false },
    { does: 'join', code: '7k2m', name: 'Ben', isTerminal: true },
    ...(begins ? [BEGIN] : []),
    ...steps,
    ...(ends ? [END] : []),
  ]);

const BEGIN: LiveStep = { does: 'host', command: { do: 'begin' } };
const END: LiveStep = { does: 'host', command: { do: 'end' } };

/** Does the step. @returns why it was refused, if it was */
export function play(game: LiveGame, step: LiveStep): Refusal | undefined {
  switch (step.does) {
    case 'host':
      return game.host(step.command);
    case 'join':
      return game.join(
        { code: step.code, name: step.name, wayIn: step.isTerminal ? 'terminal' : 'browser' },
        IDS[game.room().members.size] ?? 'p4',
      );
    case 'send':
      return game.send(step.who, step.message);
    case 'answer':
      return game.send(step.who, answerNow(game, step));
    case 'wait':
      game.wait(step.ms);
      return undefined;
  }
}

/** A message that fits the vote that is open: the choices of other stops are left out. */
function answerNow(
  game: LiveGame,
  { choices, nonce: one }: Extract<LiveStep, { does: 'answer' }>,
): PersonMessage {
  const { at, votes, rules } = game.room();
  const isOwn = rules.pace === 'own';
  const stop = isOwn ? stops.findIndex((here) => isAt(here, choices[0])) : at;
  const fitting = choices.filter((pair) => stops[stop] && isAt(stops[stop], pair));
  return { do: 'answer', stop, round: votes.get(at)?.round ?? 1, choices: fitting, nonce: one };
}

const isAt = (stop: (typeof stops)[number], pair: ChosenAt | undefined): boolean =>
  checksAt(stop).some(({ id }) => id === pair?.[0]);

/** Rules of every kind of room. */
export const anyRules = fc.record({
  pace: fc.constantFrom('together' as const, 'own' as const),
  feedback: fc.constantFrom('now' as const, 'later' as const),
  minutes: fc.constantFrom(0, 1),
});
