import type { Check } from '../../src/core/course/course.js';
import { checksAt, type Stop } from '../../src/core/live-room/stop.js';
import type { InRoom } from './in-room.js';

type VoteRound = 1 | 2;

/** What people pressed: the choice of each vote, by the name of the person and the id of the check. */
export type Votes = {
  /** Somebody chooses and waits until the room has it. */
  readonly cast: (
    round: VoteRound,
    one: InRoom,
    stop: Stop,
    ...choices: readonly string[]
  ) => Promise<void>;
  /** Somebody has chosen already. */
  readonly note: (round: VoteRound, one: InRoom, stop: Stop, choices: readonly string[]) => void;
  /** Undefined if they did not choose. */
  readonly of: (round: VoteRound, name: string, check: string) => string | undefined;
};

export function newVotes(): Votes {
  const noted = new Map<string, string>();
  const keyOf = (round: VoteRound, name: string, check = ''): string => `${round} ${name} ${check}`;
  const note: Votes['note'] = (round, { name }, stop, choices) => {
    for (const [i, choice] of choices.entries())
      noted.set(keyOf(round, name, checksAt(stop)[i]?.id), choice);
  };
  return {
    note,
    cast: async (round, one, stop, ...choices) => {
      note(round, one, stop, choices);
      await one.chooses(stop, choices);
    },
    of: (round, name, check) => noted.get(keyOf(round, name, check)),
  };
}

/** How often each choice was made in the first and the second vote; undefined without a second vote. */
type Counts = Readonly<Record<string, readonly [first: Tally, second: Tally | undefined]>>;

type Tally = Readonly<Record<string, number>>;

export function countsOf(checks: readonly Check[], names: readonly string[], votes: Votes): Counts {
  const tally = (round: VoteRound, { id, choices }: Check): Tally =>
    Object.fromEntries(
      choices.map((choice) => [
        choice.id,
        names.filter((name) => votes.of(round, name, id) === choice.id).length,
      ]),
    );
  return Object.fromEntries(
    checks.map((check) => {
      const second = tally(2, check);
      const hasSecond = Object.values(second).some((count) => count > 0);
      return [check.id, [tally(1, check), hasSecond ? second : undefined]];
    }),
  );
}

type ReportedChoices = { readonly choices: readonly { choice: string; count: number }[] };

/** The same from the report's JSON. */
export const countsIn = (
  checks: readonly (ReportedChoices & { check: string; second: ReportedChoices | null })[],
): Counts =>
  Object.fromEntries(
    checks.map(({ check, choices, second }) => [
      check,
      [tallyIn(choices), second ? tallyIn(second.choices) : undefined],
    ]),
  );

const tallyIn = (choices: ReportedChoices['choices']): Tally =>
  Object.fromEntries(choices.map(({ choice, count }) => [choice, count]));

/** A row of the report's CSV: the person, the check, and the choices of both votes. */
export function choicesIn(row: string): string[] {
  const cells = [...row.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );
  return [1, 3, 6, 16].map((at) => cells[at] ?? '');
}
