import type { ChosenAt } from '../../../src/core/live-room/event.js';
import type { PersonView, QuestionStop } from '../../../src/core/views/live-room/person-view.js';
import type { Link, RoomClient } from '../../../src/net/room-client.js';
import { roomClient } from '../../../src/net/room-client.js';

/** The choice of a vote by check and round, such as `who-deems/1`. */
export const voteOf = (check: string, round: number): string => `${check}/${round}`;

/** Somebody in a room who answers, changes their mind, and remembers what the room said it has. */
export type Respondent = {
  readonly id: string;
  readonly view: () => PersonView | undefined;
  readonly link: () => Link | undefined;
  /** What the room acknowledged last, by `voteOf`. */
  readonly acknowledged: ReadonlyMap<string, string>;
  /** What went wrong. */
  readonly faults: readonly string[];
  /** Answers the question in sight with the choices at these positions, one after the other. */
  readonly answer: (positions: readonly number[]) => Promise<void>;
  readonly close: () => void;
};

export type Entry = {
  /** 12 characters of a code. */
  readonly id: string;
  readonly code: string;
  readonly port: number;
  readonly random: () => number;
};

export function respondent({ id, code, port, random }: Entry): Respondent {
  let view: PersonView | undefined;
  let link: Link | undefined;
  const acknowledged = new Map<string, string>();
  const faults: string[] = [];
  const client: RoomClient = roomClient({
    address: { origin: `http://127.0.0.1:${port}` },
    who: { code, name: `Person ${id}`, wayIn: 'terminal', id },
    onView: (seen) => {
      view = seen;
    },
    onLink: (now) => {
      link = now;
    },
    random,
  });
  const answerOnce = async (stop: QuestionStop, position: number): Promise<void> => {
    const choices = stop.rows.flatMap((row, n): ChosenAt[] => {
      const choice = row.choices[(position + n) % row.choices.length];
      return choice ? [[row.check, choice.id]] : [];
    });
    const outcome = await client.answer({ stop: stop.stop, round: stop.round, choices });
    if (outcome === 'refused') faults.push(`${id}: an answer to an open vote was refused`);
    if (outcome !== 'saved') return;
    for (const [check, choice] of choices) acknowledged.set(voteOf(check, stop.round), choice);
  };
  return {
    id,
    view: () => view,
    link: () => link,
    acknowledged,
    faults,
    answer: async (positions) => {
      const [stop] = view?.stops ?? [];
      if (stop?.kind !== 'question') return;
      for (const position of positions) await answerOnce(stop, position);
    },
    close: client.close,
  };
}
